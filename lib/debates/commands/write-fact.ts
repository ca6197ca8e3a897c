import "server-only";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { tellOfCorrection } from "@/lib/notifications/commands/tell";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import type { WriteFactInput } from "../brief-schema";
import type { Certainty } from "../schema";
import { debateLimits } from "../vocabulary";
import { changingBrief, type ChangedBrief, type LockedDebate } from "./changing-brief";
import { citeInBrief } from "./cite-in-brief";
import { itemNow } from "./item-now";

/**
 * Adds a fact to the brief, or changes one. Other words or another certainty for a fact that readers
 * have seen are a correction: what it said stays on the brief's page with the reason, the log of
 * moderation names it, and whoever cited it is told.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT (a correction without a reason, too many facts),
 *   STALE_VERSION, or the refusal of `canEditBrief`
 */
export async function writeFact(actor: Actor, input: WriteFactInput): Promise<ChangedBrief> {
  const { id } = input;
  const part = {
    part: "facts" as const,
    id: id ?? null,
    now: (tx: Transaction, debateId: number) => itemNow(tx, debateId, "facts", id),
  };
  return changingBrief(actor, input, part, (tx, debate) =>
    id ? changeFact(tx, actor, debate, { ...input, id }) : addFact(tx, actor, debate, input),
  );
}

async function addFact(
  tx: Transaction,
  actor: Actor,
  { id: debateId }: LockedDebate,
  { text, certainty, sources }: WriteFactInput,
): Promise<number> {
  if (certainty === "STRUCK") throw wrong("certainty", "NOT_USABLE");
  const { _count, _max } = await tx.fact.aggregate({
    where: { debateId },
    _count: true,
    _max: { number: true },
  });
  if (_count >= debateLimits.items) throw wrong("text", "TOO_MANY");
  const number = (_max.number ?? 0) + 1;
  const { id: factId } = await tx.fact.create({
    data: { debateId, number, text, certainty },
    select: { id: true },
  });
  await citeInBrief(tx, debateId, actor.id, { factId }, sources);
  return factId;
}

type Changed = WriteFactInput & { id: number };
type Stored = { number: number; text: string; certainty: Certainty; version: number };

async function changeFact(
  tx: Transaction,
  actor: Actor,
  debate: LockedDebate,
  input: Changed,
): Promise<number> {
  const debateId = debate.id;
  const { id, text, certainty } = input;
  const before = await tx.fact.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { number: true, text: true, certainty: true, version: true },
  });
  if (!before) throw new DomainError("NOT_FOUND");
  await citeInBrief(tx, debateId, actor.id, { factId: id }, input.sources);
  if (before.text === text && before.certainty === certainty) return id;
  const published = debate.debateStatus !== "DRAFT";
  if (!published && certainty === "STRUCK") throw wrong("certainty", "NOT_USABLE");
  if (published && input.reason.length < 3) throw wrong("reason", "REQUIRED");
  await tx.fact.update({
    where: { debateId_id: { debateId, id } },
    data: { text, certainty, version: before.version + (published ? 1 : 0) },
    select: { id: true },
  });
  if (published) await correct(tx, actor, debateId, input, before);
  return id;
}

async function correct(
  tx: Transaction,
  actor: Actor,
  debateId: number,
  { id: factId, certainty, reason }: Changed,
  { number, text: formerText, certainty: formerCertainty }: Stored,
): Promise<void> {
  await tx.factCorrection.create({
    data: { debateId, factId, formerText, formerCertainty, reason },
    select: { id: true },
  });
  const entryId = await appendEntry(tx, {
    action: "CORRECT",
    about: { target: "DEBATE", debateId },
    actorId: actor.id,
    personId: null,
    ground: "QUALITY",
    publicReason: reason,
    details: { fact: number, from: formerCertainty, to: certainty },
    snapshot: { text: formerText, certainty: formerCertainty },
  });
  await tellOfCorrection(tx, { debateId, id: factId }, entryId);
}

function wrong(field: string, code: "REQUIRED" | "TOO_MANY" | "NOT_USABLE"): DomainError {
  return new DomainError("INVALID_INPUT", {
    fields: { [field]: [translator("errors")(`fields.${code}`)] },
  });
}
