import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import type { Transaction } from "@/lib/db/client";
import { writing } from "@/lib/db/writing";
import { happened } from "@/lib/live/happenings";
import { limit } from "@/lib/limits/limit";
import { affected } from "@/lib/live/tags";
import { tellOfComment } from "@/lib/notifications/commands/tell";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { commentDraft } from "../links";
import { canComment } from "../rules";
import type { PostCommentInput } from "../schema";
import { readPlace } from "./place";
import { writeMentions } from "./write-mentions";

/** What was written: public ids and the debate's slug, enough to lead there. */
export type WrittenComment = { id: string; argumentId: string; debate: string };

/**
 * Posts a comment on an argument, or an answer to a comment, which joins that comment's thread.
 * The same submission key by the same person makes one comment, however often it is sent.
 *
 * @throws DomainError NOT_FOUND, COMMENT_DELETED, ACCOUNT_DISABLED, SIGN_IN_REQUIRED, or the refusal of `canComment`
 */
export async function postComment(actor: Actor, input: PostCommentInput): Promise<WrittenComment> {
  if (actor.scopes && !actor.scopes.includes("write")) throw new DomainError("SCOPE_MISSING");
  const { argumentId: argument, replyToId: replyTo, body } = input;
  if (replyTo && replyTo.debateId !== argument.debateId) throw new DomainError("NOT_FOUND");
  await limit("comments", actor.id);
  const work = async (tx: Transaction) => {
    await assertStanding(tx, actor);
    const id = replyTo ? await insertReply(tx, actor, input) : await insertFirst(tx, actor, input);
    if (id === null) return (await alreadyPosted(tx, actor, input)) ?? refuse(tx, actor, input);
    const { debateId } = argument;
    await writeMentions(tx, { debateId, id }, body, "none");
    await tellOfComment(tx, { debateId, id });
    await forgetDraft(tx, actor, input);
    return written(tx, { debateId, id, argumentId: argument.id });
  };
  const changes = affected.contribution(argument.debateId, actor.handle);
  return writing(changes, work, () => happened(argument, "COMMENTED"));
}

/** The rule stands in the statement: the argument live, the debate open, the account active. */
async function insertFirst(
  tx: Transaction,
  actor: Actor,
  { argumentId: argument, body, submissionKey }: PostCommentInput,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH next AS (SELECT nextval('comments_id_seq')::int AS id)
    INSERT INTO comments (debate_id, id, argument_id, thread_id, author_id, body, submission_key)
    SELECT a.debate_id, next.id, a.id, next.id, u.id, ${body},
           coalesce(${submissionKey ?? null}::uuid, gen_random_uuid())
    FROM next, arguments a
    JOIN debates d ON d.id = a.debate_id
    JOIN users u ON u.id = ${actor.id}
    WHERE a.debate_id = ${argument.debateId} AND a.id = ${argument.id}
      AND a.status = 'LIVE' AND d.status = 'OPEN' AND u.status = 'ACTIVE'
    ON CONFLICT (author_id, submission_key) DO NOTHING
    RETURNING id`;
  return rows[0]?.id ?? null;
}

/** As above; and what is answered stands, and is locked so that it is not deleted meanwhile. */
async function insertReply(
  tx: Transaction,
  actor: Actor,
  { argumentId: argument, replyToId, body, submissionKey }: PostCommentInput,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH answered AS (
      SELECT c.debate_id, c.id, c.thread_id FROM comments c
      WHERE c.debate_id = ${argument.debateId} AND c.id = ${replyToId?.id ?? 0}
        AND c.argument_id = ${argument.id} AND c.status = 'LIVE'
      FOR SHARE
    )
    INSERT INTO comments (debate_id, argument_id, reply_to_id, thread_id, author_id, body, submission_key)
    SELECT a.debate_id, a.id, answered.id, answered.thread_id, u.id, ${body},
           coalesce(${submissionKey ?? null}::uuid, gen_random_uuid())
    FROM answered
    JOIN arguments a ON a.debate_id = answered.debate_id AND a.id = ${argument.id}
    JOIN debates d ON d.id = a.debate_id
    JOIN users u ON u.id = ${actor.id}
    WHERE a.status = 'LIVE' AND d.status = 'OPEN' AND u.status = 'ACTIVE'
    ON CONFLICT (author_id, submission_key) DO NOTHING
    RETURNING id`;
  return rows[0]?.id ?? null;
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

/** No row came back: the facts are read again and the refusal is worded by the same rule. */
async function refuse(tx: Transaction, actor: Actor, input: PostCommentInput): Promise<never> {
  assertGranted(canComment(actor, await readPlace(tx, input.argumentId)));
  const { debateId, id } = input.replyToId ?? { debateId: 0, id: 0 };
  const answered = await tx.comment.findFirst({
    where: { debateId, id, argumentId: input.argumentId.id },
    select: { status: true },
  });
  throw new DomainError(answered?.status === "DELETED" ? "COMMENT_DELETED" : "NOT_FOUND");
}

async function forgetDraft(tx: Transaction, actor: Actor, input: PostCommentInput): Promise<void> {
  const { argumentId: argument, replyToId } = input;
  const form = commentDraft(publicId(argument), replyToId ? publicId(replyToId) : null);
  await tx.draft.deleteMany({ where: { debateId: argument.debateId, userId: actor.id, form } });
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
