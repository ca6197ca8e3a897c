import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { OwnDecisionsPage } from "@/components/moderation/own-decisions";
import { getViewer } from "@/lib/auth/viewer";
import { logListSchema } from "@/lib/moderation/log-schema";
import { getOwnDecisions } from "@/lib/moderation/queries/own-decisions";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

type Props = PageProps<"/moderation/decisions">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.own");
  return { title: t("title"), robots: { index: false } };
}

/** What the moderator decided, and what became of it. */
export default async function Page({ searchParams }: Props) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.ownDecisions()));
  const { cursor } = await searchParams;
  const input = logListSchema.parse({ cursor });
  const decisions = await getOwnDecisions(viewer, input).catch(forbidden);
  if (!decisions) return notHere();
  return <OwnDecisionsPage decisions={decisions} />;
}
