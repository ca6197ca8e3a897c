import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { ReviewPage } from "@/components/moderation/review-page";
import { getViewer } from "@/lib/auth/viewer";
import { getReview } from "@/lib/moderation/queries/review";
import { listReplies } from "@/lib/moderation/queries/saved-replies";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.queue");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: PageProps<"/moderation/[id]">) {
  const [{ id }, told, viewer] = await Promise.all([params, searchParams, getViewer()]);
  if (!/^[1-9]\d{0,8}$/.test(id)) return notHere();
  if (!viewer) redirect(routes.signIn(routes.review(Number(id))));
  const [review, replies] = await Promise.all([
    getReview(viewer, Number(id)).catch(forbidden),
    listReplies(viewer).catch(forbidden),
  ]);
  if (!review || !replies) return notHere();
  return <ReviewPage review={review} told={told} replies={replies} />;
}
