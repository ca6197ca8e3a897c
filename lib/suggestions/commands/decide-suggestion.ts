import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { appendEntry, tellOfEntry } from "@/lib/moderation/commands/append-entry";
import { lockReview, type LockedReview } from "@/lib/moderation/commands/locked-review";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canPublishFor } from "../rules";
import type { DecideSuggestionInput } from "../schema";
import type { SuggestionKind } from "../vocabulary";
import { withChanges } from "./change-suggestion";
import { publish, type Publication } from "./publish";
import { showAgain } from "./show-again";
import { asJson, closeRound } from "./waiting";

/** `entry` is the number in the public log; null when its author was asked. */
export type DecidedSuggestion = { review: number; entry: number | null };

/**
 * Decides what waits, once: accepted it becomes what it was sent as, in the same transaction and in the
 * name of its author; declined it stays with its author, with the reason; asked back, its author may
 * change it.
 *
 * @throws DomainError as `lockReview` (nobody decides their own), INVALID_INPUT, AUTHOR_GONE, or what
 *   refuses the contribution itself
 */
export async function decideSuggestion(
  actor: Actor,
  input: DecideSuggestionInput,
): Promise<DecidedSuggestion> {
  await limit("moderation", actor.id);
  const { entry, handle, debateId, happenings } = await db.$transaction((tx) =>
    decide(tx, actor, input),
  );
  if (entry !== null) tellChanged(...affected.moderation(debateId, handle));
  happenings.forEach(tellHappened);
  return { review: input.review, entry };
}

async function decide(tx: Transaction, actor: Actor, input: DecideSuggestionInput) {
  const locked = await lockReview(tx, actor, input.review, input.version);
  if (locked.suggestion === null || locked.cause === "APPEAL") {
    const words = translator("moderation")("review.notPossible");
    throw new DomainError("INVALID_INPUT", { fields: { decision: [words] } });
  }
  const ref = locked.suggestion;
  const outcome = { debateId: ref.debateId, handle: locked.thing.handle };
  if (input.decision === "ASK_BACK") {
    await askBack(tx, actor, ref, input.publicReason);
    return { ...outcome, entry: null, happenings: [] };
  }
  const accepted = input.decision === "APPROVE" ? await accept(tx, actor, ref, input) : null;
  const answered = await answer(tx, actor, ref, input, accepted);
  const entry = await logged(tx, actor, { ref, locked, accepted, ...answered }, input);
  await tx.review.update({
    where: { id: input.review },
    data: {
      ...{ status: "DECIDED", decidedAt: new Date(), decidedById: actor.id, entryId: entry },
      ...{ claimedById: null, claimedUntil: null, version: { increment: 1 } },
    },
    select: { id: true },
  });
  return { ...outcome, entry, happenings: accepted?.happenings ?? [] };
}

type Accepted = Publication & { changed: object | null };

type Answered = {
  ref: DebateItemRef;
  locked: LockedReview;
  accepted: Accepted | null;
  kind: string;
  why: string;
  authorId: number;
};

/**
 * One decision is one entry: what accepting did to somebody else's argument is told there, or else
 * that it was accepted or declined.
 */
async function logged(
  tx: Transaction,
  actor: Actor,
  { ref, locked, accepted, kind, why, authorId }: Answered,
  { publicReason, privateNote, ground }: DecideSuggestionInput,
): Promise<number> {
  if (accepted && accepted.entry !== null) {
    await tellOfEntry(tx, accepted.entry, authorId);
    return accepted.entry;
  }
  return appendEntry(tx, {
    action: accepted ? "APPROVE" : "DECLINE",
    about: accepted?.about ?? locked.about,
    ...{ actorId: actor.id, personId: authorId, publicReason, privateNote },
    ground: accepted ? "NO_BREACH" : ground,
    details: {
      ...accepted?.did,
      suggestion: publicId(ref),
      kind,
      why,
      ...(accepted?.changed ? { changed: true } : {}),
    },
    snapshot: locked.thing.words,
  });
}

/** Publishes it, with the editor's words where they are others. */
async function accept(
  tx: Transaction,
  editor: Actor,
  { debateId, id }: DebateItemRef,
  { title, body, onVersion, publicReason: reason, privateNote }: DecideSuggestionInput,
): Promise<Accepted> {
  const { kind, why, author, debate, content, madeId, ...found } =
    await tx.suggestion.findUniqueOrThrow({
      where: { debateId_id: { debateId, id } },
      select: {
        kind: true,
        why: true,
        content: true,
        argumentId: true,
        madeId: true,
        submissionKey: true,
        debate: { select: { id: true, slug: true } },
        author: { select: { id: true, handle: true, name: true, role: true } },
      },
    });
  const [may] = await tx.$queryRaw<{ write: boolean }[]>`
    SELECT may_write(${author.id}, NULL, NULL) AS write`;
  assertGranted(canPublishFor({ mayWrite: may!.write }));
  const own = withChanges(kind as SuggestionKind, content, {});
  const words = withChanges(own.kind, content, { title, body });
  const same = JSON.stringify(own.content) === JSON.stringify(words.content);
  const accepted = publicId({ debateId, id });
  const at = {
    ...{ ...found, debate, editor, onVersion, reason, privateNote },
    author: { ...author, emailVerified: true },
    details: { accepted, kind, why, ...(same ? {} : { changed: true }) },
  };
  const published =
    madeId === null
      ? await publish(tx, at, words)
      : await showAgain(tx, { ...at, suggestion: { debateId, id }, madeId }, words);
  return { ...published, changed: same ? null : words.content };
}

function answer(
  tx: Transaction,
  editor: Actor,
  { debateId, id }: DebateItemRef,
  { publicReason }: DecideSuggestionInput,
  accepted: Accepted | null,
) {
  const now = new Date();
  return tx.suggestion.update({
    where: { debateId_id: { debateId, id } },
    data: {
      status: accepted ? "ACCEPTED" : "DECLINED",
      ...{ answer: publicReason, answeredById: editor.id, answeredAt: now, updatedAt: now },
      ...(accepted?.changed ? { accepted: asJson(accepted.changed) } : {}),
      // Declined, it stays what it was before, if it was published once.
      ...(accepted ? { madeId: accepted.madeId } : {}),
      version: { increment: 1 },
    },
    select: { kind: true, why: true, authorId: true },
  });
}

/** Leaves the queue until its author has answered; they are told, and the log says nothing of it. */
async function askBack(tx: Transaction, editor: Actor, ref: DebateItemRef, question: string) {
  const { debateId, id } = ref;
  const now = new Date();
  const shownId = env.MODERATORS_SHOWN === "by-name" ? editor.id : null;
  await tx.suggestion.update({
    where: { debateId_id: { debateId, id } },
    data: {
      status: "ASKED_BACK",
      ...{ answer: question, answeredById: editor.id, answeredAt: now, updatedAt: now },
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await closeRound(tx, ref, editor.id);
  await tx.$executeRaw`
    INSERT INTO notifications (user_id, kind, debate_id, suggestion_id, actor_id)
    SELECT u.id, 'MODERATION', s.debate_id, s.id, ${shownId}::int
    FROM suggestions s JOIN users u ON u.id = s.author_id
    WHERE s.debate_id = ${debateId} AND s.id = ${id}
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    FOR KEY SHARE OF u`;
}
