import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sourcesOfBrief } from "@/lib/debates/reading-time";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import { takesReports } from "@/lib/moderation/rules";
import { routes } from "@/lib/routes";
import { Caveats } from "./caveats";
import { Contents, type Part } from "./contents";
import { Decision } from "./decision";
import { Facts } from "./facts";
import { Glossary } from "./glossary";
import { People } from "./people";
import { Questions } from "./questions";
import { References } from "./references";
import { Timeline } from "./timeline";

/** The brief, whole, in one column to be read from top to bottom, with its table of contents. */
export function BriefText({
  brief,
  debate,
  children,
}: {
  brief: BriefView;
  debate: DebateHead;
  /** The page's heading, above the text. */
  children: ReactNode;
}) {
  const t = useTranslations("brief");
  const parts = useParts(brief);
  return (
    <div className="lg:grid lg:grid-cols-[14rem_minmax(0,var(--measure))] lg:gap-x-16">
      <div className="mb-8 lg:col-start-2 lg:mb-10">{children}</div>
      <div className="lg:col-start-1">
        <Contents parts={parts} />
      </div>
      <div className="mt-8 max-w-measure space-y-14 lg:mt-0">
        <BriefSections
          brief={brief}
          debate={debate}
          reports={takesReports(debate.status) ? debate.slug : null}
        />
        <References
          sources={sourcesOfBrief(brief)}
          lead={t("sourcesLead")}
          href={routes.sources(debate.slug)}
        />
      </div>
    </div>
  );
}

/** Everything that the brief says, without its list of sources. */
export function BriefSections({
  brief,
  debate,
  reports = null,
}: {
  brief: BriefView;
  debate: DebateHead;
  /** The debate's slug where errors can be reported; nowhere on paper. */
  reports?: string | null;
}) {
  return (
    <>
      <Decision brief={brief} motion={debate.motion} motionNote={debate.motionNote} />
      <Facts facts={brief.facts} reports={reports} />
      <People actors={brief.actors} />
      <Timeline events={brief.timeline} />
      <Questions questions={brief.openQuestions} />
      <Glossary terms={brief.glossary} />
      <Caveats caveats={brief.caveats} />
    </>
  );
}

/** The parts that this brief has. */
function useParts(brief: BriefView): Part[] {
  const t = useTranslations("brief");
  const parts: (Part & { has: boolean })[] = [
    { id: "decision", title: t("sections.decision"), has: true },
    { id: "facts", title: t("sections.facts"), has: brief.facts.length > 0 },
    { id: "actors", title: t("sections.people"), has: brief.actors.length > 0 },
    { id: "timeline", title: t("sections.timeline"), has: brief.timeline.length > 0 },
    { id: "open-questions", title: t("sections.questions"), has: brief.openQuestions.length > 0 },
    { id: "glossary", title: t("sections.glossary"), has: brief.glossary.length > 0 },
    { id: "caveats", title: t("shortSections.caveats"), has: brief.caveats.length > 0 },
    { id: "sources", title: t("sections.sources"), has: sourcesOfBrief(brief).length > 0 },
  ];
  return parts.filter((part) => part.has);
}
