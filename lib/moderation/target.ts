import type { ModerationTarget } from "./vocabulary";

/** What a flag, a review or an entry is about; ids are the database's. */
export type TargetRef =
  | { target: "DEBATE"; debateId: number }
  | { target: "ARGUMENT"; debateId: number; argumentId: number }
  | { target: "COMMENT"; debateId: number; argumentId: number; commentId: number }
  | { target: "PERSON"; personId: number };

type Columns = {
  target: ModerationTarget;
  debateId: number | null;
  argumentId: number | null;
  commentId: number | null;
};

/** The columns that name a target; null where it has none. */
export function columnsOf(ref: TargetRef): Columns {
  return {
    target: ref.target,
    debateId: "debateId" in ref ? ref.debateId : null,
    argumentId: "argumentId" in ref ? ref.argumentId : null,
    commentId: "commentId" in ref ? ref.commentId : null,
  };
}

/** The target that a row names. `personId` is the row's person: its own target, or whose thing it is. */
export function targetOf(row: Columns & { personId: number | null }): TargetRef {
  const { debateId, argumentId, commentId, personId } = row;
  if (row.target === "PERSON") return { target: "PERSON", personId: personId! };
  if (row.target === "DEBATE") return { target: "DEBATE", debateId: debateId! };
  const argument = { debateId: debateId!, argumentId: argumentId! };
  if (row.target === "ARGUMENT") return { target: "ARGUMENT", ...argument };
  return { target: "COMMENT", ...argument, commentId: commentId! };
}
