import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { limitHere } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canVote } from "../rules";
import type { CastVoteInput, VoteFormInput, VoteSummary, WithdrawVoteInput } from "../schema";
import type { Impact } from "../vocabulary";
import { castBallot } from "./ballots";

export type VoteResult = { id: string; impact: Impact | null; votes: VoteSummary };

/**
 * One person, one vote: casts or changes the actor's vote in one statement that carries the rule
 * as its predicate; the triggers keep the counts. No read comes before it.
 *
 * @throws DomainError NOT_FOUND, TOO_MANY_REQUESTS or the refusal of `canVote`
 */
export async function castVote(actor: Actor, { id, impact }: CastVoteInput): Promise<VoteResult> {
  const votes = await put(actor, id, impact);
  return { id: publicId(id), impact: impact as Impact, votes };
}

/** Takes the actor's vote back; without one nothing changes. */
export async function withdrawVote(actor: Actor, { id }: WithdrawVoteInput): Promise<VoteResult> {
  return { id: publicId(id), impact: null, votes: await put(actor, id, null) };
}

/** What the form sends: a step or the wish to withdraw. */
export async function vote(actor: Actor, input: VoteFormInput): Promise<VoteResult> {
  return input.impact === "withdraw"
    ? withdrawVote(actor, { id: input.id })
    : castVote(actor, { id: input.id, impact: input.impact });
}

async function put(actor: Actor, id: DebateItemRef, impact: number | null): Promise<VoteSummary> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  await limitHere("votes", actor.id);
  const votes = await castBallot(actor, id, impact);
  if (!votes) {
    await explainRefusal(actor, id);
    // What refused it has changed since: nothing was written, and trying again will tell.
    throw new DomainError("UNAVAILABLE");
  }
  tellChanged(...affected.vote(id.debateId));
  tellHappened(happened(id, "VOTED"));
  return votes;
}

/** The ballot was refused: reads the facts and words the refusal by the same rule. */
async function explainRefusal(actor: Actor, id: DebateItemRef): Promise<void> {
  const argument = await db.argument.findUnique({
    where: { debateId_id: { debateId: id.debateId, id: id.id } },
    select: { status: true, authorId: true, debate: { select: { status: true, locked: true } } },
  });
  if (!argument || argument.debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  assertGranted(
    canVote(actor, {
      debateStatus: argument.debate.status,
      debateLocked: argument.debate.locked,
      argumentStatus: argument.status,
      authorId: argument.authorId,
    }),
  );
  await db.$transaction((tx) => assertVoice(tx, actor));
}
