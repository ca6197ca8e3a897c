import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { DebateItemRef } from "@/lib/shared/ids";
import { readContent } from "../schema";
import { suggestionDecidedIn, type DecidedFacts } from "../taken-back";
import type { SuggestionKind } from "../vocabulary";

export type Decided = DecidedFacts & { ref: DebateItemRef; authorId: number; kind: SuggestionKind };

/** The suggestion that an entry decided; null when it decided none. */
export async function decidedBy(
  tx: Pick<Transaction, "suggestion" | "comment">,
  entry: { action: string; details: unknown; undoesId: number | null },
): Promise<Decided | null> {
  const ref = suggestionDecidedIn(entry);
  if (!ref) return null;
  const found = await tx.suggestion.findUnique({
    where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
    select: { kind: true, content: true, madeId: true, authorId: true },
  });
  if (!found) return null;
  const kind = found.kind as SuggestionKind;
  const changesWords = entry.action === "APPROVE" && (kind === "EDIT" || kind === "SOURCE");
  return {
    ...{ ref, kind, authorId: found.authorId },
    erased: readContent(kind, found.content) === null,
    deleted: kind === "COMMENT" && (await isDeleted(tx, ref.debateId, found.madeId)),
    known: !changesWords || "to" in (entry.details as object),
  };
}

async function isDeleted(
  tx: Pick<Transaction, "comment">,
  debateId: number,
  id: number | null,
): Promise<boolean> {
  if (id === null) return false;
  const comment = await tx.comment.findUnique({
    where: { debateId_id: { debateId, id } },
    select: { status: true },
  });
  return comment?.status === "DELETED";
}
