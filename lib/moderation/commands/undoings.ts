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
import { happened, type Happening } from "@/lib/live/happenings";
import type { TargetRef } from "../target";
import type { Undoable } from "../vocabulary";
import { makeVisible } from "./apply";

type Case = {
  tx: Transaction;
  actorId: number;
  entry: { details: unknown };
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

/** How each action is taken back; the thing is locked. */
export const undoings: Record<Undoable, Undoing> = {
  HIDE: asBefore,
  ARCHIVE: asBefore,
  RESTORE: asBefore,
  WARN: asBefore,
  MOVE: ofArgument(takeBackMove),
  MERGE: ofArgument(takeBackMerge, "RESTORED"),
  SPLIT: ofArgument(takeBackWords),
  EDIT: ofArgument(takeBackWords),
  MARK: ofArgument(takeBackMark),
  LINK: ofArgument(takeBackLink),
};
