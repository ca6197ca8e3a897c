import { db } from "@/lib/db/client";
import {
  linkArgumentSchema,
  mergeArgumentsSchema,
  moveArgumentSchema,
} from "@/lib/arguments/curation-schema";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

export const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "granted",
    (error: DomainError) => error.code,
  );

export const person = async (role: Viewer["role"] = "MEMBER") =>
  asViewer(await createUser(db, { role }));

export const refOf = ({ debateId, id }: DebateItemRef) => ({ debateId, id });

const publicReason = "It belongs there.";

export const move = (id: DebateItemRef, to: string, stance: "SUPPORT" | "OPPOSE" = "SUPPORT") =>
  moveArgumentSchema.parse({ id: publicId(id), to, stance, publicReason });
export const link = (id: DebateItemRef, to: string, stance: "SUPPORT" | "OPPOSE" = "SUPPORT") =>
  linkArgumentSchema.parse({ id: publicId(id), to, stance, publicReason });
export const merge = (id: DebateItemRef, into: DebateItemRef) =>
  mergeArgumentsSchema.parse({ id: publicId(id), into: publicId(into), publicReason });

/** Where every live argument of a debate stands, by id: its number, side and words. */
export async function treeOf(debateId: number) {
  const rows = await db.argument.findMany({
    where: { debateId, status: "LIVE" },
    orderBy: { id: "asc" },
    select: { id: true, parentId: true, stance: true, path: true, title: true, marks: true },
  });
  return rows.map((row) => ({ ...row, path: row.path.join(".") }));
}

/** Every live vote on the debate's live arguments. */
export async function votesOf(debateId: number) {
  return db.impactVote.findMany({
    where: { debateId, argument: { status: "LIVE" } },
    orderBy: [{ argumentId: "asc" }, { userId: "asc" }],
    select: { argumentId: true, userId: true, impact: true, parentId: true, stance: true },
  });
}

/** @throws Error when kept counts are not what counting gives, or the tree does not hold together */
export async function checkWhole(debateId: number): Promise<void> {
  const wrong = await db.$queryRaw<object[]>`
    SELECT c.argument_id, c.vote_count, c.comments, c.support_children, c.oppose_children
    FROM argument_counts c JOIN arguments a ON a.debate_id = c.debate_id AND a.id = c.argument_id
    WHERE c.debate_id = ${debateId} AND (
      c.vote_count <> (SELECT count(*) FROM impact_votes v WHERE v.debate_id = a.debate_id AND v.argument_id = a.id)
      OR c.vote_sum <> (SELECT coalesce(sum(impact), 0) FROM impact_votes v WHERE v.debate_id = a.debate_id AND v.argument_id = a.id)
      OR c.comments <> (SELECT count(*) FROM comments m WHERE m.debate_id = a.debate_id AND m.argument_id = a.id AND m.status = 'LIVE')
      OR c.support_children <> (SELECT count(*) FROM arguments r WHERE r.debate_id = a.debate_id AND r.parent_id = a.id AND r.status = 'LIVE' AND r.stance = 'SUPPORT')
      OR c.oppose_children <> (SELECT count(*) FROM arguments r WHERE r.debate_id = a.debate_id AND r.parent_id = a.id AND r.status = 'LIVE' AND r.stance = 'OPPOSE')
      OR (c.parent_id, c.stance, c.live) IS DISTINCT FROM (a.parent_id, a.stance, a.status = 'LIVE'))
    UNION ALL
    SELECT a.id, 0, 0, 0, 0 FROM arguments a LEFT JOIN arguments p ON p.debate_id = a.debate_id AND p.id = a.parent_id
    WHERE a.debate_id = ${debateId} AND a.path[:cardinality(a.path) - 1] <> coalesce(p.path, '{}')`;
  if (wrong.length > 0)
    throw new Error(`The tree does not hold together: ${JSON.stringify(wrong)}`);
}
