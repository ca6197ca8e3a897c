import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import type { ReadingContext } from "@/lib/debates/queries/context";
import { publicId } from "@/lib/shared/ids";
import { keptCountsSelect } from "@/lib/voting/queries";
import { summarise } from "@/lib/voting/rules";
import { argumentPermissions } from "../rules";
import type { ArgumentView, AuthorView, CitationView } from "../view";

export const citationSelect = {
  quotation: true,
  note: true,
  source: {
    select: {
      number: true,
      title: true,
      publisher: true,
      url: true,
      published: true,
      kind: true,
      note: true,
    },
  },
} satisfies Prisma.CitationSelect;

export const authorSelect = {
  handle: true,
  name: true,
  kind: true,
  status: true,
} satisfies Prisma.UserSelect;

function argumentSelect(userId: number) {
  return {
    id: true,
    debateId: true,
    parentId: true,
    stance: true,
    path: true,
    title: true,
    body: true,
    status: true,
    version: true,
    authorId: true,
    createdAt: true,
    updatedAt: true,
    author: { select: authorSelect },
    counts: {
      select: {
        ...keptCountsSelect,
        comments: true,
        supportChildren: true,
        opposeChildren: true,
      },
    },
    citations: { select: citationSelect, orderBy: { position: "asc" } },
    facts: {
      select: { fact: { select: { id: true, number: true, text: true, certainty: true } } },
      orderBy: { factId: "asc" },
    },
    votes: { where: { userId }, select: { impact: true } },
  } satisfies Prisma.ArgumentSelect;
}

type ArgumentRow = Prisma.ArgumentGetPayload<{ select: ReturnType<typeof argumentSelect> }>;

/**
 * Arguments by id, in the order asked for, as readers see them. The number of statements does not
 * depend on how many.
 */
export async function hydrate(
  ids: readonly number[],
  context: ReadingContext,
): Promise<ArgumentView[]> {
  if (ids.length === 0) return [];
  const rows = await db.argument.findMany({
    where: { debateId: context.debate.id, id: { in: [...ids] } },
    select: argumentSelect(context.viewer?.id ?? 0),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toArgumentView(row, context)] : [];
  });
}

function toArgumentView(row: ArgumentRow, context: ReadingContext): ArgumentView {
  const { debate, viewer, newSince, viewerIsEditor } = context;
  const counts = row.counts!;
  const { debateId } = row;
  return {
    id: publicId(row),
    number: row.path.join("."),
    debate: debate.slug,
    parentId: row.parentId === null ? null : publicId({ debateId, id: row.parentId }),
    stance: row.stance,
    title: row.title,
    body: row.body,
    status: row.status,
    version: row.version,
    author: toAuthorView(row.author),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    votes: summarise(counts),
    comments: counts.comments,
    children: { support: counts.supportChildren, oppose: counts.opposeChildren },
    sources: row.citations.map(toCitationView),
    facts: row.facts.map(({ fact }) => fact),
    mine: row.votes[0] ? { impact: row.votes[0].impact } : null,
    isNew: newSince !== null && row.createdAt > newSince && row.authorId !== viewer?.id,
    can: argumentPermissions(viewer, {
      debateStatus: debate.status,
      status: row.status,
      authorId: row.authorId,
      depth: row.path.length,
      viewerIsEditor,
    }),
  };
}

type AuthorRow = Prisma.UserGetPayload<{ select: typeof authorSelect }>;

/** Null for an erased account, whose words stay without a name. */
export function toAuthorView(author: AuthorRow): AuthorView {
  if (author.status === "ERASED") return null;
  return { handle: author.handle, name: author.name, editorial: author.kind === "EDITORIAL" };
}

type CitationRow = Prisma.CitationGetPayload<{ select: typeof citationSelect }>;

/** A citation as readers see it: its own quotation and note, the shared source's data. */
export function toCitationView({ quotation, note, source }: CitationRow): CitationView {
  return { ...source, quotation, note: note || source.note };
}
