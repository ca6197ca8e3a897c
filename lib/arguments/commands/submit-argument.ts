import "server-only";
import { randomUUID } from "node:crypto";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { writePrepared } from "@/lib/db/prepared";
import { isThreadLocked, readSlowUntil } from "@/lib/debates/commands/what-keeps-out";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { resolveSources, type CitedSource } from "@/lib/sources/commands/cite";
import { draftForm } from "../vocabulary";
import { canReply, canSubmit } from "../rules";
import { type SubmitArgumentInput } from "../schema";
import { argumentLimits } from "../vocabulary";

export type SubmittedArgument = { id: string; number: string; debate: string };

type Keyed = SubmitArgumentInput & { submissionKey: string };
type Made = { debate_id: number; argument_id: number; path: number[] };

/**
 * Puts a new argument for or against the motion or an argument, with its first revision, its
 * sources and its facts: one statement that carries the rule (see the migration `posts`), in a
 * transaction with the sources that it adds to the debate. Sending the same submission key again
 * answers with the first result.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, TOO_MANY_REQUESTS, or the refusal of `canSubmit` or `canReply`
 */
export async function submitArgument(
  actor: Actor,
  input: SubmitArgumentInput,
): Promise<SubmittedArgument> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  await limit("arguments", actor.id);
  const keyed = { ...input, submissionKey: input.submissionKey ?? randomUUID() };
  try {
    const made = await write(actor, keyed);
    if (!made) return await db.$transaction((tx) => explain(tx, actor, keyed));
    const ref = { debateId: made.debate_id, id: made.argument_id };
    tellChanged(...affected.contribution(ref.debateId, actor.handle));
    tellHappened(happened(ref, "ADDED"));
    return { id: publicId(ref), number: made.path.join("."), debate: keyed.debate };
  } catch (error) {
    // Sent twice at the same moment: the one that came second finds the first.
    const first = isTwice(error) ? await alreadySubmitted(db, actor, keyed) : null;
    if (first) return first;
    throw error;
  }
}

/** PostgreSQL's word for it, which Prisma hands on in a sentence. */
function isTwice(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "23505") || error.message.includes("`23505`");
}

/** Rolls the sources back that were added for an argument which then was refused. */
class NothingWritten extends Error {}

/** Undefined when the statement refused it. */
async function write(actor: Actor, input: Keyed): Promise<Made | undefined> {
  if (input.sources.length === 0) {
    const { text, values } = statement(actor, input, []);
    return (await writePrepared<Made>("argument", text, values))[0];
  }
  try {
    return await db.$transaction(async (tx) => {
      await assertVoice(tx, actor);
      const debate = await tx.debate.findUnique({
        where: { slug: input.debate },
        select: { id: true },
      });
      if (!debate) throw new NothingWritten();
      const cited = await resolveSources(tx, debate.id, actor.id, input.sources);
      const [made] = await tx.$queryRaw<Made[]>(statement(actor, input, cited));
      if (!made) throw new NothingWritten();
      return made;
    });
  } catch (error) {
    if (error instanceof NothingWritten) return undefined;
    throw error;
  }
}

function statement(actor: Actor, input: Keyed, cited: readonly CitedSource[]): Prisma.Sql {
  const { debate, parentId, stance, title, body, submissionKey } = input;
  const factIds = [...new Set(input.factIds)].sort((a, b) => a - b);
  const form = draftForm.reply(parentId ? publicId(parentId) : null, stance);
  return Prisma.sql`
    SELECT debate_id, argument_id, path FROM submit_argument(
      ${debate}::text, ${parentId?.debateId ?? null}::int, ${parentId?.id ?? null}::int,
      ${actor.id}::int, ${actor.sessionId ?? null}::uuid, ${actor.tokenId ?? null}::int,
      ${stance}::"Stance", ${title}::text, ${body}::text, ${submissionKey}::uuid,
      ${JSON.stringify(cited)}::jsonb, ${factIds}::int[], ${argumentLimits.depth}::int, ${form}::text)`;
}

/** Nothing was written: it had been before, or the facts are read and the rule words its refusal. */
async function explain(tx: Transaction, actor: Actor, input: Keyed): Promise<SubmittedArgument> {
  const before = await alreadySubmitted(tx, actor, input);
  if (before) return before;
  await assertVoice(tx, actor);
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
  // What refused it has changed since: trying again will tell.
  throw new DomainError("UNAVAILABLE");
}

async function alreadySubmitted(
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
