import "server-only";
import { randomUUID } from "node:crypto";
import { assertStanding } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { tellOfArgument } from "@/lib/notifications/commands/tell";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canReply, canSubmit } from "../rules";
import type { SubmitArgumentInput } from "../schema";
import { cite } from "./content";
import { draftForm } from "../draft";

export type SubmittedArgument = { id: string; number: string; debate: string };

/**
 * Puts a new argument for or against the motion or an argument, with its first revision, its
 * sources and its facts. Sending the same submission key again answers with the first result.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, TOO_MANY_REQUESTS, or the refusal of `canSubmit` or `canReply`
 */
export async function submitArgument(
  actor: Actor,
  input: SubmitArgumentInput,
): Promise<SubmittedArgument> {
  await limit("arguments", actor.id);
  const submissionKey = input.submissionKey ?? randomUUID();
  try {
    const made = await db.$transaction((tx) => submitIn(tx, actor, { ...input, submissionKey }));
    const ref = parsePublicId(made.id)!;
    tellChanged(...affected.contribution(ref.debateId, actor.handle));
    tellHappened(happened(ref, "ADDED"));
    return made;
  } catch (error) {
    const twice = error instanceof Error && "code" in error && error.code === "P2002";
    const first = twice ? await alreadySubmitted(db, actor, submissionKey) : null;
    if (first) return first;
    throw error;
  }
}

type Keyed = SubmitArgumentInput & { submissionKey: string };

async function submitIn(tx: Transaction, actor: Actor, input: Keyed): Promise<SubmittedArgument> {
  const before = await alreadySubmitted(tx, actor, input.submissionKey);
  if (before) return before;
  await assertStanding(tx, actor);
  const debate = await tx.debate.findUnique({
    where: { slug: input.debate },
    select: { id: true, slug: true, status: true },
  });
  if (!debate || debate.status === "DRAFT") throw new DomainError("NOT_FOUND");
  assertGranted(canSubmit(actor, debate.status));
  const path = await takeNumber(tx, actor, debate, input);
  const { id } = await tx.argument.create({
    data: {
      debateId: debate.id,
      parentId: input.parentId?.id ?? null,
      stance: input.stance,
      path,
      title: input.title,
      body: input.body,
      authorId: actor.id,
      submissionKey: input.submissionKey,
    },
    select: { id: true },
  });
  const ref = { debateId: debate.id, id };
  const cited = await cite(tx, ref, actor.id, input);
  await tx.argumentRevision.create({
    data: {
      debateId: debate.id,
      argumentId: id,
      version: 1,
      change: "CREATED",
      title: input.title,
      body: input.body,
      sources: cited.sources,
      factIds: cited.factIds,
      editorId: actor.id,
    },
  });
  if (input.parentId) await tellOfArgument(tx, ref);
  const form = draftForm.reply(input.parentId ? publicId(input.parentId) : null, input.stance);
  await tx.draft.deleteMany({ where: { debateId: debate.id, userId: actor.id, form } });
  return { id: publicId(ref), number: path.join("."), debate: debate.slug };
}

/** The next number below the motion or the parent; taking it queues on that one row. */
async function takeNumber(
  tx: Transaction,
  actor: Actor,
  debate: { id: number; status: "DRAFT" | "OPEN" | "CLOSED" | "ARCHIVED" },
  { parentId }: SubmitArgumentInput,
): Promise<number[]> {
  if (!parentId) {
    const { nextRoot } = await tx.debate.update({
      where: { id: debate.id },
      data: { nextRoot: { increment: 1 } },
      select: { nextRoot: true },
    });
    return [nextRoot - 1];
  }
  if (parentId.debateId !== debate.id) throw new DomainError("NOT_FOUND");
  const rows = await tx.$queryRaw<ParentRow[]>`
    UPDATE arguments SET next_child = next_child + 1
    WHERE debate_id = ${debate.id} AND id = ${parentId.id}
    RETURNING path, status, author_id AS "authorId", next_child - 1 AS "number"`;
  const parent = rows[0];
  if (!parent) throw new DomainError("NOT_FOUND");
  const { path, status, authorId } = parent;
  const facts = {
    debateStatus: debate.status,
    status,
    authorId,
    depth: path.length,
    viewerIsEditor: false,
  };
  assertGranted(canReply(actor, facts));
  return [...path, parent.number];
}

type ParentRow = { path: number[]; status: "LIVE" | "ARCHIVED"; authorId: number; number: number };

async function alreadySubmitted(
  tx: Pick<Transaction, "argument">,
  actor: Actor,
  submissionKey: string,
): Promise<SubmittedArgument | null> {
  const argument = await tx.argument.findUnique({
    where: { authorId_submissionKey: { authorId: actor.id, submissionKey } },
    select: { debateId: true, id: true, path: true, debate: { select: { slug: true } } },
  });
  return argument
    ? { id: publicId(argument), number: argument.path.join("."), debate: argument.debate.slug }
    : null;
}
