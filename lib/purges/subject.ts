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

/**
 * The columns by which rows about an argument or a comment are found; null for anything else. A
 * merge takes comments along to another argument, so that is not asked for.
 */
export function thingIn(about: TargetRef) {
  const { target } = about;
  if (target === "COMMENT") return { target, debateId: about.debateId, commentId: about.commentId };
  if (target !== "ARGUMENT") return null;
  return { target, debateId: about.debateId, argumentId: about.argumentId };
}
