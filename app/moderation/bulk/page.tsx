import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { BulkForm } from "@/components/moderation/bulk-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { previewMany } from "@/lib/moderation/queries/bulk-preview";
import { decideManySchema } from "@/lib/moderation/queue-schema";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.bulk");
  return { title: t("title"), robots: { index: false } };
}

export default async function BulkPage({ searchParams }: PageProps<"/moderation/bulk">) {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.moderation()));
  const t = await getTranslations("moderation");
  const { data: input } = decideManySchema.safeParse(await searchParams);
  const items = input ? await previewMany(viewer, input).catch(forbidden) : [];
  if (!items) return notHere();
  return (
    <div className="max-w-measure space-y-8 pb-16">
      <Breadcrumbs
        crumbs={[
          { href: routes.moderation(), label: t("review.back") },
          { label: t("bulk.title") },
        ]}
      />
      <PageHeading>{t("bulk.previewTitle")}</PageHeading>
      {input && items.length > 0 ? (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
            <dt className="text-muted">{t("review.form.decision")}</dt>
            <dd>{t(`review.form.${input.decision}`)}</dd>
            <dt className="text-muted">{t("review.form.ground")}</dt>
            <dd>{t(`reason.${input.decision === "KEEP" ? "NO_BREACH" : input.ground}`)}</dd>
            <dt className="text-muted">{t("review.form.publicReason")}</dt>
            <dd dir="auto">{input.publicReason}</dd>
          </dl>
          <BulkForm
            items={items}
            wanted={{
              decision: input.decision,
              ground: input.ground,
              publicReason: input.publicReason,
            }}
          />
        </>
      ) : (
        <>
          <Notice>{t("bulk.nothing")}</Notice>
          <ButtonLink href={routes.moderation()} variant="quiet">
            {t("bulk.back")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
