import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { readingContext, type ReadingContext } from "@/lib/debates/queries/context";
import { parsePublicId, type DebateItemRef } from "@/lib/shared/ids";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import type { AuthorView } from "../view";
import type { RevisionChange } from "../vocabulary";
import { withheldTitle } from "../withheld";
import { authorSelect, toAuthorView } from "./hydrate";

export type RevisionView = {
  version: number;
  change: RevisionChange;
  title: string;
  body: string;
  sources: { sourceId: number; quotation: string }[];
  factIds: number[];
  reason: string;
  editor: AuthorView;
  createdAt: string;
};

const storedSources = z.array(z.object({ sourceId: z.number(), quotation: z.string() }));

/** Every state of an argument, newest first (at most 200). Null when it is not there. */
export async function getRevisions(
  id: string,
  viewer: Viewer | null,
): Promise<RevisionView[] | null> {
  const ref = parsePublicId(id);
  const context = ref && (await readingContext({ id: ref.debateId }, viewer));
  if (!context) return null;
  const rows = await db.argumentRevision.findMany({
    where: { debateId: ref.debateId, argumentId: ref.id },
    orderBy: { version: "desc" },
    take: 200,
    select: {
      version: true,
      change: true,
      title: true,
      body: true,
      sources: true,
      factIds: true,
      reason: true,
      createdAt: true,
      editor: { select: authorSelect },
    },
  });
  if (rows.length === 0) return null;
  const hidden = await isHiddenFrom(ref, context);
  return rows.map((row) => ({
    ...row,
    ...(hidden ? { title: withheldTitle(), body: "", factIds: [] } : {}),
    sources: hidden ? [] : storedSources.parse(row.sources),
    editor: toAuthorView(row.editor),
    createdAt: row.createdAt.toISOString(),
  }));
}

/** What was hidden is read by its author and by curators alone. */
async function isHiddenFrom(
  { debateId, id }: DebateItemRef,
  { viewer, viewerIsEditor }: ReadingContext,
): Promise<boolean> {
  const argument = await db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: { withheld: true, authorId: true },
  });
  if (!argument.withheld || viewerIsEditor) return false;
  return viewer?.id !== argument.authorId && !(viewer && isModerator(viewer));
}
