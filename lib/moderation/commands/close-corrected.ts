import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { CloseCorrectedInput } from "../queue-schema";
import { correctionSince } from "../queries/correction";
import { canCloseCorrected } from "../rules";
import { closeReview } from "./close-review";
import { lockReview } from "./locked-review";

/**
 * Ends the report of an error in a brief because the brief was corrected since: the report was right,
 * and the entry that says what was corrected is the answer to it. Nothing is logged twice.
 *
 * @throws DomainError as `lockReview`, NOT_FOUND for what is no report of an error, or the refusal of
 *   `canCloseCorrected`
 */
export async function closeCorrected(
  actor: Actor,
  input: CloseCorrectedInput,
): Promise<{ review: number; entry: number }> {
  await limit("moderation", actor.id);
  const { closed, debateId, handle } = await db.$transaction((tx) => close(tx, actor, input));
  tellChanged(...affected.moderation(debateId, handle));
  return closed;
}

async function close(tx: Transaction, actor: Actor, { review: id, version }: CloseCorrectedInput) {
  const { about, thing, cause, factId, openedAt } = await lockReview(tx, actor, id, version);
  if (about.target !== "DEBATE" || cause !== "FLAG") throw new DomainError("NOT_FOUND");
  const { debateId } = about;
  const correction = await correctionSince(tx, { debateId, factId, openedAt });
  assertGranted(canCloseCorrected(actor, { ...thing, correction }));
  const entryId = correction!;
  await closeReview(tx, { id, actorId: actor.id, entryId, outcome: "UPHELD" });
  return { closed: { review: id, entry: entryId }, debateId, handle: thing.handle };
}
