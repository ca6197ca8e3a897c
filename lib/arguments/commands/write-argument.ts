import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { isThreadLocked, readSlowUntil } from "@/lib/debates/commands/what-keeps-out";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { assertVoice } from "@/lib/auth/standing";
import { resolveSources, type CitedSource } from "@/lib/sources/commands/cite";
import { canReply, canSubmit } from "../rules";
import { type SubmitArgumentInput } from "../schema";
import { argumentLimits, draftForm } from "../vocabulary";

export type SubmittedArgument = { id: string; number: string; debate: string };

export type Keyed = SubmitArgumentInput & { submissionKey: string };
export type Made = { debate_id: number; argument_id: number; path: number[] };

/** Words that waited were sent long ago: what its author writes by now in the same form stays. */
const noDraft = "";

/**
 * Writes an argument as one step of a longer transaction, in the name of its author.
 * @throws DomainError as `submitArgument`
 */
export async function writeArgument(
  tx: Transaction,
  author: Actor,
  input: Keyed,
  debateId: number,
): Promise<SubmittedArgument> {
  const cited = await resolveSources(tx, debateId, author.id, input.sources);
  const [made] = await tx.$queryRaw<Made[]>(statement(author, input, cited, noDraft));
  return made ? submitted(made, input.debate) : explain(tx, author, input);
}

export function submitted(made: Made, debate: string): SubmittedArgument {
  const id = publicId({ debateId: made.debate_id, id: made.argument_id });
  return { id, number: made.path.join("."), debate };
}

/**
 * The statement that writes an argument and carries the rule; no row when it refuses.
 * @param draft the form whose words were sent
 */
export function statement(
  actor: Actor,
  input: Keyed,
  cited: readonly CitedSource[],
  draft = draftForm.reply(input.parentId ? publicId(input.parentId) : null, input.stance),
): Prisma.Sql {
  const { debate, parentId, stance, title, body, submissionKey } = input;
  const factIds = [...new Set(input.factIds)].sort((a, b) => a - b);
  return Prisma.sql`
    SELECT debate_id, argument_id, path FROM submit_argument(
      ${debate}::text, ${parentId?.debateId ?? null}::int, ${parentId?.id ?? null}::int,
      ${actor.id}::int, ${actor.sessionId ?? null}::uuid, ${actor.tokenId ?? null}::int,
      ${stance}::"Stance", ${title}::text, ${body}::text, ${submissionKey}::uuid,
      ${JSON.stringify(cited)}::jsonb, ${factIds}::int[], ${argumentLimits.depth}::int, ${draft}::text)`;
}

/** Nothing was written: it had been before, or the facts are read and the rule words its refusal. */
export async function explain(
  tx: Transaction,
  actor: Actor,
  input: Keyed,
): Promise<SubmittedArgument> {
  const before = await alreadySubmitted(tx, actor, input);
  if (before) return before;
  await assertVoice(tx, actor);
  await assertSubmittable(tx, actor, input);
  // What refused it has changed since: trying again will tell.
  throw new DomainError("UNAVAILABLE");
}

/**
 * The rule of the statement, read step by step so that a refusal has its words.
 *
 * @returns the debate's id
 * @throws DomainError NOT_FOUND, INVALID_INPUT, or the refusal of `canSubmit` or `canReply`
 */
export async function assertSubmittable(
  tx: Transaction,
  actor: Actor,
  input: SubmitArgumentInput,
): Promise<number> {
  const debate = await tx.debate.findUnique({
    where: { slug: input.debate },
    select: {
      ...{ id: true, status: true, locked: true },
      roles: { where: { userId: actor.id, role: "EDITOR" }, select: { userId: true } },
    },
  });
  const viewerIsEditor = debate !== null && debate.roles.length > 0;
  if (!debate || (debate.status === "DRAFT" && !viewerIsEditor)) throw new DomainError("NOT_FOUND");
  const { id: debateId, status: debateStatus, locked: debateLocked } = debate;
  const slowUntil = await readSlowUntil(tx, debateId, actor.id);
  const place = { debateStatus, viewerIsEditor, debateLocked, slowUntil };
  assertGranted(canSubmit(actor, place));
  if (input.parentId) {
    const { id } = input.parentId;
    const parent = await tx.argument.findUnique({
      where: { debateId_id: { debateId, id } },
      select: { status: true, authorId: true, path: true },
    });
    if (!parent || input.parentId.debateId !== debateId) throw new DomainError("NOT_FOUND");
    const { status, authorId, path } = parent;
    const threadLocked = await isThreadLocked(tx, debateId, path);
    const facts = { status, authorId, depth: path.length, curated: false };
    assertGranted(canReply(actor, { ...facts, ...place, threadLocked }));
  }
  const known = await tx.fact.count({ where: { debateId, id: { in: input.factIds } } });
  if (known !== new Set(input.factIds).size) throw new DomainError("INVALID_INPUT");
  return debateId;
}

/** What the same submission made before; null when it made nothing. */
export async function alreadySubmitted(
  tx: Pick<Transaction, "argument">,
  actor: Actor,
  { submissionKey }: Keyed,
): Promise<SubmittedArgument | null> {
  const argument = await tx.argument.findUnique({
    where: { authorId_submissionKey: { authorId: actor.id, submissionKey } },
    select: { debateId: true, id: true, path: true, debate: { select: { slug: true } } },
  });
  return argument
    ? { id: publicId(argument), number: argument.path.join("."), debate: argument.debate.slug }
    : null;
}
