import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canFlag, priorityOf, reporterWeight, scoreOf, standingOf } from "../rules";
import type { FlagInput } from "../schema";
import { columnsOf, type TargetRef } from "../target";
import { lockThing } from "./thing";

export type Flagged = {
  id: number;
  /** Whether this person had flagged the thing before: then nothing was added. */
  before: boolean;
};

/**
 * Tells the moderators what is wrong with a thing. Flags of one thing wait together; a person flags a
 * thing once, and a second time changes nothing.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT for a duplicate that is not of this debate, or the
 *   refusal of `canFlag`
 */
export async function flag(actor: Actor, input: FlagInput): Promise<Flagged> {
  await limit("flags", actor.id);
  return writing([], async (tx) => {
    await assertVoice(tx, actor);
    const about = await findTarget(tx, input);
    const { authorId, live, debateStatus } = await lockThing(tx, about, actor.id);
    assertGranted(canFlag(actor, { authorId, live, debateStatus }));
    const duplicateOf = await findDuplicate(tx, about, input);
    const columns = columnsOf(about);
    const before = await tx.flag.findFirst({
      where: {
        reporterId: actor.id,
        ...columns,
        personId: about.target === "PERSON" ? authorId : null,
      },
      select: { id: true },
    });
    if (before) return { id: before.id, before: true };
    const reviewId = await openReview(tx, about, authorId);
    const { id } = await tx.flag.create({
      data: {
        ...columns,
        personId: about.target === "PERSON" ? authorId : null,
        reviewId,
        reporterId: actor.id,
        reason: input.reason,
        note: input.note,
        sourceUrl: input.sourceUrl ?? null,
        duplicateOf,
        weight: await weigh(tx, actor.id),
      },
      select: { id: true },
    });
    await rank(tx, reviewId);
    return { id, before: false };
  });
}

async function findTarget(
  tx: Transaction,
  input: FlagInput,
): Promise<Exclude<TargetRef, { target: "DEBATE" }>> {
  if (input.target === "PERSON") {
    const person = await tx.user.findUnique({ where: { handle: input.id }, select: { id: true } });
    if (!person) throw new DomainError("NOT_FOUND");
    return { target: "PERSON", personId: person.id };
  }
  const { debateId, id } = input.id;
  if (input.target === "ARGUMENT") return { target: "ARGUMENT", debateId, argumentId: id };
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { argumentId: true },
  });
  if (!comment) throw new DomainError("NOT_FOUND");
  return { target: "COMMENT", debateId, argumentId: comment.argumentId, commentId: id };
}

async function findDuplicate(
  tx: Transaction,
  about: TargetRef,
  { duplicateOf }: FlagInput,
): Promise<number | null> {
  if (!duplicateOf) return null;
  const { debateId, id } = duplicateOf;
  const other =
    about.target === "ARGUMENT" && about.debateId === debateId && about.argumentId !== id
      ? await tx.argument.findUnique({
          where: { debateId_id: { debateId, id } },
          select: { id: true },
        })
      : null;
  if (!other) {
    const words = translator("moderation")("flag.notHere");
    throw new DomainError("INVALID_INPUT", { fields: { duplicateOf: [words] } });
  }
  return other.id;
}

/** The review that waits for this thing; its row stays locked. */
async function openReview(tx: Transaction, about: TargetRef, authorId: number): Promise<number> {
  const { target, debateId, argumentId, commentId } = columnsOf(about);
  await tx.$executeRaw`
    INSERT INTO reviews (cause, target, debate_id, argument_id, comment_id, author_id)
    VALUES ('FLAG', ${target}::"ModerationTarget", ${debateId}::int, ${argumentId}::int, ${commentId}::int, ${authorId})
    ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM reviews
    WHERE status = 'WAITING' AND cause = 'FLAG' AND target = ${target}::"ModerationTarget"
      AND debate_id IS NOT DISTINCT FROM ${debateId}::int
      AND argument_id IS NOT DISTINCT FROM ${argumentId}::int
      AND comment_id IS NOT DISTINCT FROM ${commentId}::int AND author_id = ${authorId}
    FOR UPDATE`;
  return row!.id;
}

/** How much the reporter's word counts now. */
async function weigh(tx: Transaction, reporterId: number): Promise<number> {
  const [row] = await tx.$queryRaw<
    { days: number; contributions: number; agreed: number; decided: number }[]
  >`
    SELECT extract(epoch FROM now() - u.created_at)::float8 / 86400 AS days,
      (SELECT count(*) FROM (SELECT FROM arguments a WHERE a.author_id = u.id AND a.status = 'LIVE' LIMIT 30) a)::int
        + (SELECT count(*) FROM (SELECT FROM comments c WHERE c.author_id = u.id AND c.status = 'LIVE' LIMIT 30) c)::int
        AS contributions,
      last.agreed, last.decided
    FROM users u, LATERAL (
      SELECT count(*)::int AS decided, (count(*) FILTER (WHERE f.outcome = 'UPHELD'))::int AS agreed
      FROM (SELECT outcome FROM flags WHERE reporter_id = u.id AND decided_at IS NOT NULL
            ORDER BY decided_at DESC LIMIT 100) f) last
    WHERE u.id = ${reporterId}`;
  const { days, contributions, agreed, decided } = row!;
  return reporterWeight(standingOf(days, contributions), { agreed, decided });
}

/** Counts a review's flags anew. */
async function rank(tx: Transaction, reviewId: number): Promise<void> {
  const review = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { openedAt: true, raised: { select: { reason: true, weight: true } } },
  });
  const score = scoreOf(review.raised);
  await tx.review.update({
    where: { id: reviewId },
    data: {
      score,
      flags: review.raised.length,
      priority: priorityOf(score, review.openedAt),
      version: { increment: 1 },
    },
    select: { id: true },
  });
}
