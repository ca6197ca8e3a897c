import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notHere, notHereMetadata } from "@/app/not-here";
import { EditBriefLink } from "@/components/debates/edit-way";
import { NoDebate } from "@/components/debates/no-debate";
import { BriefText } from "@/components/debates/brief/brief-text";
import { ReportBriefLink } from "@/components/debates/brief/report-links";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { getBrief } from "@/lib/debates/queries/brief";
import { getDebate } from "@/lib/debates/queries/context";
import { rightsInDebate } from "@/lib/debates/queries/editing";
import { readingMinutes, sourcesOfBrief } from "@/lib/debates/reading-time";
import { slugSchema } from "@/lib/debates/schema";
import { takesReports } from "@/lib/moderation/rules";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = slugSchema.safeParse((await params).slug);
  return slug.success ? getDebate(slug.data, await getViewer()) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [debate, t] = await Promise.all([load(params), getTranslations("brief")]);
  if (!debate) return notHereMetadata();
  return {
    title: t("pageTitle", { title: debate.title }),
    description: t("description"),
    alternates: { canonical: routes.brief(debate.slug) },
  };
}

/** The brief in full: what is known, disputed and open about the decision. */
export default async function BriefPage({ params }: Props) {
  const [debate, t] = await Promise.all([load(params), getTranslations("brief")]);
  if (!debate) return notHere(NoDebate);
  const [brief, rights] = await Promise.all([
    getBrief(debate.id),
    rightsInDebate(debate.slug, await getViewer()),
  ]);
  const heading = (
    <PageHeading
      kicker={t("title")}
      lead={
        brief ? (
          <span className="text-sm">
            {t("readingTime", {
              minutes: readingMinutes(brief),
              facts: brief.facts.length,
              sources: sourcesOfBrief(brief).length,
            })}
          </span>
        ) : undefined
      }
    >
      {debate.title}
    </PageHeading>
  );
  return (
    <article lang={debate.language}>
      <Breadcrumbs
        crumbs={[{ href: routes.debate(debate.slug), label: debate.title }, { label: t("title") }]}
      />
      <div className="mt-6">
        {brief ? (
          <BriefText brief={brief} debate={debate}>
            {heading}
          </BriefText>
        ) : (
          <>
            {heading}
            <EmptyState>{t("missing")}</EmptyState>
          </>
        )}
      </div>
      <p className="mt-12 flex flex-wrap items-center gap-4 border-t border-hairline pt-6">
        <ButtonLink href={routes.debate(debate.slug)} variant="quiet">
          {t("backToDebate")}
        </ButtonLink>
        {rights.edit ? <EditBriefLink slug={debate.slug} /> : null}
        {brief && takesReports(debate.status) ? <ReportBriefLink slug={debate.slug} /> : null}
      </p>
    </article>
  );
}
