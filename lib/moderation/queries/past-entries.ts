import "server-only";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { publicId } from "@/lib/shared/ids";
import type { PastEntry } from "../view";
import type { ReviewRow } from "./review-rows";

/** What is told of an entry to whoever decides. */
export const pastSelect = {
  id: true,
  action: true,
  ground: true,
  at: true,
  actorId: true,
  words: { select: { publicReason: true } },
  undoneBy: { select: { id: true } },
} satisfies Prisma.ModerationEntrySelect;

type PastRow = Prisma.ModerationEntryGetPayload<{ select: typeof pastSelect }>;

export function toPast({ id, action, ground, at, words, undoneBy }: PastRow): PastEntry {
  return {
    entry: id,
    action,
    ground,
    publicReason: words?.publicReason ?? "",
    at: at.toISOString(),
    undone: undoneBy !== null,
  };
}

/** What was done before to the thing that waits, or to that fact of a brief, newest first. */
export async function entriesAbout(row: ReviewRow): Promise<PastEntry[]> {
  const { target, debateId, argumentId, commentId, authorId, suggestionId } = row;
  const fact = row.factNumber === null ? {} : detailOf("fact", row.factNumber);
  const waited =
    debateId === null || suggestionId === null ? null : publicId({ debateId, id: suggestionId });
  const rows = await db.moderationEntry.findMany({
    where: waited
      ? { debateId, OR: namings.map((name) => detailOf(name, waited)) }
      : target === "PERSON"
        ? { personId: authorId }
        : { target, debateId, argumentId, commentId, ...fact, ...ofItself },
    orderBy: { id: "desc" },
    take: 20,
    select: pastSelect,
  });
  return rows.map(toPast);
}

/** What was declined stands nowhere: it was not the argument that it was sent for. */
const ofItself = {
  NOT: { OR: [{ action: "DECLINE" }, { undoes: { action: "DECLINE" } }] },
} satisfies Prisma.ModerationEntryWhereInput;

/** How entries name what waited. */
const namings = ["suggestion", "accepted", "again"];

const detailOf = (name: string, equals: string | number) => ({
  details: { path: [name], equals },
});
