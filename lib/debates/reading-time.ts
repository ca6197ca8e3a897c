import type { CitationView } from "@/lib/arguments/view";
import type { BriefView } from "./view";

/** An adult's silent reading of non-fiction in English (Brysbaert 2019), in words a minute. */
const wordsPerMinute = 238;

/** @returns how many whole minutes the brief takes to read, at least 1. */
export function readingMinutes(brief: BriefView): number {
  const texts = [
    brief.headline,
    brief.summary,
    brief.statusLine,
    brief.readingNote,
    ...brief.affects,
    ...brief.scopeKnown,
    ...brief.scopeUnknown,
    ...brief.facts.map((fact) => fact.text),
    ...brief.actors.map((actor) => `${actor.summary} ${actor.quotation?.quotation ?? ""}`),
    ...brief.timeline.map((event) => event.text),
    ...brief.openQuestions.map((question) => `${question.text} ${question.whyItMatters}`),
    ...brief.glossary.map((entry) => `${entry.term} ${entry.definition}`),
    ...brief.caveats.map((caveat) => `${caveat.claim} ${caveat.finding}`),
  ];
  const words = texts.join(" ").split(/\s+/u).filter(Boolean).length;
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** The sources that the brief cites, each once, by number. */
export function sourcesOfBrief(brief: BriefView): CitationView[] {
  const cited = [
    brief.sources,
    ...brief.facts.map((fact) => fact.sources),
    ...brief.actors.map((actor) => actor.sources),
    ...brief.timeline.map((event) => event.sources),
    ...brief.openQuestions.map((question) => question.sources),
  ].flat();
  return eachSourceOnce(cited);
}

/** What several places cite, each source once, by number. */
export function eachSourceOnce(cited: readonly CitationView[]): CitationView[] {
  const byNumber = new Map(cited.map((source) => [source.number, source]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
