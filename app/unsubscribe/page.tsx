import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsubscribeForm } from "@/components/notifications/unsubscribe-form";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { isUnsubscribeToken } from "@/lib/notifications/queries/unsubscribe";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.unsubscribe");
  return { title: t("title"), referrer: "same-origin", robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnsubscribePage({ searchParams }: Props) {
  const { token, done } = await searchParams;
  const t = await getTranslations("notifications.unsubscribe");
  const usable = typeof token === "string" && isUnsubscribeToken(token);
  if (done || !usable) {
    return (
      <div className="space-y-8 pb-16">
        <PageHeading lead={t(done ? "done" : "missing")}>
          {t(done ? "doneTitle" : "title")}
        </PageHeading>
        <ButtonLink href={routes.accountNotifications()} variant="quiet">
          {t("settings")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="space-y-8 pb-16">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <UnsubscribeForm token={token} />
    </div>
  );
}
