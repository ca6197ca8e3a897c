import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened, type Happening } from "@/lib/live/happenings";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { makeVisible } from "@/lib/moderation/commands/apply";
import { columnsOf } from "@/lib/moderation/target";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canRequestPurge } from "../rules";
import type { RequestPurgeInput } from "../schema";
import { actorNow } from "./actor-now";
import { lockSubject, tagsOf, type LockedSubject } from "./subject";

/** `entry` hid the thing until another administrator decides; null when nobody could read it. */
export type RequestedPurge = { purge: number; entry: number | null };

/**
 * Asks that words go for good because the law says so. Until another administrator confirms it,
 * nobody can read them.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canRequestPurge`
 */
export async function requestPurge(
  actor: Actor,
  input: RequestPurgeInput,
): Promise<RequestedPurge> {
  await limit("moderation", actor.id);
  const { requested, subject, happening } = await db.$transaction((tx) =>
    request(tx, actor, input),
  );
  tellChanged(...tagsOf(subject));
  if (happening) tellHappened(happening);
  return requested;
}

async function request(tx: Transaction, actor: Actor, input: RequestPurgeInput) {
  const administrator = await actorNow(tx, actor);
  const subject = await lockSubject(tx, input, actor.id);
  assertGranted(canRequestPurge(administrator, subject));
  const { about, authorId, wordsOfId, shown } = subject;
  const hidden = shown ? await hide(tx, actor, subject, input) : null;
  const { ground, legalBasis, publicReason } = input;
  const { id } = await tx.purge.create({
    data: {
      ...columnsOf(about),
      ...{ authorId, wordsOfId, ground, legalBasis, publicReason },
      requestedById: actor.id,
      hiddenById: hidden?.entry ?? null,
    },
    select: { id: true },
  });
  const requested = { purge: id, entry: hidden?.entry ?? null };
  return { requested, subject, happening: hidden?.happening ?? null };
}

async function hide(
  tx: Transaction,
  actor: Actor,
  { about, authorId, words }: LockedSubject,
  { ground, publicReason }: RequestPurgeInput,
): Promise<{ entry: number; happening: Happening | null }> {
  const change = await makeVisible(tx, actor.id, about, "HIDDEN", publicReason);
  const entry = await appendEntry(tx, {
    action: "HIDE",
    about,
    actorId: actor.id,
    personId: authorId,
    ground,
    publicReason,
    details: change ? { from: change.from, to: change.to } : {},
    snapshot: words,
  });
  return { entry, happening: change?.happening ?? null };
}
