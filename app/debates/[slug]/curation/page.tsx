import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { forbidden } from "@/app/moderation/forbidden";
import { notHere } from "@/app/not-here";
import { CurationForm } from "@/components/suggestions/curation-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { getCuration } from "@/lib/suggestions/queries/curation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("suggestions.curation");
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params }: PageProps<"/debates/[slug]/curation">) {
  const [{ slug }, viewer] = await Promise.all([params, getViewer()]);
  if (!viewer) redirect(routes.signIn(routes.curation(slug)));
  const [t, curation] = await Promise.all([
    getTranslations("suggestions.curation"),
    getCuration(slug, viewer).catch(forbidden),
  ]);
  if (!curation) return notHere();
  return (
    <div className="space-y-8 pb-16">
      <Breadcrumbs
        crumbs={[{ href: routes.debate(slug), label: curation.title }, { label: t("title") }]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <CurationForm
        debate={slug}
        curated={curation.curated}
        heldWords={curation.heldWords}
        heldLinks={curation.heldLinks}
        siteLinks={env.HELD_LINKS}
      />
    </div>
  );
}
