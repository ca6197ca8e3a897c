import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountNav } from "@/components/accounts/account-nav";
import { FollowList } from "@/components/notifications/follow-list";
import { SettingsForm } from "@/components/notifications/settings-form";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { countWaiting } from "@/lib/moderation/queries/queued-debates";
import { listFollows } from "@/lib/notifications/queries/follows";
import { canMail, getSettings } from "@/lib/notifications/queries/settings";
import { routes, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.account");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NotificationSettingsPage({ searchParams }: Props) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.accountNotifications()));
  const { cursor } = await searchParams;
  const from = typeof cursor === "string" ? cursor : undefined;
  const [t, settings, follows, waiting] = await Promise.all([
    getTranslations("notifications.account"),
    getSettings(viewer),
    listFollows(viewer, { limit: 50, cursor: from }),
    countWaiting(viewer),
  ]);
  const next = follows.nextCursor
    ? withQuery(routes.accountNotifications(), { cursor: follows.nextCursor })
    : null;
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <AccountNav current="notifications" handle={viewer.handle} />
      <section className="space-y-6">
        <SectionHeading>{t("digest")}</SectionHeading>
        <p className="max-w-measure">{t("digestLead")}</p>
        {!canMail() ? (
          <Notice className="max-w-measure">{t("noMail")}</Notice>
        ) : viewer.emailVerified ? null : (
          <Notice className="max-w-measure">{t("unconfirmed")}</Notice>
        )}
        <SettingsForm settings={settings} moderates={waiting !== null} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("followed")}</SectionHeading>
        <p className="max-w-measure">{t("followedLead")}</p>
        <FollowList follows={follows.items} />
        <ShowMore href={next} />
      </section>
    </>
  );
}
