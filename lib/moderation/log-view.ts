import type { ArgumentMark } from "@/lib/arguments/vocabulary";
import type { SuggestionKind } from "@/lib/suggestions/vocabulary";
import {
  appealable,
  moderationLimits,
  type ModerationAction,
  type ModerationGround,
  type ModerationTarget,
} from "./vocabulary";

/** What everybody sees of the log of moderation. Nothing in it repeats words that were hidden. */

type Person = { handle: string; name: string };

/** Who decided: by name where the entry says so. */
export type LogActor =
  | ({ kind: "PERSON" } & Person)
  /** Of the debate it is about, or of the whole site; or an account that was erased since. */
  | { kind: "DEBATE_MODERATOR" | "MODERATOR" }
  /** Nobody: a threshold was passed. */
  | { kind: "AUTOMATIC" };

export type LogTarget = {
  kind: ModerationTarget;
  debate: { slug: string; title: string } | null;
  /** The argument, or the one that a comment stands below; no title while its words are hidden. */
  argument: { id: string; number: string; title: string | null } | null;
  commentId: string | null;
  /** Whose thing it is, or the person acted upon; null for a debate and once the account was erased. */
  person: Person | null;
};

/** What a curator changed about an argument's place, as it was numbered then ("": the motion). */
export type LogChange =
  | { kind: "MOVE"; from: string; to: string }
  | { kind: "MERGE" | "SPLIT" | "LINK"; to: string }
  | { kind: "MARK"; to: ArgumentMark[] };

export type LogEntryView = {
  /** Its number: from 1, without a gap. */
  id: number;
  at: string;
  action: ModerationAction;
  target: LogTarget;
  ground: ModerationGround;
  change: LogChange | null;
  /**
   * What had waited before it was shown, when this accepts or declines it, or takes that back; null
   * for all else.
   */
  waited: SuggestionKind | null;
  /** Whether it did what a member had suggested. */
  suggested: boolean;
  /** In public; empty once the law has taken the words. */
  reason: string;
  by: LogActor;
  /** When a silence or suspension ends by itself; null for all else. */
  until: string | null;
  /** The entry that this one takes back, and the one that took this one back. */
  undoes: number | null;
  undoneBy: number | null;
  appeal: { state: "WAITING" | "UPHELD" | "OVERTURNED"; outcome: number | null } | null;
  /** The entry whose appeal this one decides. */
  decidesAppealOf: number | null;
  purged: boolean;
  previousHash: string;
  hash: string;
};

/** The log's end: what to publish, so that a rewritten log is found out. */
export type LogHead = { entries: number; hash: string };

/** Until when an entry can be appealed; null when it takes nothing away, or was decided since. */
export function appealEnd(entry: LogEntryView): Date | null {
  const { action, target, undoneBy, appeal, at } = entry;
  if (!appealable.includes(action) || !target.person || undoneBy !== null || appeal) return null;
  return new Date(Date.parse(at) + moderationLimits.appealDays * 86_400_000);
}

/** The word of the catalogue for what was done: a brief, and what had waited, are named as such. */
export function didOf({ action, target, waited }: LogEntryView): string {
  if (waited) return action === "RESTORE" ? "did.RESTORE_WAITED" : `did.${action}_${waited}`;
  const ofBrief = target.kind === "DEBATE" && (action === "EDIT" || action === "KEEP");
  return ofBrief ? `did.${action}_BRIEF` : `did.${action}`;
}
