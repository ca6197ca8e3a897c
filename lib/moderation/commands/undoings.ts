import "server-only";
import { takeBackMerge } from "@/lib/arguments/commands/take-back/merge";
import {
  takeBackLink,
  takeBackMark,
  takeBackMove,
  type TakeBack,
} from "@/lib/arguments/commands/take-back/place";
import { takeBackWords } from "@/lib/arguments/commands/take-back/words";
import type { Visibility } from "@/lib/arguments/visibility";
import type { Transaction } from "@/lib/db/client";
import { happened, lifeChanged, type Happening } from "@/lib/live/happenings";
import { takeBackApproval } from "@/lib/suggestions/commands/take-back-approval";
import type { TargetRef } from "../target";
import type { Undoable } from "../vocabulary";
import { makeVisible } from "./apply";
import { lifeUndoings } from "./undoing-life";

type Case = {
  tx: Transaction;
  actorId: number;
  entry: { id: number; details: unknown };
  about: TargetRef;
  words: { publicReason: string };
};

/** What the entry that takes another back says was changed, and what open pages hear of it. */
type Undone = { details: Record<string, unknown>; happening: Happening | null };
type Undoing = (undone: Case) => Promise<Undone>;

const asBefore: Undoing = async ({ tx, actorId, entry, about, words }) => {
  const { from } = entry.details as { from?: Visibility };
  const change = from ? await makeVisible(tx, actorId, about, from, words.publicReason) : null;
  const details = change ? { from: change.from, to: change.to } : {};
  return { details, happening: change?.happening ?? null };
};

const unaccept: Undoing = ({ tx, actorId, entry: { details }, about, words }) =>
  takeBackApproval(tx, { actorId, about, details, reason: words.publicReason });

/** What was declined was not done: that it waits again is all. */
const nothing: Undoing = () => Promise.resolve({ details: {}, happening: null });

/** Of an argument: the change of its tree, taken back by the part that made it. */
function ofArgument(
  takeBack: (tx: Transaction, what: TakeBack) => Promise<void>,
  what: Happening["what"] = "EDITED",
): Undoing {
  return async ({ tx, actorId, entry, about, words }) => {
    if (about.target !== "ARGUMENT") throw new Error(`Only an argument can be ${what}.`);
    const ref = { debateId: about.debateId, id: about.argumentId };
    const { details } = entry;
    await takeBack(tx, { actorId, ref, details, reason: words.publicReason });
    return { details: {}, happening: happened(ref, what) };
  };
}

/** Of a person, a thread or a debate. */
const ofLife =
  (what: keyof typeof lifeUndoings): Undoing =>
  async ({ tx, entry, about }) => {
    await lifeUndoings[what](tx, { id: entry.id, details: entry.details, about });
    return { details: {}, happening: lives(what, about) };
  };

/** What open pages hear of it: of locks, slow mode and closing, which keep people from writing. */
function lives(what: keyof typeof lifeUndoings, about: TargetRef): Happening | null {
  if (what === "FEATURE") return null;
  if (about.target === "DEBATE") return lifeChanged(about.debateId);
  if (about.target !== "ARGUMENT") return null;
  return happened({ debateId: about.debateId, id: about.argumentId }, "LOCKED");
}

/** How each action is taken back; the thing is locked. */
export const undoings: Record<Undoable, Undoing> = {
  HIDE: asBefore,
  ARCHIVE: asBefore,
  RESTORE: asBefore,
  WARN: asBefore,
  APPROVE: unaccept,
  DECLINE: nothing,
  MOVE: ofArgument(takeBackMove),
  MERGE: ofArgument(takeBackMerge, "RESTORED"),
  SPLIT: ofArgument(takeBackWords),
  EDIT: ofArgument(takeBackWords),
  MARK: ofArgument(takeBackMark),
  LINK: ofArgument(takeBackLink),
  LOCK: ofLife("LOCK"),
  FEATURE: ofLife("FEATURE"),
  SLOW: ofLife("SLOW"),
  CLOSE: ofLife("CLOSE"),
  REOPEN: ofLife("REOPEN"),
  SILENCE: ofLife("SILENCE"),
  SUSPEND: ofLife("SUSPEND"),
  BAN: ofLife("BAN"),
};
