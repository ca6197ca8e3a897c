import "server-only";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { happened, type Happening } from "@/lib/live/happenings";
import { columnsOf, type TargetRef } from "../target";
import { heaviestReason, hidesAtOnce } from "../triage";
import type { FlagReason } from "../vocabulary";
import { appendEntry } from "./append-entry";
import type { Thing } from "./thing";

/** A thing that can be hidden: a person cannot. */
export type Hideable = Extract<TargetRef, { target: "ARGUMENT" | "COMMENT" }>;

/** The rule that nobody carries out: what the log says of it. */
const words = (key: "hidden" | "edited") => translator("moderation")(`automatic.${key}`);

/**
 * Hides a thing whose flags weigh enough, before anybody has looked: once in its life. The review
 * goes on waiting. The thing and the review are locked. Its version stays: the words have not
 * changed, so that what its author is writing just now still fits.
 *
 * @returns what open pages are to hear; null when it stays as it is
 */
export async function hideAtOnce(
  tx: Transaction,
  { reviewId, about, thing }: { reviewId: number; about: TargetRef; thing: Thing },
  flags: readonly { reason: FlagReason; weight: number }[],
): Promise<Happening | null> {
  if (about.target !== "ARGUMENT" && about.target !== "COMMENT") return null;
  const threshold = env.AUTO_HIDE_SCORE;
  if (!hidesAtOnce(flags, { threshold, hiddenBefore: false })) return null;
  const hiddenBefore = await wasHiddenAtOnce(tx, about);
  if (!hidesAtOnce(flags, { threshold, hiddenBefore })) return null;
  const happening = await hide(tx, about);
  const hidingId = await appendEntry(tx, {
    action: "HIDE",
    about,
    actorId: null,
    personId: thing.authorId,
    ground: heaviestReason(flags),
    publicReason: words("hidden"),
    details: { from: "LIVE", to: "HIDDEN" },
    snapshot: thing.words,
  });
  await tx.review.update({ where: { id: reviewId }, data: { hidingId }, select: { id: true } });
  return happening;
}

async function wasHiddenAtOnce(tx: Transaction, about: Hideable): Promise<boolean> {
  const before = await tx.moderationEntry.findFirst({
    where: { ...columnsOf(about), action: "HIDE", actorId: null },
    select: { id: true },
  });
  return before !== null;
}

async function hide(tx: Transaction, about: Hideable): Promise<Happening> {
  const { debateId, argumentId } = about;
  if (about.target === "ARGUMENT") {
    await tx.argument.update({
      where: { debateId_id: { debateId, id: argumentId } },
      data: { status: "ARCHIVED", curated: true, withheld: true, updatedAt: new Date() },
      select: { id: true },
    });
    return happened({ debateId, id: argumentId }, "ARCHIVED");
  }
  await tx.comment.update({
    where: { debateId_id: { debateId, id: about.commentId } },
    data: { status: "HIDDEN" },
    select: { id: true },
  });
  return happened({ debateId, id: argumentId }, "COMMENT_DELETED");
}

/** The entry that hid a thing at once and stands, while its review waits; null when there is none. */
export async function hidingOf(tx: Transaction, about: TargetRef): Promise<number | null> {
  const { target, debateId, argumentId, commentId } = columnsOf(about);
  const [row] = await tx.$queryRaw<{ entry: number | null }[]>`
    SELECT hidden_at_once(${target}::"ModerationTarget", ${debateId}::int, ${argumentId}::int, ${commentId}::int) AS entry`;
  return row?.entry ?? null;
}

/**
 * Its author has edited what was hidden at once: the log says that it is back. Whoever was about to
 * decide on the old words has to look again.
 */
export async function bringBack(
  tx: Transaction,
  about: Hideable,
  { hidingId, authorId }: { hidingId: number; authorId: number },
  before: Record<string, unknown>,
): Promise<void> {
  await tx.review.updateMany({
    where: { hidingId, status: "WAITING" },
    data: { version: { increment: 1 } },
  });
  await appendEntry(tx, {
    action: "RESTORE",
    about,
    actorId: null,
    personId: authorId,
    ground: "OTHER",
    publicReason: words("edited"),
    undoesId: hidingId,
    details: { from: "HIDDEN", to: "LIVE" },
    snapshot: before,
  });
}
