import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { AddReplyForm } from "@/components/moderation/reply-forms";
import { ReplyList } from "@/components/moderation/reply-list";
import { StartTriageKeys } from "@/components/moderation/start-triage-keys";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { getViewer } from "@/lib/auth/viewer";
import { listReplies } from "@/lib/moderation/queries/saved-replies";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.replies");
  return { title: t("title"), robots: { index: false } };
}

/** The moderator's own words for public reasons. */
export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.savedReplies()));
  const replies = await listReplies(viewer).catch(forbidden);
  if (!replies) return notHere();
  const [t, review] = await Promise.all([
    getTranslations("moderation.replies"),
    getTranslations("moderation.review"),
  ]);
  const { items, canKeep } = replies;
  return (
    <div className="space-y-8 pb-16">
      <StartTriageKeys />
      <Breadcrumbs
        crumbs={[{ href: routes.moderation(), label: review("back") }, { label: t("title") }]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <ReplyList replies={items} />
      <section className="space-y-4">
        <h2 className="border-t border-ink pt-2 text-lg">{t("add")}</h2>
        {canKeep.granted ? (
          <AddReplyForm count={items.length} />
        ) : (
          <RefusedNotice refusal={canKeep} />
        )}
      </section>
    </div>
  );
}
