import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountNav } from "@/components/accounts/account-nav";
import { Anchor } from "@/components/ui/anchor";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { CreateWebhookForm } from "@/components/webhooks/create-form";
import { WebhookList } from "@/components/webhooks/webhook-list";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";
import { listDebatesToHear, listWebhooks } from "@/lib/webhooks/queries/webhooks";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

export default async function WebhooksPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.accountWebhooks()));
  const [t, webhooks, debates] = await Promise.all([
    getTranslations("webhooks"),
    listWebhooks(viewer),
    listDebatesToHear(),
  ]);
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <AccountNav current="webhooks" handle={viewer.handle} />
      <p>
        <Anchor href={routes.webhookReference()}>{t("reference")}</Anchor>
      </p>
      <section className="space-y-6">
        <SectionHeading>{t("create")}</SectionHeading>
        <CreateWebhookForm debates={debates} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("list")}</SectionHeading>
        <WebhookList webhooks={webhooks} />
      </section>
    </>
  );
}
