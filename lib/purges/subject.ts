import type { TargetRef } from "@/lib/moderation/target";
import type { ModerationTarget } from "@/lib/moderation/vocabulary";
import type { PurgeSubject } from "./schema";

type Columns = {
  target: ModerationTarget;
  debateId: number | null;
  argumentId: number | null;
  commentId: number | null;
  wordsOfId: number | null;
};

/** What a stored purge is about, as a request names it. The table's checks promise the columns. */
export function namedBy({ target, wordsOfId, ...row }: Columns): PurgeSubject {
  if (wordsOfId !== null) return { target: "ENTRY", id: wordsOfId };
  const debateId = row.debateId!;
  return target === "COMMENT"
    ? { target, id: { debateId, id: row.commentId! } }
    : { target: "ARGUMENT", id: { debateId, id: row.argumentId! } };
}

/** What stands in a debate under somebody's name: that alone is purged as a whole. */
export type Thing = Extract<TargetRef, { target: "ARGUMENT" | "COMMENT" }>;

export function isThing(about: TargetRef): about is Thing {
  return about.target === "ARGUMENT" || about.target === "COMMENT";
}

/**
 * The columns by which rows about a thing are found. A merge takes comments along to another
 * argument, so that is not asked for.
 */
export function thingIn(about: Thing) {
  const { target, debateId } = about;
  return target === "COMMENT"
    ? { target, debateId, commentId: about.commentId }
    : { target, debateId, argumentId: about.argumentId };
}
