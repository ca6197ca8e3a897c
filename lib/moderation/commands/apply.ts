import "server-only";
import { writeChange } from "@/lib/arguments/commands/change";
import { visibilityOf, type Visibility } from "@/lib/arguments/visibility";
import type { Transaction } from "@/lib/db/client";
import { happened, type Happening } from "@/lib/live/happenings";
import { refusePurged } from "@/lib/purges/commands/refuse-purged";
import { DomainError } from "@/lib/shared/errors";
import { isUnaccepted } from "@/lib/suggestions/queries/unaccepted";
import type { TargetRef } from "../target";

export type Change = { from: Visibility; to: Visibility; happening: Happening | null };

/**
 * Makes a thing as visible as `to` says; its row is locked already. Votes, replies and words stay.
 * @param reason what the history of an argument says
 * @throws DomainError PURGED or PURGE_WAITS when that would show what the law hides, NOT_ACCEPTED what
 *   is not accepted any more
 */
export async function makeVisible(
  tx: Transaction,
  actorId: number,
  about: TargetRef,
  to: Visibility,
  reason: string,
): Promise<Change | null> {
  if (to !== "HIDDEN") {
    await refusePurged(tx, about);
    if (await isUnaccepted(tx, about)) throw new DomainError("NOT_ACCEPTED");
  }
  if (about.target === "ARGUMENT") return changeArgument(tx, actorId, about, to, reason);
  if (about.target === "COMMENT") return changeComment(tx, about, to);
  return null;
}

async function changeArgument(
  tx: Transaction,
  actorId: number,
  { debateId, argumentId: id }: Extract<TargetRef, { target: "ARGUMENT" }>,
  to: Visibility,
  reason: string,
): Promise<Change> {
  const argument = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: {
      title: true,
      body: true,
      version: true,
      status: true,
      curated: true,
      withheld: true,
      authorId: true,
      debate: { select: { slug: true } },
    },
  });
  const { title, body, version, authorId } = argument;
  const from = visibilityOf(argument);
  const live = to === "LIVE";
  const before = { slug: argument.debate.slug, version, authorId };
  await writeChange(tx, { id: actorId }, { debateId, id }, before, {
    change: live ? "RESTORED" : "ARCHIVED",
    title,
    body,
    reason,
    status: live ? "LIVE" : "ARCHIVED",
    curated: to === "CURATED" || to === "HIDDEN",
    withheld: to === "HIDDEN",
    logged: true,
  });
  return { from, to, happening: happened({ debateId, id }, live ? "RESTORED" : "ARCHIVED") };
}

async function changeComment(
  tx: Transaction,
  { debateId, argumentId, commentId: id }: Extract<TargetRef, { target: "COMMENT" }>,
  to: Visibility,
): Promise<Change> {
  const live = to === "LIVE";
  const { count } = await tx.comment.updateMany({
    where: { debateId, id, status: live ? "HIDDEN" : "LIVE" },
    data: { status: live ? "LIVE" : "HIDDEN", version: { increment: 1 } },
  });
  const what = live ? "COMMENTED" : "COMMENT_DELETED";
  return {
    from: live ? "HIDDEN" : "LIVE",
    to,
    happening: count > 0 ? happened({ debateId, id: argumentId }, what) : null,
  };
}
