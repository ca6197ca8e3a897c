/** A debate with an editor, a sourced fact and somebody who cites it. */
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { writeFactSchema } from "@/lib/debates/brief-schema";
import { writeFact } from "@/lib/debates/commands/write-fact";
import type { DebateStatus } from "@/lib/debates/schema";
import type { Viewer } from "@/lib/shared/viewer";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

export const source = { title: "Minutes", url: "https://example.org/minutes", quotation: "Voted." };

/** What a form would send, as a command takes it. */
export const factInput = (debate: string, version: number, more: object = {}) =>
  writeFactSchema.parse({
    ...{ debate, version, text: "The council voted in May.", certainty: "REPORTED" },
    sources: [source],
    ...more,
  });

export async function debateWithEditor(status: DebateStatus = "OPEN") {
  const editor = asViewer(await createUser(db));
  const openedAt = status === "DRAFT" ? null : new Date();
  const { id, slug } = await createDebate(db, { status, openedAt, createdById: editor.id });
  await db.debateRole.create({ data: { debateId: id, userId: editor.id, role: "EDITOR" } });
  return { id, slug, editor };
}

export async function debateWithFact(status: DebateStatus = "OPEN") {
  const debate = await debateWithEditor(status);
  const { id: factId } = await writeFact(debate.editor, factInput(debate.slug, 1));
  return { ...debate, factId: factId! };
}

/** @returns the argument's public id */
export async function cite(author: Viewer, debate: string, factId: number): Promise<string> {
  const title = "People who work all week could come.";
  const words = { debate, parentId: null, stance: "SUPPORT", title, factIds: [factId] };
  return (await submitArgument(author, submitArgumentSchema.parse(words))).id;
}
