import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { enqueue } from "@/lib/jobs/commands/enqueue";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened, type Happening } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { scoreOf, priorityOf } from "../urgency";
import type { FlagInput } from "../schema";
import { columnsOf, type TargetRef } from "../target";
import { urgentReasons } from "../triage";
import { reasonsFor, type FlagReason } from "../vocabulary";
import { findFlagged, lockFlagged } from "./flagged-thing";
import { hideAtOnce } from "./hide-at-once";
import { weigh } from "./weigh-reporter";

export type Flagged = {
  id: number;
  /** Whether this person had flagged the thing before: then nothing was added. */
  before: boolean;
};

/**
 * Tells the moderators what is wrong with a thing. Flags of one thing wait together; a person flags a
 * thing once, and a second time changes nothing. An error in a brief can be reported again once the
 * first report was decided.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT for a duplicate that is not of this debate and for a
 *   reason that does not fit, or the refusal of `canFlag` or `canReportError`
 */
export async function flag(actor: Actor, input: FlagInput): Promise<Flagged> {
  await limit("flags", actor.id);
  const { flagged, about, handle, hidden } = await db.$transaction((tx) => raise(tx, actor, input));
  if (hidden) {
    tellChanged(...affected.moderation("debateId" in about ? about.debateId : null, handle));
    tellHappened(hidden);
  }
  return flagged;
}

type Raised = { flagged: Flagged; about: TargetRef; handle: string; hidden: Happening | null };

async function raise(tx: Transaction, actor: Actor, input: FlagInput): Promise<Raised> {
  await assertVoice(tx, actor);
  const found = await findFlagged(tx, input);
  const { about, factId } = found;
  const thing = await lockFlagged(tx, actor, found);
  const { authorId, handle } = thing;
  if (!reasonsFor(about.target).includes(input.reason)) throw wrong("reason", "notThis");
  const duplicateOf = await findDuplicate(tx, about, input);
  const columns = {
    ...columnsOf(about),
    personId: about.target === "PERSON" ? authorId : null,
    factId,
  };
  const waiting = about.target === "DEBATE" ? { review: { status: "WAITING" as const } } : {};
  const before = await tx.flag.findFirst({
    where: { reporterId: actor.id, ...columns, ...waiting },
    select: { id: true },
  });
  if (before) return { flagged: { id: before.id, before: true }, about, handle, hidden: null };
  const reviewId = await openReview(tx, about, { authorId, factId });
  const { id } = await tx.flag.create({
    data: {
      ...columns,
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
  const flags = await rank(tx, reviewId);
  if (isFirstUrgent(flags, input.reason)) {
    await enqueue("moderation-alert", { review: reviewId }, { tx, key: String(reviewId) });
  }
  const hidden = await hideAtOnce(tx, { reviewId, about, thing }, flags);
  return { flagged: { id, before: false }, about, handle, hidden };
}

/** Moderators are mailed of a thing once, however many flags call it urgent. */
function isFirstUrgent(flags: readonly { reason: FlagReason }[], reason: FlagReason): boolean {
  const urgent = flags.filter((flag) => urgentReasons.includes(flag.reason));
  return urgentReasons.includes(reason) && urgent.length === 1;
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
  if (!other) throw wrong("duplicateOf", "notHere");
  return other.id;
}

function wrong(field: "duplicateOf" | "reason", code: "notHere" | "notThis"): DomainError {
  const words = translator("moderation")(`flag.${code}`);
  return new DomainError("INVALID_INPUT", { fields: { [field]: [words] } });
}

/** The review that waits for this thing; its row stays locked. */
async function openReview(
  tx: Transaction,
  about: TargetRef,
  { authorId, factId }: { authorId: number | null; factId: number | null },
): Promise<number> {
  const { target, debateId, argumentId, commentId } = columnsOf(about);
  await tx.$executeRaw`
    INSERT INTO reviews (cause, target, debate_id, argument_id, comment_id, fact_id, author_id)
    VALUES ('FLAG', ${target}::"ModerationTarget", ${debateId}::int, ${argumentId}::int, ${commentId}::int, ${factId}::int, ${authorId}::int)
    ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM reviews
    WHERE status = 'WAITING' AND cause = 'FLAG' AND target = ${target}::"ModerationTarget"
      AND debate_id IS NOT DISTINCT FROM ${debateId}::int
      AND argument_id IS NOT DISTINCT FROM ${argumentId}::int
      AND comment_id IS NOT DISTINCT FROM ${commentId}::int
      AND fact_id IS NOT DISTINCT FROM ${factId}::int AND author_id IS NOT DISTINCT FROM ${authorId}::int
    FOR UPDATE`;
  return row!.id;
}

/** Counts a review's flags anew. @returns what they say, and how much each counts */
async function rank(tx: Transaction, reviewId: number) {
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
  return review.raised;
}
