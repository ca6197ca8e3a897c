import "server-only";
import { db } from "@/lib/db/client";
import { purgeOf } from "@/lib/purges/queries/purge-of";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { refused } from "@/lib/shared/permission";
import { decidedBy } from "@/lib/suggestions/queries/decided";
import { letsWaitAgain } from "@/lib/suggestions/taken-back";
import { canAppeal, canUndo } from "../rules";
import { targetOf } from "../target";
import type { EntryChoices } from "../view";

/** Null for readers without an account, and when there is no such entry. */
export async function getEntryChoices(
  viewer: Viewer | null,
  id: number,
): Promise<EntryChoices | null> {
  if (!viewer) return null;
  const entry = await db.moderationEntry.findUnique({
    where: { id },
    select: {
      action: true,
      at: true,
      target: true,
      debateId: true,
      argumentId: true,
      commentId: true,
      personId: true,
      details: true,
      undoesId: true,
      person: { select: { role: true } },
      words: { select: { snapshot: true, privateNote: true } },
      undoneBy: { select: { id: true } },
      appeal: { select: { entryId: true } },
      debate: {
        select: {
          status: true,
          roles: { where: { userId: viewer.id, role: "EDITOR" }, select: { userId: true } },
        },
      },
    },
  });
  if (!entry) return null;
  const { action, target, at, personId, words } = entry;
  const decided = await decidedBy(db, entry);
  const purge = action === "DECLINE" ? null : await purgeOf(db, targetOf(entry));
  const undone = entry.undoneBy !== null;
  const viewerIsEditor = (entry.debate?.roles.length ?? 0) > 0;
  const debateStatus = entry.debate?.status ?? null;
  const curates = viewerIsEditor || isModerator(viewer);
  const own = personId === viewer.id;
  return {
    appeal: own
      ? canAppeal(viewer, { action, at, personId, undone, appealed: !!entry.appeal }, new Date())
      : refused("NOT_AUTHOR"),
    undo: canUndo(viewer, {
      ...{ authorId: personId, debateStatus, viewerIsEditor, action, target, undone },
      ...{ personRole: entry.person?.role ?? null, purge, decided },
      waitsAgain: letsWaitAgain(entry),
    }),
    snapshot: own || curates ? snapshotOf(words?.snapshot) : null,
    privateNote: curates && !own ? (words?.privateNote ?? "") : "",
  };
}

function snapshotOf(stored: unknown): EntryChoices["snapshot"] {
  if (typeof stored !== "object" || stored === null) return null;
  const { title, name, body, about } = stored as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { title: text(title) || text(name), body: text(body) || text(about) };
}
