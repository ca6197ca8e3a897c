import { redirect } from "next/navigation";
import { notHere } from "@/app/not-here";
import { getViewer } from "@/lib/auth/viewer";
import { nextReview } from "@/lib/moderation/queries/queue";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

/** Leads on to what waits most: a moderator decides one thing and has the next before them. */
export default async function NextPage({ searchParams }: PageProps<"/moderation/next">) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.moderation()));
  const { done, asked, of, passedOn, after } = await searchParams;
  const found = await nextReview(viewer, numberOf(after)).catch(forbidden);
  if (!found) return notHere();
  const query = {
    ...{ done: numberOf(done), asked: numberOf(asked), of: numberOf(of) },
    passedOn: numberOf(passedOn),
  };
  redirect(
    found.review === null
      ? routes.moderation(query)
      : routes.review(found.review, { ...query, after: numberOf(after) }),
  );
}

function numberOf(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
