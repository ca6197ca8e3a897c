import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { NoDebate } from "@/components/debates/no-debate";
import { SourceEntry } from "@/components/sources/source-entry";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { slugSchema } from "@/lib/debates/schema";
import { routes } from "@/lib/routes";
import { listSources } from "@/lib/sources/queries";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).slug);
  return slug.success ? getDebate(slug.data, await getViewer()) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [debate, t] = await Promise.all([load(params), getTranslations("sources")]);
  if (!debate) return notHereMetadata();
  return {
    title: t("pageTitle", { title: debate.title }),
    description: t("description"),
    alternates: { canonical: routes.sources(debate.slug) },
  };
}

/** Everything the debate cites, by number, with what cites it. */
export default async function SourcesPage({ params }: Props) {
  const [debate, t] = await Promise.all([load(params), getTranslations("sources")]);
  if (!debate) return notHere(NoDebate);
  const sources = await listSources(debate.id);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ href: routes.debate(debate.slug), label: debate.title }, { label: t("title") }]}
      />
      <div className="mt-6">
        <PageHeading lead={t("lead", { count: sources.length })}>{t("title")}</PageHeading>
      </div>
      <ol className="mt-8 max-w-[52rem]">
        {sources.map((source) => (
          <SourceEntry key={source.id} source={source} slug={debate.slug} />
        ))}
      </ol>
    </>
  );
}
