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

export type KeptDraft = { form: string; values: DraftValues; updatedAt: Date };

/** All of a member's unsent words in a debate, the latest first. */
export async function listDrafts(viewer: Viewer, debateId: number): Promise<KeptDraft[]> {
  const rows = await db.draft.findMany({
    where: { debateId, userId: viewer.id },
    orderBy: [{ updatedAt: "desc" }, { form: "asc" }],
    select: { form: true, values: true, updatedAt: true },
    take: 500,
  });
  return rows.flatMap(({ values, ...row }) => {
    const kept = draftValuesSchema.safeParse(values);
    return kept.success ? [{ ...row, values: kept.data }] : [];
  });
}
