import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
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
  /** Null once the account was erased, or when curators are shown by their role. */
  editor: AuthorView;
  /** Somebody else than the argument's author. */
  byCurator: boolean;
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
      editorId: true,
      editor: { select: authorSelect },
      argument: { select: { authorId: true } },
    },
  });
  if (rows.length === 0) return null;
  const hidden = await isHiddenFrom(ref, context);
  return rows.map(({ editorId, argument, editor, ...row }) => ({
    ...row,
    byCurator: editorId !== argument.authorId,
    ...(hidden ? { title: withheldTitle(), body: "", factIds: [] } : {}),
    sources: hidden ? [] : storedSources.parse(row.sources),
    editor: editorId !== argument.authorId && byRole() ? null : toAuthorView(editor),
    createdAt: row.createdAt.toISOString(),
  }));
}

/** Whether the public is told that it was a curator, and not which. */
const byRole = () => env.MODERATORS_SHOWN === "by-role";

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
