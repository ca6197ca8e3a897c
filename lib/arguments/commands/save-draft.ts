import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import type { SaveDraftInput } from "../draft";

// NUL and half surrogate pairs cannot be stored in jsonb; nothing else of what is being typed is
// judged yet.
const storable = (text: string) => text.replace(/[\0\p{Cs}]/gu, "");

/**
 * Keeps the words of one form for its writer; empty words forget the draft.
 *
 * @throws DomainError NOT_FOUND, or what `assertStanding` refuses
 */
export async function saveDraft(
  actor: Actor,
  { debate: slug, form, values }: SaveDraftInput,
): Promise<null> {
  await limit("drafts", actor.id);
  return db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    const debate = await tx.debate.findUnique({
      where: {
        slug,
        OR: [{ status: { not: "DRAFT" } }, { roles: { some: { userId: actor.id } } }],
      },
      select: { id: true },
    });
    if (!debate) throw new DomainError("NOT_FOUND");
    const key = { debateId: debate.id, userId: actor.id, form };
    const kept = Object.fromEntries(
      Object.entries(values).map(([name, text]) => [storable(name), storable(text)]),
    );
    if (Object.values(kept).every((text) => text.trim() === "")) {
      await tx.draft.deleteMany({ where: key });
      return null;
    }
    await tx.draft.upsert({
      where: { debateId_userId_form: key },
      create: { ...key, values: kept },
      update: { values: kept },
    });
    return null;
  });
}
