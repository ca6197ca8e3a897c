import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { outdatePreparedWith } from "@/lib/interchange/commands/outdate-prepared";
import { affected } from "@/lib/live/tags";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { provePassword } from "./settings";

/**
 * Erases an account for good. Arguments and comments stay under "Deleted account"; votes, drafts,
 * visits and everything that could lead back to the person go.
 * @throws DomainError INVALID_INPUT when the handle is not typed, PASSWORD_WRONG, NOT_ALLOWED for
 *   the last administrator
 */
export async function eraseAccount(
  actor: Actor,
  input: { handle: string; password: string },
): Promise<{ erased: true }> {
  if (actor.scopes) throw new DomainError("SCOPE_MISSING");
  if (input.handle !== actor.handle) {
    const t = translator("accounts");
    const words = t("erase.handleWrong", { handle: actor.handle });
    throw new DomainError("INVALID_INPUT", { fields: { handle: [words] } });
  }
  const account = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (account.passwordHash !== null) await provePassword(actor, input.password);
  await writing(affected.person(), async (tx) => {
    // First of all: a vote or a word that is on its way waits, and then finds the account erased.
    await tx.$executeRaw`SELECT FROM users WHERE id = ${actor.id} FOR UPDATE`;
    await keepAnAdministrator(tx, actor.id);
    await removeTraces(tx, actor.id);
    await tx.user.update({
      where: { id: actor.id },
      data: {
        status: "ERASED",
        role: "MEMBER",
        handle: `deleted-${actor.id}`,
        handleSkeleton: `deleted-${actor.id}`,
        name: "Deleted account",
        email: null,
        emailVerifiedAt: null,
        passwordHash: null,
        about: "",
        locale: "en",
      },
      select: { id: true },
    });
  });
  return { erased: true };
}

/**
 * Locks the administrators' rows, so that the last two cannot leave at the same moment.
 * @throws DomainError NOT_ALLOWED when this person is the only one
 */
export async function keepAnAdministrator(tx: Transaction, leavingId: number): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM users WHERE role = 'ADMINISTRATOR' AND status = 'ACTIVE' ORDER BY id FOR UPDATE`;
  const isOne = administrators.some(({ id }) => id === leavingId);
  if (isOne && administrators.length === 1) {
    throw new DomainError("NOT_ALLOWED", { params: { because: "last-administrator" } });
  }
}

/** What waits is taken back, and words that were sent are kept no longer but where they are shown. */
async function emptySuggestions(tx: Transaction, userId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE suggestions SET content = '{}', accepted = NULL, version = version + 1,
      status = CASE WHEN status IN ('WAITING', 'ASKED_BACK') THEN 'WITHDRAWN' ELSE status END
    WHERE author_id = ${userId}`;
  await tx.review.updateMany({
    where: {
      ...{ authorId: userId, suggestionId: { not: null } },
      ...{ status: "WAITING", cause: { not: "APPEAL" } },
    },
    data: { status: "DECIDED", decidedAt: new Date(), claimedById: null, claimedUntil: null },
  });
}

/** Triggers keep the counts of votes; people who took part are counted less one. */
async function removeTraces(tx: Transaction, userId: number): Promise<void> {
  // Votes and words on their way refer to this row: they are finished first.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`;
  const mine = { where: { userId } };
  await tx.impactVote.deleteMany(mine);
  await tx.formerVote.deleteMany(mine);
  await tx.draft.deleteMany(mine);
  await tx.debateVisit.deleteMany(mine);
  await tx.commentMention.deleteMany(mine);
  await tx.session.deleteMany(mine);
  await tx.personalToken.deleteMany(mine);
  await tx.identity.deleteMany(mine);
  await tx.oneTimeToken.deleteMany(mine);
  await tx.idempotentAnswer.deleteMany(mine);
  await tx.webhook.deleteMany({ where: { ownerId: userId } });
  await tx.debateRole.deleteMany(mine);
  await tx.notification.deleteMany(mine);
  await tx.notificationSettings.deleteMany(mine);
  await tx.follow.deleteMany(mine);
  await tx.block.deleteMany({ where: { OR: [{ blockerId: userId }, { blockedId: userId }] } });
  await tx.preparedExport.deleteMany({ where: { ownerId: userId } });
  await outdatePreparedWith(tx, userId);
  await tx.sanction.deleteMany(mine);
  await emptySuggestions(tx, userId);
  await tx.queueView.deleteMany(mine);
  await tx.savedReply.deleteMany(mine);
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM participations p WHERE p.user_id = ${userId}
        AND NOT EXISTS (SELECT FROM arguments a WHERE a.debate_id = p.debate_id AND a.author_id = p.user_id)
        AND NOT EXISTS (SELECT FROM comments c WHERE c.debate_id = p.debate_id AND c.author_id = p.user_id)
      RETURNING debate_id)
    UPDATE debate_counts c SET people = people - 1 FROM gone WHERE c.debate_id = gone.debate_id`;
}
