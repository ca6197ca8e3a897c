import type { ArgumentTeaser, CitationView } from "@/lib/arguments/view";
import type { RevisionChange } from "@/lib/arguments/vocabulary";
import type { ActorStance, Certainty, DebateStatus, SourceKind } from "./schema";

/** What pages and the API show of debates and their briefs. */

export type DebateHead = {
  id: number;
  slug: string;
  title: string;
  motion: string;
  motionNote: string;
  status: DebateStatus;
  /** Raised by every change of the brief. */
  version: number;
  language: string;
  openedAt: string | null;
  closedAt: string | null;
  /** What it came to, in the words of whoever closed it; empty without. */
  conclusion: string;
  /** Nothing new and no votes. */
  locked: boolean;
  /** Slow mode: each person adds one argument or comment in so many minutes; null when off. */
  slowMinutes: number | null;
  updatedAt: string;
  counts: { arguments: number; comments: number; people: number };
};

/** A debate in a list or on the front page. */
export type DebateCard = DebateHead & {
  /** Live root arguments on each side, and the share of the impact given for SUPPORT (null: no votes). */
  balance: { support: number; oppose: number; share: number | null };
  statusLine: string;
  reportedOn: string | null;
};

/** The front page's debate: with the strongest argument on each side. */
export type FeaturedDebate = DebateCard & {
  summary: string;
  strongest: { support: ArgumentTeaser | null; oppose: ArgumentTeaser | null };
};

export type FactView = {
  id: number;
  number: number;
  text: string;
  certainty: Certainty;
  sources: CitationView[];
  corrections: {
    formerText: string;
    formerCertainty: Certainty;
    reason: string;
    correctedAt: string;
  }[];
};

export type ActorView = {
  id: number;
  name: string;
  role: string;
  stance: ActorStance;
  summary: string;
  /** Exact words with their source; null when none was found. */
  quotation: CitationView | null;
  sources: CitationView[];
};

export type TimelineView = { id: number; date: string; text: string; sources: CitationView[] };
export type OpenQuestionView = {
  id: number;
  text: string;
  whyItMatters: string;
  sources: CitationView[];
};
export type GlossaryView = { id: number; term: string; definition: string };
/** Where the article the debate began with says more than is known. */
export type CaveatView = { id: number; claim: string; finding: string; factNumber: number | null };

export type BriefView = {
  headline: string;
  summary: string;
  statusLine: string;
  reportedOn: string | null;
  decidedBy: string;
  readingNote: string;
  affects: string[];
  scopeKnown: string[];
  scopeUnknown: string[];
  sources: CitationView[];
  facts: FactView[];
  actors: ActorView[];
  timeline: TimelineView[];
  openQuestions: OpenQuestionView[];
  glossary: GlossaryView[];
  caveats: CaveatView[];
};

/** A source with everything that cites it. */
export type SourceView = {
  id: number;
  number: number;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  kind: SourceKind;
  note: string;
  retrievedOn: string | null;
  archiveUrl: string | null;
  citedBy: {
    facts: { number: number }[];
    actors: { name: string }[];
    arguments: { id: string; number: string; title: string }[];
    elsewhere: number;
  };
};

/** One line of a debate's history. */
export type HistoryEntry = {
  at: string;
  change: RevisionChange | "CORRECTED";
  argument: { id: string; number: string; title: string; version: number } | null;
  fact: { number: number; text: string } | null;
  /** Null once the account was erased, for a correction, and when curators are shown by role. */
  by: { handle: string; name: string } | null;
  byCurator: boolean;
  reason: string;
};
