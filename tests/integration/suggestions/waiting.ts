/** A curated debate with its people, and what waits in it. */
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { decideSuggestion } from "@/lib/suggestions/commands/decide-suggestion";
import { offerArgument } from "@/lib/suggestions/commands/offer";
import { decideSuggestionSchema } from "@/lib/suggestions/schema";
import { isWaiting } from "@/lib/suggestions/view";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

export const person = async (role: Viewer["role"] = "MEMBER", name = "Ada Example") =>
  asViewer(await createUser(db, { role, name }));

export async function scene(wanted: Parameters<typeof createDebate>[1] = {}) {
  const debate = await createDebate(db, { curated: true, ...wanted });
  const [member, editor, other] = [await person(), await person("MEMBER", "Edith"), await person()];
  await db.debateRole.create({
    data: { debateId: debate.id, userId: editor.id, role: "EDITOR" },
  });
  const argument = await createArgument(db, { debateId: debate.id, authorId: other.id });
  return { debate, member, editor, other, argument };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

const claim = { parentId: null, stance: "SUPPORT", title: "People could borrow on their day off." };

/** An argument as its form sends it. */
export const submission = (slug: string, changes: object = {}) =>
  submitArgumentSchema.parse({ debate: slug, ...claim, ...changes });

/** Sends an argument that has to wait. */
export async function send({ debate, member }: Scene, changes: object = {}) {
  const made = await offerArgument(member, submission(debate.slug, changes));
  if (!isWaiting(made)) throw new Error("It was published at once.");
  return parsePublicId(made.suggestion)!;
}

type Ref = { debateId: number; id: number };

export const stored = (ref: Ref) =>
  db.suggestion.findUniqueOrThrow({ where: { debateId_id: ref } });

/** The review that waits for it. */
export const review = ({ debateId, id }: Ref) =>
  db.review.findFirstOrThrow({ where: { debateId, suggestionId: id, status: "WAITING" } });

/** Decides it as it waits now. */
export async function decide(editor: Viewer, ref: Ref, changes: object) {
  const { id, version } = await review(ref);
  const words = { publicReason: "It adds to the debate.", review: id, version };
  return decideSuggestion(editor, decideSuggestionSchema.parse({ ...words, ...changes }));
}
