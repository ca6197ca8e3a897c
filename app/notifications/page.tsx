import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KindNav } from "@/components/notifications/kind-nav";
import { NotificationList } from "@/components/notifications/notification-list";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import type { Kind } from "@/lib/notifications/vocabulary";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await getViewer();
  const { kind, cursor } = await searchParams;
  const input = notificationListSchema.parse({ kind, cursor });
  if (!viewer) redirect(routes.signIn(routes.notifications({ kind: input.kind })));
  const [t, page] = await Promise.all([
    getTranslations("notifications"),
    listNotifications(viewer, input),
  ]);
  // The database's clock may be a little ahead of this one.
  const until = [new Date().toISOString(), page.items[0]?.at ?? ""].sort().at(-1)!;
  const next = page.nextCursor
    ? routes.notifications({ kind: input.kind, cursor: page.nextCursor })
    : null;
  return (
    <div className="space-y-8 pb-16">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <KindNav current={input.kind} />
      {page.items.length > 0 ? (
        <NotificationList items={page.items} kind={input.kind} until={until} />
      ) : (
        <Empty kind={input.kind} />
      )}
      <ShowMore href={next} label={t("older")} />
      <p className="text-sm">
        <Anchor href={routes.accountNotifications()}>{t("settings")}</Anchor>
      </p>
    </div>
  );
}

async function Empty({ kind }: { kind: Kind | undefined }) {
  const t = await getTranslations("notifications");
  const words = kind === "FOLLOWED" ? "emptyFollowed" : kind ? "emptyKind" : "empty";
  return (
    <EmptyState
      action={
        <ButtonLink href={routes.debates()} variant="quiet">
          {t("findDebates")}
        </ButtonLink>
      }
    >
      {t(words)}
    </EmptyState>
  );
}
