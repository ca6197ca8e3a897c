import "server-only";
import { randomUUID } from "node:crypto";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { writePrepared } from "@/lib/db/prepared";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { commentDraft } from "../links";
import { findMentions } from "../mentions";
import { canComment } from "../rules";
import type { PostCommentInput } from "../schema";
import { readPlace } from "./place";

/** What was written: public ids and the debate's slug, enough to lead there. */
export type WrittenComment = { id: string; argumentId: string; debate: string };

const postSql =
  "SELECT comment_id, slug FROM post_comment($1::int, $2::int, $3::int, $4::int, $5::uuid, $6::int, $7, $8::uuid, $9::text[], $10)";

/**
 * Posts a comment on an argument, or an answer to a comment, which joins that comment's thread. One
 * statement that carries the rule (see the migration `posts`), names the people in it, tells whom it
 * concerns and forgets its draft. The same submission key by the same person makes one comment,
 * however often it is sent.
 *
 * @throws DomainError NOT_FOUND, COMMENT_DELETED, ACCOUNT_DISABLED, SIGN_IN_REQUIRED, or the refusal of `canComment`
 */
export async function postComment(actor: Actor, input: PostCommentInput): Promise<WrittenComment> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  const { argumentId: argument, replyToId: replyTo, body } = input;
  if (replyTo && replyTo.debateId !== argument.debateId) throw new DomainError("NOT_FOUND");
  await limit("comments", actor.id);
  const { debateId } = argument;
  const [made] = await writePrepared<{ comment_id: number; slug: string }>("comment", postSql, [
    ...[debateId, argument.id, replyTo?.id ?? null],
    ...[actor.id, actor.sessionId ?? null, actor.tokenId ?? null],
    ...[body, input.submissionKey ?? randomUUID(), findMentions(body)],
    commentDraft(publicId(argument), replyTo ? publicId(replyTo) : null),
  ]);
  if (!made) return db.$transaction((tx) => explain(tx, actor, input));
  tellChanged(...affected.contribution(debateId, actor.handle));
  tellHappened(happened(argument, "COMMENTED"));
  const id = publicId({ debateId, id: made.comment_id });
  return { id, argumentId: publicId(argument), debate: made.slug };
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

async function alreadyPosted(
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
  assertGranted(canComment(actor, await readPlace(tx, input.argumentId, actor.id)));
  // What refused it has changed since: trying again will tell.
  if (!input.replyToId) throw new DomainError("UNAVAILABLE");
  const { debateId, id } = input.replyToId;
  const answered = await tx.comment.findFirst({
    where: { debateId, id, argumentId: input.argumentId.id },
    select: { status: true },
  });
  throw new DomainError(answered && answered.status !== "LIVE" ? "COMMENT_DELETED" : "NOT_FOUND");
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
