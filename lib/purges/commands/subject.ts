import "server-only";
import { visibilityOf } from "@/lib/arguments/visibility";
import type { Transaction } from "@/lib/db/client";
import { affected, tags, type Tag } from "@/lib/live/tags";
import { lockThing } from "@/lib/moderation/commands/thing";
import { readEntry } from "@/lib/moderation/commands/undo-entry";
import { targetOf, type TargetRef } from "@/lib/moderation/target";
import { DomainError } from "@/lib/shared/errors";
import { purgeOf } from "../queries/purge-of";
import type { PurgeableFacts } from "../rules";
import type { PurgeSubject } from "../schema";
import type { Thing } from "../subject";

/** What is to be purged, locked until the transaction's end. */
export type LockedSubject = PurgeableFacts & {
  about: TargetRef;
  /** Of this entry the words alone. */
  wordsOfId: number | null;
  /** Whether somebody can read it now, so that it has to be hidden. */
  shown: boolean;
  /** The words as they stand, for the log's snapshot. */
  words: Record<string, unknown>;
  /** Whose pages show it. */
  handle: string | null;
};

/** Finds and locks what was named. @throws DomainError NOT_FOUND */
export async function lockSubject(
  tx: Transaction,
  named: PurgeSubject,
  viewerId: number,
): Promise<LockedSubject> {
  if (named.target === "ENTRY") return lockEntry(tx, named.id);
  const about = await findThing(tx, named);
  const { authorId, debateStatus, words, handle } = await lockThing(tx, about, viewerId);
  const shown = await isShown(tx, about);
  const purge = await purgeOf(tx, about);
  return { about, wordsOfId: null, authorId, debateStatus, purge, shown, words, handle };
}

async function findThing(
  tx: Transaction,
  { target, id: { debateId, id } }: Exclude<PurgeSubject, { target: "ENTRY" }>,
): Promise<Thing> {
  if (target === "ARGUMENT") return { target, debateId, argumentId: id };
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { argumentId: true },
  });
  if (!comment) throw new DomainError("NOT_FOUND");
  return { target, debateId, argumentId: comment.argumentId, commentId: id };
}

async function isShown(tx: Transaction, about: Thing): Promise<boolean> {
  const { debateId } = about;
  if (about.target === "COMMENT") {
    const { status } = await tx.comment.findUniqueOrThrow({
      where: { debateId_id: { debateId, id: about.commentId } },
      select: { status: true },
    });
    return status === "LIVE";
  }
  const argument = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id: about.argumentId } },
    select: { status: true, curated: true, withheld: true },
  });
  return visibilityOf(argument) !== "HIDDEN";
}

/** The words of an entry: their row is locked, so that they are purged once. */
async function lockEntry(tx: Transaction, id: number): Promise<LockedSubject> {
  await tx.$executeRaw`SELECT FROM moderation_words WHERE entry_id = ${id} FOR UPDATE`;
  const entry = await readEntry(tx, id);
  const more = await tx.moderationEntry.findUniqueOrThrow({
    where: { id },
    select: {
      words: { select: { purgedAt: true } },
      debate: { select: { status: true } },
      person: { select: { handle: true } },
      purgesOfWords: { where: { withdrawnAt: null }, select: { id: true } },
    },
  });
  const purged = more.words?.purgedAt != null;
  return {
    about: targetOf(entry),
    wordsOfId: id,
    authorId: entry.personId,
    debateStatus: more.debate?.status ?? null,
    purge: purged ? "DONE" : more.purgesOfWords.length > 0 ? "WAITING" : null,
    shown: false,
    words: {},
    handle: more.person?.handle ?? null,
  };
}

/** What a purge that is asked for, done or withdrawn makes stale. */
export function tagsOf({ about, handle }: Pick<LockedSubject, "about" | "handle">): Tag[] {
  const debateId = "debateId" in about ? about.debateId : null;
  if (handle !== null) return affected.moderation(debateId, handle);
  return debateId === null ? [tags.modlog()] : [tags.modlog(), tags.debate(debateId)];
}
