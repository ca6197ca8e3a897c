import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PartialDate } from "@/components/debates/partial-date";
import { Notice } from "@/components/ui/notice";
import type { BriefView } from "@/lib/debates/view";
import { Citations } from "./citations";
import { BriefSection } from "./section";

/** What was decided: by whom, when, where it stands, how far it reaches. */
export function Decision({ brief, motion, motionNote }: Props) {
  const t = useTranslations("brief");
  return (
    <BriefSection id="decision" title={t("sections.decision")}>
      <p dir="auto" className="font-serif text-lg font-semibold">
        {brief.headline}
      </p>
      <p dir="auto" className="mt-3">
        {brief.summary}
      </p>
      <Citations scope="decision" sources={brief.sources} />
      <dl className="mt-6">
        <Row term={t("decision.status")}>{brief.statusLine}</Row>
        {brief.reportedOn ? (
          <Row term={t("decision.reportedOn")}>
            <PartialDate value={brief.reportedOn} className="normal-nums" />
          </Row>
        ) : null}
        <Row term={t("decision.decidedBy")}>{brief.decidedBy}</Row>
        <Points term={t("decision.affects")} points={brief.affects} />
        <Points term={t("decision.scopeKnown")} points={brief.scopeKnown} />
        <Points term={t("decision.scopeUnknown")} points={brief.scopeUnknown} />
        <Row term={t("decision.motion")}>
          <p className="font-serif font-semibold">{motion}</p>
          {motionNote ? <p className="mt-2 text-sm text-muted">{motionNote}</p> : null}
        </Row>
      </dl>
      {brief.readingNote ? (
        <Notice title={t("decision.readingNote")} className="mt-6">
          <p dir="auto">{brief.readingNote}</p>
        </Notice>
      ) : null}
    </BriefSection>
  );
}

type Props = { brief: BriefView; motion: string; motionNote: string };

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="gap-x-6 border-t border-hairline py-3 sm:grid sm:grid-cols-[11rem_1fr]">
      <dt className="mb-1 text-sm font-semibold sm:mb-0 sm:pt-0.5">{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Points({ term, points }: { term: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <Row term={term}>
      <ul className="list-disc space-y-1.5 ps-5 marker:text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Row>
  );
}
