import "server-only";
import { randomUUID } from "node:crypto";
import { assertVoice } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { writePrepared } from "@/lib/db/prepared";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { resolveSources } from "@/lib/sources/commands/cite";
import { type SubmitArgumentInput } from "../schema";
import {
  alreadySubmitted,
  explain,
  statement,
  submitted,
  type Keyed,
  type Made,
  type SubmittedArgument,
} from "./write-argument";

/**
 * Puts a new argument for or against the motion or an argument, with its first revision, its
 * sources and its facts: one statement that carries the rule (see the migration `posts`), in a
 * transaction with the sources that it adds to the debate. Sending the same submission key again
 * answers with the first result. What people send comes by `offerArgument`, which may let it wait.
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
    return submitted(made, keyed.debate);
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
