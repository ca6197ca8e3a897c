import type { Certainty, SourceKind } from "@/lib/debates/schema";
import type { Permission } from "@/lib/shared/permission";
import type { VoteSummary } from "@/lib/voting/schema";
import type { ArgumentMark, ArgumentSort, Stance } from "./vocabulary";

/** What pages and the API show of arguments. Ids are public ("42-137"); times are ISO 8601 UTC. */

/** Null once the account was erased. */
export type AuthorView = { handle: string; name: string; editorial: boolean } | null;

export type CitationView = {
  /** The number readers see, stable within the debate. */
  number: number;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  kind: SourceKind;
  quotation: string;
  /** What is known about the source or the passage. */
  note: string;
};

export type CitedFact = {
  id: number;
  number: number;
  text: string;
  certainty: Certainty;
  version: number;
  /** Corrected since anybody last looked whether the argument holds. */
  corrected: boolean;
};

export type ArgumentView = {
  id: string;
  /** "2.1.3" */
  number: string;
  debate: string;
  parentId: string | null;
  stance: Stance;
  title: string;
  body: string;
  status: "LIVE" | "ARCHIVED";
  /** Hidden by a curator: its words stand here for its author and for curators alone. */
  withheld: boolean;
  /** Nothing new below it: it is locked, or an argument further up is. */
  locked: boolean;
  /** Stands first on its side, chosen by a curator. */
  featured: boolean;
  /** Hidden by its flags, before a moderator has looked: its author can edit it, and it is back. */
  hiddenAtOnce: boolean;
  version: number;
  author: AuthorView;
  createdAt: string;
  updatedAt: string;
  votes: VoteSummary;
  comments: number;
  children: { support: number; oppose: number };
  sources: CitationView[];
  facts: CitedFact[];
  marks: ArgumentMark[];
  /** The argument that says the same and was kept; this one's page leads there. */
  mergedInto: string | null;
  /** Votes given before it was changed: how many count on, and until when. Null when none do. */
  asked: { votes: number; until: string } | null;
  /** The viewer's own vote; null without one. `asked`: given before it was changed. */
  mine: { impact: number; asked: boolean } | null;
  /** Came since the viewer's last visit. */
  isNew: boolean;
  can: ArgumentPermissions;
};

export type ArgumentPermissions = {
  vote: Permission;
  reply: Permission;
  comment: Permission;
  edit: Permission;
  archive: Permission;
  restore: Permission;
  /** Mark, move, merge, split, link. */
  curate: Permission;
  confirmFacts: Permission;
  /** Suggest other words, a source, another place or a duplicate. */
  suggest: Permission;
};

/** A place in the tree, as it is offered to whoever curates. */
export type ArgumentPlace = { number: string; title: string };

/** An argument in a line: a best reply, a crumb of a path, a similar argument. */
export type ArgumentTeaser = {
  id: string;
  number: string;
  stance: Stance;
  title: string;
  votes: Pick<VoteSummary, "count" | "mean">;
};

/** An argument in a list, with its best reply. */
export type ArgumentCard = ArgumentView & { bestReply: ArgumentTeaser | null };

/** A subtree: replies best first, cut at a depth or a number (`more` are not shown here). */
export type ArgumentThread = ArgumentView & { replies: ArgumentThread[]; more: number };

/** One side of a page of siblings. */
export type ArgumentColumn = {
  stance: Stance;
  items: ArgumentCard[];
  /** All live siblings on this side. */
  total: number;
  /** This side's share (0 to 1) of the impact given at this level; null while fewer than five votes were given. */
  share: number | null;
  nextCursor: string | null;
};

export type ArgumentColumns = {
  /** The debate's slug. */
  debate: string;
  sort: ArgumentSort;
  support: ArgumentColumn;
  oppose: ArgumentColumn;
  /** Arguments that stand elsewhere and are said here too. */
  links: ArgumentTeaser[];
};

/** One argument's page. */
export type ArgumentPageView = {
  argument: ArgumentView;
  /** From the motion's direct argument down to the parent. */
  path: ArgumentTeaser[];
  columns: ArgumentColumns;
};
