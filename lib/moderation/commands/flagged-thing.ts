import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canFlag, canReportError } from "../rules";
import type { FlagInput } from "../schema";
import type { TargetRef } from "../target";
import { lockThing, type Thing } from "./thing";

/** What a flag is about; of a brief, the fact that is wrong, where it is one. */
export type Flagged = { about: TargetRef; factId: number | null };

/** @throws DomainError NOT_FOUND */
export async function findFlagged(tx: Transaction, input: FlagInput): Promise<Flagged> {
  if (input.target === "DEBATE") return findInBrief(tx, input.id, input.fact);
  return { about: await findTarget(tx, input), factId: null };
}

async function findInBrief(
  tx: Transaction,
  slug: string,
  number: number | undefined,
): Promise<Flagged> {
  const debate = await tx.debate.findUnique({ where: { slug }, select: { id: true } });
  if (!debate) throw new DomainError("NOT_FOUND");
  const debateId = debate.id;
  const about = { target: "DEBATE", debateId } as const;
  if (number === undefined) return { about, factId: null };
  const fact = await tx.fact.findUnique({
    where: { debateId_number: { debateId, number } },
    select: { id: true },
  });
  if (!fact) throw new DomainError("NOT_FOUND");
  return { about, factId: fact.id };
}

async function findTarget(
  tx: Transaction,
  input: Exclude<FlagInput, { target: "DEBATE" }>,
): Promise<TargetRef> {
  if (input.target === "PERSON") {
    const person = await tx.user.findUnique({ where: { handle: input.id }, select: { id: true } });
    if (!person) throw new DomainError("NOT_FOUND");
    return { target: "PERSON", personId: person.id };
  }
  const { debateId, id } = input.id;
  if (input.target === "ARGUMENT") return { target: "ARGUMENT", debateId, argumentId: id };
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { argumentId: true },
  });
  if (!comment) throw new DomainError("NOT_FOUND");
  return { target: "COMMENT", debateId, argumentId: comment.argumentId, commentId: id };
}

/**
 * Keeps the thing as it is until the transaction's end, after the rule has agreed. A fact changes
 * only while its debate's row is locked.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canFlag` or `canReportError`
 */
export async function lockFlagged(
  tx: Transaction,
  actor: Actor,
  { about, factId }: Flagged,
): Promise<Thing> {
  if (about.target !== "DEBATE") {
    const thing = await lockThing(tx, about, actor.id);
    const { authorId, live, debateStatus } = thing;
    assertGranted(canFlag(actor, { authorId, live, debateStatus }));
    return thing;
  }
  const thing = await lockThing(tx, about, actor.id);
  const struck = await tx.fact.count({
    where: { debateId: about.debateId, id: factId ?? 0, certainty: "STRUCK" },
  });
  assertGranted(canReportError(actor, { debateStatus: thing.debateStatus!, struck: struck > 0 }));
  return thing;
}
