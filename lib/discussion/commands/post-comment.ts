import "server-only";
import { randomUUID } from "node:crypto";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { writePrepared } from "@/lib/db/prepared";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { commentDraft } from "../links";
import { findMentions } from "../mentions";
import { canComment } from "../rules";
import type { PostCommentInput } from "../schema";
import { readPlace } from "./place";

/** What was written: public ids and the debate's slug, enough to lead there. */
export type WrittenComment = { id: string; argumentId: string; debate: string };

type Made = { comment_id: number; slug: string };

/**
 * Posts a comment on an argument, or an answer to a comment, which joins that comment's thread. One
 * statement that carries the rule (see the migration `posts`), names the people in it, tells whom it
 * concerns and forgets its draft. The same submission key by the same person makes one comment,
 * however often it is sent. What people send comes by `offerComment`, which may let it wait.
 *
 * @throws DomainError NOT_FOUND, COMMENT_DELETED, ACCOUNT_DISABLED, SIGN_IN_REQUIRED, or the refusal of `canComment`
 */
export async function postComment(actor: Actor, input: PostCommentInput): Promise<WrittenComment> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  const { argumentId: argument, replyToId: replyTo } = input;
  if (replyTo && replyTo.debateId !== argument.debateId) throw new DomainError("NOT_FOUND");
  await limit("comments", actor.id);
  const { debateId } = argument;
  const draft = commentDraft(publicId(argument), replyTo ? publicId(replyTo) : null);
  const { text, values } = statement(actor, input, draft);
  const [made] = await writePrepared<Made>("comment", text, values);
  if (!made) return db.$transaction((tx) => explain(tx, actor, input));
  tellChanged(...affected.contribution(debateId, actor.handle));
  tellHappened(happened(argument, "COMMENTED"));
  return posted(made, argument);
}

/**
 * Writes a comment as one step of a longer transaction, in the name of its author.
 * @throws DomainError as `postComment`
 */
export async function writeComment(
  tx: Transaction,
  author: Actor,
  input: PostCommentInput,
): Promise<WrittenComment> {
  // Words that waited were sent long ago: what its author writes by now in the same form stays.
  const [made] = await tx.$queryRaw<Made[]>(statement(author, input, ""));
  return made ? posted(made, input.argumentId) : explain(tx, author, input);
}

/** @param draft the form whose words were sent */
function statement(
  actor: Actor,
  { argumentId: argument, replyToId, ...input }: PostCommentInput,
  draft: string,
) {
  const named = findMentions(input.body);
  return Prisma.sql`
    SELECT comment_id, slug FROM post_comment(
      ${argument.debateId}::int, ${argument.id}::int, ${replyToId?.id ?? null}::int, ${actor.id}::int,
      ${actor.sessionId ?? null}::uuid, ${actor.tokenId ?? null}::int, ${input.body}::text,
      ${input.submissionKey ?? randomUUID()}::uuid, ${named}::text[], ${draft}::text)`;
}

function posted({ comment_id, slug }: Made, argument: DebateItemRef): WrittenComment {
  const id = publicId({ debateId: argument.debateId, id: comment_id });
  return { id, argumentId: publicId(argument), debate: slug };
}

/** Nothing was written: it had been before, or the facts are read and the rule words its refusal. */
async function explain(
  tx: Transaction,
  actor: Actor,
  input: PostCommentInput,
): Promise<WrittenComment> {
  await assertVoice(tx, actor);
  return (await alreadyPosted(tx, actor, input)) ?? refuse(tx, actor, input);
}

/** What the same submission posted before; null when it posted nothing. */
export async function alreadyPosted(
  tx: Transaction,
  actor: Actor,
  { submissionKey }: PostCommentInput,
): Promise<WrittenComment | null> {
  if (!submissionKey) return null;
  const comment = await tx.comment.findUnique({
    where: { authorId_submissionKey: { authorId: actor.id, submissionKey } },
    select: { debateId: true, id: true, argumentId: true },
  });
  return comment ? written(tx, comment) : null;
}

async function refuse(tx: Transaction, actor: Actor, input: PostCommentInput): Promise<never> {
  await assertPostable(tx, actor, input);
  // What refused it has changed since: trying again will tell.
  throw new DomainError("UNAVAILABLE");
}

/**
 * The rule of the statement, read step by step so that a refusal has its words.
 * @throws DomainError NOT_FOUND, COMMENT_DELETED or the refusal of `canComment`
 */
export async function assertPostable(
  tx: Transaction,
  actor: Actor,
  input: PostCommentInput,
): Promise<void> {
  assertGranted(canComment(actor, await readPlace(tx, input.argumentId, actor.id)));
  if (!input.replyToId) return;
  const { debateId, id } = input.replyToId;
  const answered = await tx.comment.findFirst({
    where: { debateId, id, argumentId: input.argumentId.id },
    select: { status: true },
  });
  if (!answered) throw new DomainError("NOT_FOUND");
  if (answered.status !== "LIVE") throw new DomainError("COMMENT_DELETED");
}

/** Where a comment is, in public ids. */
export async function written(
  tx: Transaction,
  comment: { debateId: number; id: number; argumentId: number },
): Promise<WrittenComment> {
  const { debateId, argumentId } = comment;
  const { slug } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { slug: true },
  });
  return {
    id: publicId(comment),
    argumentId: publicId({ debateId, id: argumentId }),
    debate: slug,
  };
}
