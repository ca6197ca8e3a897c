import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { NoDebate } from "@/components/debates/no-debate";
import { EmbedCode } from "@/components/embeds/embed-code";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

type Props = PageProps<"/debates/[slug]/embed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const t = await getTranslations("embeds");
  return { title: t("title"), alternates: { canonical: routes.debateEmbed(slug) } };
}

/** The code that shows this debate on another site. */
export default async function Page({ params }: Props) {
  const { slug } = await params;
  const [viewer, t] = await Promise.all([getViewer(), getTranslations("embeds")]);
  const debate = await getDebate(slug, viewer);
  if (!debate) return notHere(NoDebate);
  return (
    <div className="space-y-8">
      <Breadcrumbs
        crumbs={[{ href: routes.debate(slug), label: debate.title }, { label: t("link") }]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {debate.status === "DRAFT" ? (
        <Notice>{t("draft")}</Notice>
      ) : (
        <EmbedCode what={{ kind: "debate", slug }} title={debate.motion} site={siteUrl()} />
      )}
    </div>
  );
}
