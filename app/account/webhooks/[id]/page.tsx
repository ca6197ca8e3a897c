import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { AccountNav } from "@/components/accounts/account-nav";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { eventWord } from "@/components/webhooks/event-word";
import { WebhookState } from "@/components/webhooks/state";
import { DeleteWebhookForm, WebhookActions } from "@/components/webhooks/webhook-actions";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { getWebhook, listDeliveries } from "@/lib/webhooks/queries/webhooks";
import { webhookLimits } from "@/lib/webhooks/vocabulary";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks.one");
  return { title: t("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const viewer = await getViewer();
  const id = Number((await params).id);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) return notHere();
  if (!viewer) redirect(routes.signIn(routes.accountWebhook(id)));
  const { cursor } = await searchParams;
  const [t, webhook] = await Promise.all([
    getTranslations("webhooks"),
    getWebhook(viewer, id).catch(notThere),
  ]);
  if (!webhook) return notHere();
  const page = await listDeliveries(viewer, id, {
    cursor: typeof cursor === "string" ? cursor : undefined,
    limit: webhookLimits.log,
  });
  const paused = webhook.disabledAt !== null;
  const more = page.nextCursor;
  return (
    <>
      <PageHeading
        kicker={<Anchor href={routes.accountWebhooks()}>{t("one.back")}</Anchor>}
        lead={t("about", { debate: webhook.debate?.title ?? t("form.allDebates") })}
      >
        <bdi className="[overflow-wrap:anywhere]">{webhook.url}</bdi>
      </PageHeading>
      <AccountNav current="webhooks" handle={viewer.handle} />
      <section className="space-y-4">
        <p>
          <WebhookState {...webhook} />
        </p>
        <p>
          {t("one.hears")}:{" "}
          {webhook.events.map((event) => t(`event.${eventWord(event)}`)).join(", ")}
        </p>
        <WebhookActions webhookId={id} paused={paused} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("log.title")}</SectionHeading>
        <DeliveryList webhookId={id} deliveries={page.items} paused={paused} />
        <ShowMore href={more ? routes.accountWebhook(id, { cursor: more }) : null} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("one.deleteTitle")}</SectionHeading>
        <DeleteWebhookForm webhookId={id} />
      </section>
    </>
  );
}

function notThere(error: unknown): null {
  if (error instanceof DomainError && error.code === "NOT_FOUND") return null;
  throw error;
}
