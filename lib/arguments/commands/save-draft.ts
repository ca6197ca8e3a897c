import "server-only";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import type { SaveDraftInput } from "../draft";

// NUL cannot be stored in jsonb; nothing else of what is being typed is judged yet.
const withoutNul = (text: string) => text.replaceAll("\u0000", "");

/** Keeps the words of one form for its writer; empty words forget the draft. */
export async function saveDraft(
  actor: Actor,
  { debate: slug, form, values }: SaveDraftInput,
): Promise<null> {
  const debate = await db.debate.findUnique({ where: { slug }, select: { id: true } });
  if (!debate) throw new DomainError("NOT_FOUND");
  const key = { debateId: debate.id, userId: actor.id, form };
  const kept = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, withoutNul(text)]),
  );
  if (Object.values(kept).every((text) => text.trim() === "")) {
    await db.draft.deleteMany({ where: key });
    return null;
  }
  await db.draft.upsert({
    where: { debateId_userId_form: key },
    create: { ...key, values: kept },
    update: { values: kept },
  });
  return null;
}
