import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import type { Happening } from "@/lib/live/happenings";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { type DecideReviewInput } from "../schema";
import { detailsOf, whatComesOf } from "../outcome";
import { isSanction } from "../sanctions";
import type { TargetRef } from "../target";
import { decisionsFor } from "../vocabulary";
import { factNamed } from "../queries/correction";
import { appendEntry } from "./append-entry";
import { makeVisible } from "./apply";
import { closeReview } from "./close-review";
import { hidingOf } from "./hide-at-once";
import { lockReview } from "./locked-review";
import { impose } from "./sanction";
import { tellActed } from "./tell-acted";
import type { Thing } from "./thing";

/** `entry` is the number in the public log. */
export type Decided = { review: number; entry: number };

/**
 * Decides what waits: the action, its public reason and the end of the flags, in one transaction.
 * Flags count as right when something was done, and as wrong when the thing was kept.
 *
 * @throws DomainError as `lockReview`; INVALID_INPUT for a decision that the thing does not allow
 */
export async function decideReview(actor: Actor, input: DecideReviewInput): Promise<Decided> {
  await limit("moderation", actor.id);
  const { decided, about, handle, happening } = await db.$transaction((tx) =>
    decide(tx, actor, input),
  );
  tellActed(about, handle, happening);
  return decided;
}

async function decide(tx: Transaction, actor: Actor, input: DecideReviewInput) {
  const { review: id, version, decision } = input;
  const { about, thing, cause, factId } = await lockReview(tx, actor, id, version);
  if (cause !== "FLAG" || !decisionsFor(about.target).includes(decision)) {
    const words = translator("moderation")("review.notPossible");
    throw new DomainError("INVALID_INPUT", { fields: { decision: [words] } });
  }
  const { entryId, happening } = await act(tx, actor, { about, thing, factId }, input);
  const outcome = decision === "KEEP" ? "DECLINED" : "UPHELD";
  await closeReview(tx, { id, actorId: actor.id, entryId, outcome });
  return { decided: { review: id, entry: entryId }, about, handle: thing.handle, happening };
}

type Case = { about: TargetRef; thing: Thing; factId: number | null };

/** Does what was decided, and appends its entry. */
async function act(
  tx: Transaction,
  actor: Actor,
  { about, thing, factId }: Case,
  { decision, ground, publicReason, privateNote, days }: DecideReviewInput,
): Promise<{ entryId: number; happening: Happening | null }> {
  const words = { ground, publicReason, privateNote };
  if (about.target === "PERSON" && isSanction(decision)) {
    const wanted = { ...words, kind: decision, days };
    const { entry } = await impose(tx, actor, { about, thing }, wanted);
    return { entryId: entry, happening: null };
  }
  const hiding = await hidingOf(tx, about);
  const { goal, ...logged } = whatComesOf(decision, hiding);
  const change = goal ? await makeVisible(tx, actor.id, about, goal, publicReason) : null;
  const entryId = await appendEntry(tx, {
    ...logged,
    about,
    actorId: actor.id,
    personId: thing.authorId,
    ...words,
    ground: decision === "KEEP" ? "NO_BREACH" : ground,
    details: {
      ...(change && decision !== "WARN" ? detailsOf(change, hiding) : {}),
      ...(await factNamed(tx, about, factId)),
    },
    snapshot: thing.words,
  });
  return { entryId, happening: change?.happening ?? null };
}
