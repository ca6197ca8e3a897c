import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { readVotes } from "../queries";
import { canVote } from "../rules";
import type {
  CastVoteInput,
  Impact,
  VoteFormInput,
  VoteSummary,
  WithdrawVoteInput,
} from "../schema";

export type VoteResult = { id: string; impact: Impact | null; votes: VoteSummary };

/**
 * One person, one vote: casts or changes the actor's vote in one statement that carries the rule
 * as its predicate; the row trigger keeps the counts. No read comes before it.
 *
 * @throws DomainError NOT_FOUND or the refusal of `canVote`
 */
export async function castVote(actor: Actor, { id, impact }: CastVoteInput): Promise<VoteResult> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  const cast = await db.$executeRaw`
    INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version)
    SELECT a.debate_id, a.id, u.id, ${impact}::smallint, a.parent_id, a.stance, a.version
    FROM arguments a
    JOIN debates d ON d.id = a.debate_id
    JOIN users u ON u.id = ${actor.id}
    WHERE a.debate_id = ${id.debateId} AND a.id = ${id.id}
      AND a.status = 'LIVE' AND d.status = 'OPEN' AND a.author_id <> u.id AND u.status = 'ACTIVE'
      AND (${actor.sessionId ?? null}::uuid IS NULL OR EXISTS (
        SELECT FROM sessions s WHERE s.id = ${actor.sessionId ?? null}::uuid AND s.expires_at > now()))
    FOR SHARE OF u
    ON CONFLICT (debate_id, argument_id, user_id) DO UPDATE
      SET impact = EXCLUDED.impact, parent_id = EXCLUDED.parent_id, stance = EXCLUDED.stance,
          version = EXCLUDED.version, updated_at = now()`;
  if (cast === 0) {
    await explainRefusal(actor, id);
    // What refused it has changed since: nothing was written, and trying again will tell.
    throw new DomainError("UNAVAILABLE");
  }
  tellChanged(...affected.vote(id.debateId));
  return { id: publicId(id), impact: impact as Impact, votes: await readVotes(id) };
}

/** Takes the actor's vote back; without one nothing changes. */
export async function withdrawVote(actor: Actor, { id }: WithdrawVoteInput): Promise<VoteResult> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  const withdrawn = await db.$executeRaw`
    DELETE FROM impact_votes v
    USING arguments a, debates d, users u
    WHERE v.debate_id = ${id.debateId} AND v.argument_id = ${id.id} AND v.user_id = ${actor.id}
      AND a.debate_id = v.debate_id AND a.id = v.argument_id AND a.status = 'LIVE'
      AND d.id = v.debate_id AND d.status = 'OPEN'
      AND u.id = v.user_id AND u.status = 'ACTIVE'
      AND (${actor.sessionId ?? null}::uuid IS NULL OR EXISTS (
        SELECT FROM sessions s WHERE s.id = ${actor.sessionId ?? null}::uuid AND s.expires_at > now()))`;
  if (withdrawn === 0) await explainRefusal(actor, id);
  tellChanged(...affected.vote(id.debateId));
  return { id: publicId(id), impact: null, votes: await readVotes(id) };
}

/** What the form sends: a step or the wish to withdraw. */
export async function vote(actor: Actor, input: VoteFormInput): Promise<VoteResult> {
  return input.impact === "withdraw"
    ? withdrawVote(actor, { id: input.id })
    : castVote(actor, { id: input.id, impact: input.impact });
}

/** No row was touched: reads the facts and words the refusal by the same rule. */
async function explainRefusal(actor: Actor, id: DebateItemRef): Promise<void> {
  const argument = await db.argument.findUnique({
    where: { debateId_id: { debateId: id.debateId, id: id.id } },
    select: { status: true, authorId: true, debate: { select: { status: true } } },
  });
  if (!argument || argument.debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  assertGranted(
    canVote(actor, {
      debateStatus: argument.debate.status,
      argumentStatus: argument.status,
      authorId: argument.authorId,
    }),
  );
  await db.$transaction((tx) => assertStanding(tx, actor));
}
