import "server-only";
import { randomUUID } from "node:crypto";
import { lockForChange, type ChangedArgument } from "@/lib/arguments/commands/change";
import { editArgument, forgetDraft } from "@/lib/arguments/commands/edit-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import {
  alreadySubmitted,
  assertSubmittable,
  type SubmittedArgument,
} from "@/lib/arguments/commands/write-argument";
import { canEdit } from "@/lib/arguments/rules";
import type { EditArgumentInput, SubmitArgumentInput } from "@/lib/arguments/schema";
import { draftForm } from "@/lib/arguments/vocabulary";
import { assertVoice } from "@/lib/auth/standing";
import { writing } from "@/lib/db/writing";
import {
  alreadyPosted,
  assertPostable,
  postComment,
  type WrittenComment,
} from "@/lib/discussion/commands/post-comment";
import { commentDraft } from "@/lib/discussion/links";
import type { PostCommentInput } from "@/lib/discussion/schema";
import { limit } from "@/lib/limits/limit";
import { publicId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/shared/viewer";
import type { Offered } from "../view";
import type { SuggestionWhy } from "../vocabulary";
import { assertMayName, reasonToWait } from "./intake";
import { alreadyWaiting, letWait } from "./waiting";

/**
 * Posts an argument, or lets it wait for an editor where `whatWaits` says so. Either way its draft is
 * forgotten, and the same submission key makes one.
 *
 * @throws DomainError as `submitArgument`, or the refusal of `canName`
 */
export async function offerArgument(
  actor: Actor,
  input: SubmitArgumentInput,
): Promise<Offered<SubmittedArgument>> {
  const { debate, title, body, sources } = input;
  const text = { prose: `${title}\n${body}`, sources };
  await assertMayName(actor, { slug: debate }, text.prose);
  const why = await reasonToWait(actor, { slug: debate }, "ARGUMENT", text);
  return why ? holdArgument(actor, input, why) : submitArgument(actor, input);
}

async function holdArgument(actor: Actor, input: SubmitArgumentInput, why: SuggestionWhy) {
  await limit("arguments", actor.id);
  const submissionKey = input.submissionKey ?? randomUUID();
  return writing([], async (tx): Promise<Offered<SubmittedArgument>> => {
    await assertVoice(tx, actor);
    const before =
      (await alreadySubmitted(tx, actor, { ...input, submissionKey })) ??
      (await alreadyWaiting(tx, actor.id, submissionKey));
    if (before) return before;
    const debateId = await assertSubmittable(tx, actor, input);
    const { stance, title, body, sources, factIds, parentId } = input;
    const form = draftForm.reply(parentId ? publicId(parentId) : null, stance);
    await tx.draft.deleteMany({ where: { debateId, userId: actor.id, form } });
    return letWait(tx, {
      kind: "ARGUMENT",
      content: { stance, title, body, sources, factIds },
      ...{ debateId, argumentId: parentId?.id ?? null, authorId: actor.id, why, submissionKey },
    });
  });
}

/**
 * Posts a comment, or lets it wait for an editor.
 * @throws DomainError as `postComment`, or the refusal of `canName`
 */
export async function offerComment(
  actor: Actor,
  input: PostCommentInput,
): Promise<Offered<WrittenComment>> {
  const { debateId } = input.argumentId;
  await assertMayName(actor, { id: debateId }, input.body);
  const why = await reasonToWait(actor, { id: debateId }, "COMMENT", { prose: input.body });
  return why ? holdComment(actor, input, why) : postComment(actor, input);
}

async function holdComment(actor: Actor, input: PostCommentInput, why: SuggestionWhy) {
  await limit("comments", actor.id);
  const submissionKey = input.submissionKey ?? randomUUID();
  const { argumentId: argument, replyToId: replyTo, body } = input;
  return writing([], async (tx): Promise<Offered<WrittenComment>> => {
    await assertVoice(tx, actor);
    const before =
      (await alreadyPosted(tx, actor, input)) ??
      (await alreadyWaiting(tx, actor.id, submissionKey));
    if (before) return before;
    await assertPostable(tx, actor, input);
    const { debateId } = argument;
    const form = commentDraft(publicId(argument), replyTo ? publicId(replyTo) : null);
    await tx.draft.deleteMany({ where: { debateId, userId: actor.id, form } });
    return letWait(tx, {
      kind: "COMMENT",
      content: { body, replyTo: replyTo?.id ?? null },
      ...{ debateId, argumentId: argument.id, authorId: actor.id, why, submissionKey },
    });
  });
}

/**
 * Edits an argument, or lets the edit wait for an editor: the argument stays as it is until then.
 * @throws DomainError as `editArgument`, or the refusal of `canName`
 */
export async function offerEdit(
  actor: Actor,
  input: EditArgumentInput,
): Promise<Offered<ChangedArgument>> {
  const { title, body, sources } = input;
  const text = { prose: `${title}\n${body}`, sources };
  await assertMayName(actor, { id: input.id.debateId }, text.prose);
  const why = await reasonToWait(actor, { id: input.id.debateId }, "EDIT", text);
  return why ? holdEdit(actor, input, why) : editArgument(actor, input);
}

async function holdEdit(actor: Actor, { id, ...content }: EditArgumentInput, why: SuggestionWhy) {
  await limit("changes", actor.id);
  return writing([], async (tx) => {
    await lockForChange(tx, actor, { id, version: content.version }, canEdit);
    await forgetDraft(tx, actor.id, id);
    return letWait(tx, {
      ...{ kind: "EDIT", content, debateId: id.debateId, argumentId: id.id },
      ...{ authorId: actor.id, why, submissionKey: randomUUID() },
    });
  });
}
