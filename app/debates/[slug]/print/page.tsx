import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { NoDebate } from "@/components/debates/no-debate";
import { PrintedDebate } from "@/components/debates/printed/printed-debate";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { listTree } from "@/lib/arguments/queries/tree";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { slugSchema } from "@/lib/debates/schema";
import { env, siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ slug: string }> };

/** More would be a book of several hundred pages; the page says how many there are. */
const mostArguments = 500;

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).slug);
  return slug.success ? getDebate(slug.data, await getViewer()) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [debate, t] = await Promise.all([load(params), getTranslations("exchange.print")]);
  if (!debate) return notHereMetadata();
  return {
    title: t("pageTitle", { title: debate.title }),
    description: t("description"),
    alternates: { canonical: routes.debate(debate.slug) },
    robots: { index: false },
  };
}

/** The whole debate on one page, for paper. */
export default async function PrintPage({ params }: Props) {
  const [debate, t, viewer] = await Promise.all([
    load(params),
    getTranslations("exchange"),
    getViewer(),
  ]);
  if (!debate) return notHere(NoDebate);
  const [brief, tree] = await Promise.all([
    getBrief(debate.id),
    listTree(debate.slug, { limit: mostArguments }, viewer),
  ]);
  if (!tree) return notHere(NoDebate);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { href: routes.debate(debate.slug), label: debate.title },
          { href: routes.exportDebate(debate.slug), label: t("export.title") },
          { label: t("print.title") },
        ]}
      />
      <div className="mt-6">
        <PrintedDebate
          debate={debate}
          brief={brief}
          inOrder={tree.items}
          complete={tree.nextCursor === null}
          address={`${siteUrl()}${routes.debate(debate.slug)}`}
          licence={env.CONTENT_LICENCE}
        />
      </div>
    </>
  );
}
