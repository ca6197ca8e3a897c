import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithModerationWords } from "@/app/moderation/with-words";
import { notHere, notHereMetadata } from "@/app/not-here";
import { NoDebate } from "@/components/debates/no-debate";
import { HistoryList } from "@/components/debates/history/history-list";
import { CurateDebate } from "@/components/moderation/curate-debate";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";
import { listHistory } from "@/lib/debates/queries/history";
import { slugSchema } from "@/lib/debates/schema";
import { getDebateCuration } from "@/lib/moderation/queries/curation";
import { routes } from "@/lib/routes";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

const entriesPerPage = 50;

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).slug);
  return slug.success ? getDebate(slug.data, await getViewer()) : null;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [debate, t] = await Promise.all([load(params), getTranslations("history")]);
  if (!debate) return notHereMetadata();
  const { cursor } = await searchParams;
  return {
    title: t("pageTitle", { title: debate.title }),
    description: t("description"),
    alternates: { canonical: routes.debateHistory(debate.slug) },
    ...(cursor ? { robots: { index: false } } : {}),
  };
}

/** Who changed what in the debate, and when. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [debate, t] = await Promise.all([load(params), getTranslations("history")]);
  if (!debate) return notHere(NoDebate);
  const asked = (await searchParams).cursor;
  const cursor = typeof asked === "string" ? asked : undefined;
  const [page, curation] = await Promise.all([
    listHistory(debate.id, { cursor, limit: entriesPerPage }),
    getDebateCuration(await getViewer(), debate.slug),
  ]);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ href: routes.debate(debate.slug), label: debate.title }, { label: t("title") }]}
      />
      <div className="mt-6">
        <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      </div>
      <p className="mt-4 text-sm">
        <Anchor href={routes.modlog({ debate: debate.slug })}>{t("moderation")}</Anchor>
      </p>
      {curation ? (
        <>
          <p className="mt-2 text-sm">
            <Anchor href={routes.curation(debate.slug)}>{t("curation")}</Anchor>
          </p>
          <WithModerationWords>
            <CurateDebate slug={debate.slug} curation={curation} />
          </WithModerationWords>
        </>
      ) : null}
      <div className="mt-8">
        {cursor ? (
          <p className="mb-6 text-sm">
            <Anchor href={routes.debateHistory(debate.slug)}>{t("newest")}</Anchor>
          </p>
        ) : null}
        {page.items.length > 0 ? (
          <HistoryList entries={page.items} slug={debate.slug} />
        ) : (
          <EmptyState>{t("empty")}</EmptyState>
        )}
        <ShowMore
          href={
            page.nextCursor ? routes.debateHistory(debate.slug, { cursor: page.nextCursor }) : null
          }
          label={t("older")}
        />
      </div>
    </>
  );
}
