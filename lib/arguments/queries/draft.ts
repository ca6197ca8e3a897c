import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";
import { draftValuesSchema, type DraftValues } from "../draft";

/** A member's unsent words of one form, or null. */
export async function getDraft(
  viewer: Viewer | null,
  debateId: number,
  form: string,
): Promise<DraftValues | null> {
  if (!viewer) return null;
  const draft = await db.draft.findUnique({
    where: { debateId_userId_form: { debateId, userId: viewer.id, form } },
    select: { values: true },
  });
  const values = draftValuesSchema.safeParse(draft?.values);
  return values.success ? values.data : null;
}
