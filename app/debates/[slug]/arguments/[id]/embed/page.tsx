import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { NoArgument } from "@/components/arguments/no-argument";
import { EmbedCode } from "@/components/embeds/embed-code";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getArgument } from "@/lib/arguments/queries/argument";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

type Props = PageProps<"/debates/[slug]/arguments/[id]/embed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const t = await getTranslations("embeds");
  return { title: t("title"), alternates: { canonical: routes.argumentEmbed(slug, id) } };
}

/** The code that shows this argument on another site. */
export default async function Page({ params }: Props) {
  const { slug, id } = await params;
  const [viewer, t, words] = await Promise.all([
    getViewer(),
    getTranslations("embeds"),
    getTranslations("arguments"),
  ]);
  const [debate, argument] = await Promise.all([getDebate(slug, viewer), getArgument(id, viewer)]);
  if (!debate || !argument || argument.debate !== slug) return notHere(NoArgument);
  return (
    <div className="space-y-8">
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(slug), label: words("page.motion") },
          { href: routes.argument(slug, id), label: argument.number },
          { label: t("link") },
        ]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {debate.status === "DRAFT" ? (
        <Notice>{t("draft")}</Notice>
      ) : (
        <EmbedCode what={{ kind: "argument", id }} title={argument.title} site={siteUrl()} />
      )}
    </div>
  );
}
