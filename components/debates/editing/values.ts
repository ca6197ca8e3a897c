import { valuesOf } from "@/components/arguments/composer/values-of";
import type { DraftValues } from "@/lib/arguments/draft";
import type { CitationView } from "@/lib/arguments/view";
import type { BriefView, DebateHead } from "@/lib/debates/view";
import type { BriefList } from "@/lib/debates/vocabulary";

/** A part of a brief as its form's fields hold it, by name. */
export function decisionValues(debate: DebateHead, brief: BriefView | null): DraftValues {
  const { title, motion, motionNote } = debate;
  if (!brief) return { title, motion, motionNote };
  const { headline, summary, statusLine, decidedBy, readingNote, reportedOn } = brief;
  return {
    ...{ title, motion, motionNote, headline, summary, statusLine, decidedBy, readingNote },
    reportedOn: reportedOn ?? "",
    affects: brief.affects.join("\n"),
    scopeKnown: brief.scopeKnown.join("\n"),
    scopeUnknown: brief.scopeUnknown.join("\n"),
    ...cited(brief.sources),
  };
}

/** An item of a list in a line and as its form holds it. */
export type EditableItem = {
  id: number;
  /** What it is called in the list. */
  name: string;
  /** A small word beside it, such as a number or a date. */
  mark: string;
  values: DraftValues;
  /** How many sources it cites; null where nothing is cited. */
  sources: number | null;
};

export function itemsOf(part: BriefList, brief: BriefView | null): EditableItem[] {
  if (!brief) return [];
  switch (part) {
    case "facts":
      return brief.facts.map(({ id, number, text, certainty, sources }) => ({
        ...{ id, name: text, mark: `F${number}`, sources: sources.length },
        values: { text, certainty, ...cited(sources) },
      }));
    case "actors":
      return brief.actors.map(({ id, name, role, stance, summary, sources }) => ({
        ...{ id, name, mark: role, sources: sources.length },
        values: { name, role, stance, summary, ...cited(sources) },
      }));
    case "timeline":
      return brief.timeline.map(({ id, date, text, sources }) => ({
        ...{ id, name: text, mark: date, sources: sources.length },
        values: { date, text, ...cited(sources) },
      }));
    case "questions":
      return brief.openQuestions.map(({ id, text, whyItMatters, sources }) => ({
        ...{ id, name: text, mark: "", sources: sources.length },
        values: { text, whyItMatters, ...cited(sources) },
      }));
    case "glossary":
      return brief.glossary.map(({ id, term, definition }) => ({
        ...{ id, name: term, mark: "", sources: null },
        values: { term, definition },
      }));
  }
}

function cited(sources: CitationView[]): DraftValues {
  const {
    title: _title,
    body: _body,
    factIds: _factIds,
    ...rows
  } = valuesOf({
    ...{ title: "", body: "", sources, facts: [] },
  });
  return rows;
}
