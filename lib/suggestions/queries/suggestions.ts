import "server-only";
import { z } from "zod";
import { authorSelect, toAuthorView } from "@/lib/arguments/queries/hydrate";
import { withheldTitle } from "@/lib/arguments/withheld";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { commentLink } from "@/lib/discussion/links";
import { env } from "@/lib/env";
import { canModerate } from "@/lib/moderation/rules";
import { routes } from "@/lib/routes";
import { cursorNumber, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import { parsePublicId, publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { canChangeSuggestion, canWithdrawSuggestion } from "../rules";
import { readContent, type Suggested, type SuggestionListInput } from "../schema";
import type { Named, SuggestionItem, SuggestionView } from "../view";
import type { SuggestionKind } from "../vocabulary";

const argumentSelect = {
  debateId: true,
  id: true,
  path: true,
  title: true,
  withheld: true,
} satisfies Prisma.ArgumentSelect;

const itemSelect = {
  debateId: true,
  id: true,
  kind: true,
  status: true,
  why: true,
  content: true,
  answer: true,
  createdAt: true,
  debate: { select: { slug: true, title: true } },
  argument: { select: argumentSelect },
} satisfies Prisma.SuggestionSelect;

const viewSelect = {
  ...itemSelect,
  version: true,
  accepted: true,
  madeId: true,
  authorId: true,
  updatedAt: true,
  author: { select: authorSelect },
  answeredBy: { select: authorSelect },
  argument: { select: { ...argumentSelect, version: true, body: true } },
} satisfies Prisma.SuggestionSelect;

type ItemRow = Prisma.SuggestionGetPayload<{ select: typeof itemSelect }>;
type ViewRow = Prisma.SuggestionGetPayload<{ select: typeof viewSelect }>;

/**
 * What a person sent that waits or waited, newest first.
 * @throws DomainError SIGN_IN_REQUIRED
 */
export async function listSuggestions(
  viewer: Viewer | null,
  { limit, cursor }: SuggestionListInput,
): Promise<Page<SuggestionItem>> {
  if (!viewer) throw new DomainError("SIGN_IN_REQUIRED");
  const after = decodeCursor(cursor, z.tuple([cursorNumber]));
  const rows = await db.suggestion.findMany({
    where: { authorId: viewer.id, ...(after ? { id: { lt: after[0] } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: itemSelect,
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(toItem),
    nextCursor: last ? encodeCursor([last.id]) : null,
  };
}

function toItem(row: ItemRow): SuggestionItem {
  const { kind, status, why, debate, answer } = row;
  const { title, body, source } = (row.content ?? {}) as {
    title?: string;
    body?: string;
    source?: { title: string };
  };
  const argument = row.argument && named(row.argument);
  return {
    ...{ id: publicId(row), status, why, debate, answer, argument },
    kind: kind as SuggestionKind,
    title: title ?? source?.title ?? body?.slice(0, 140) ?? argument?.title ?? "",
    createdAt: row.createdAt.toISOString(),
  };
}

type ArgumentRow = Prisma.ArgumentGetPayload<{ select: typeof argumentSelect }>;

function named(argument: ArgumentRow): Named {
  const { path, title, withheld } = argument;
  return {
    id: publicId(argument),
    number: path.join("."),
    title: withheld ? withheldTitle() : title,
  };
}

/**
 * One contribution that waits or waited: for its author, and for whoever may decide it.
 * @returns null when there is none for this viewer
 */
export async function getSuggestion(
  viewer: Viewer | null,
  id: string,
): Promise<SuggestionView | null> {
  const ref = parsePublicId(id);
  if (!ref || !viewer) return null;
  const debate = await db.debate.findUnique({
    where: { id: ref.debateId },
    select: {
      status: true,
      roles: { where: { userId: viewer.id, role: "EDITOR" }, select: { userId: true } },
    },
  });
  const view = await readSuggestion(viewer, ref);
  if (!debate || !view) return null;
  const viewerIsEditor = debate.roles.length > 0;
  const facts = { debateStatus: debate.status, authorId: null, viewerIsEditor };
  return view.mine || canModerate(viewer, facts).granted ? view.suggestion : null;
}

/** The same for whoever was let in already. */
export async function readSuggestion(viewer: Viewer, { debateId, id }: DebateItemRef) {
  const row = await db.suggestion.findUnique({
    where: { debateId_id: { debateId, id } },
    select: viewSelect,
  });
  return row && { mine: row.authorId === viewer.id, suggestion: await toView(row, viewer) };
}

async function toView(row: ViewRow, viewer: Viewer): Promise<SuggestionView> {
  const { status, why, version, debate, answer, answeredBy, authorId, argument } = row;
  const kind = row.kind as SuggestionKind;
  const content = readContent(kind, row.content);
  return {
    ...{ id: publicId(row), kind, status, why, version, debate, answer, content },
    argument: argument && named(argument),
    author: toAuthorView(row.author),
    accepted: row.accepted === null ? null : readContent(kind, row.accepted),
    other: await readOther(row.debateId, content),
    standing:
      kind === "EDIT" && argument && !argument.withheld
        ? { version: argument.version, title: argument.title, body: argument.body }
        : null,
    // By role alone where the operator prefers it.
    answeredBy: env.MODERATORS_SHOWN === "by-name" ? answeredBy && toAuthorView(answeredBy) : null,
    href: hrefOf(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    can: {
      change: canChangeSuggestion(viewer, { authorId, status }),
      withdraw: canWithdrawSuggestion(viewer, { authorId, status }),
    },
  };
}

async function readOther(debateId: number, suggested: Suggested | null): Promise<Named | null> {
  const id =
    suggested?.kind === "DUPLICATE"
      ? suggested.content.of
      : suggested?.kind === "PLACE"
        ? suggested.content.to
        : null;
  if (id === null) return null;
  const argument = await db.argument.findUnique({
    where: { debateId_id: { debateId, id } },
    select: argumentSelect,
  });
  return argument && named(argument);
}

/** Where it stands; null while it stands nowhere. */
function hrefOf({ status, kind, debateId, madeId, debate, argument }: ViewRow): string | null {
  if (status !== "ACCEPTED") return null;
  if (kind === "ARGUMENT") {
    return madeId === null
      ? null
      : routes.argument(debate.slug, publicId({ debateId, id: madeId }));
  }
  if (!argument) return null;
  const about = publicId(argument);
  if (kind !== "COMMENT" || madeId === null) return routes.argument(debate.slug, about);
  return commentLink(debate.slug, about, publicId({ debateId, id: madeId }));
}
