import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { TargetRef } from "../target";
import type { Undoable } from "../vocabulary";

/** What is to be taken back, as the log has it. */
type Done = {
  id: number;
  details: unknown;
  about: TargetRef;
};

/** Makes the thing as it was before the entry. Its row is locked. */
type Undoing = (tx: Transaction, done: Done) => Promise<unknown>;

const endSanction: Undoing = (tx, { id }) => tx.sanction.deleteMany({ where: { entryId: id } });

const unset =
  (flag: "locked" | "featured"): Undoing =>
  (tx, { about }) => {
    const data = { [flag]: false };
    if (about.target === "ARGUMENT") {
      const { debateId, argumentId: id } = about;
      return tx.argument.updateMany({ where: { debateId, id }, data });
    }
    return updateDebate(tx, about, data);
  };

const slowAsBefore: Undoing = (tx, { about, details }) =>
  updateDebate(tx, about, { slowMinutes: (details as { from: number | null }).from });

const openAgain: Undoing = (tx, { about }) =>
  updateDebate(tx, about, { status: "OPEN", closedAt: null, conclusion: "" });

/** The conclusion that stood before is in the words of the entry, unless the law has taken them. */
const closeAgain: Undoing = async (tx, { id, about, details }) => {
  const words = await tx.moderationWords.findUnique({
    where: { entryId: id },
    select: { snapshot: true },
  });
  const { body = "" } = (words?.snapshot ?? {}) as { body?: string };
  const { closedAt } = details as { closedAt: string | null };
  return updateDebate(tx, about, {
    status: "CLOSED",
    closedAt: closedAt === null ? null : new Date(closedAt),
    conclusion: body,
  });
};

type DebateChange = Parameters<Transaction["debate"]["updateMany"]>[0]["data"];

async function updateDebate(tx: Transaction, about: TargetRef, data: DebateChange): Promise<void> {
  if (about.target !== "DEBATE") return;
  await tx.debate.updateMany({ where: { id: about.debateId }, data });
}

/** How sanctions and a debate's or thread's life are taken back. */
export const lifeUndoings = {
  SILENCE: endSanction,
  SUSPEND: endSanction,
  BAN: endSanction,
  LOCK: unset("locked"),
  FEATURE: unset("featured"),
  SLOW: slowAsBefore,
  CLOSE: openAgain,
  REOPEN: closeAgain,
} as const satisfies Partial<Record<Undoable, Undoing>>;
