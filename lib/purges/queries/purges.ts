import "server-only";
import { z } from "zod";
import { db, type Prisma } from "@/lib/db/client";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import { cursorNumber, decodeCursor, encodeCursor, type Page } from "@/lib/shared/cursor";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canConfirmPurge, canSeePurges, canWithdrawPurge, purgeStateOf } from "../rules";
import { namedBy } from "../subject";
import type { PurgeView } from "../view";
import type { PurgeGround, PurgeState } from "../vocabulary";
import { wordsOfEntry } from "./words";

const cursorShape = z.tuple([cursorNumber]);

export type PurgeListInput = {
  /** `OVER`: done or withdrawn. */
  state?: PurgeState | "OVER" | undefined;
  limit: number;
  cursor?: string | undefined;
};

const inState: Record<NonNullable<PurgeListInput["state"]>, Prisma.PurgeWhereInput> = {
  WAITING: { confirmedAt: null, withdrawnAt: null },
  DONE: { confirmedAt: { not: null } },
  WITHDRAWN: { withdrawnAt: { not: null } },
  OVER: { OR: [{ confirmedAt: { not: null } }, { withdrawnAt: { not: null } }] },
};

/** What waits to be purged and what was, newest first. @throws the refusal of `canSeePurges` */
export async function listPurges(
  viewer: Viewer | null,
  { state, limit, cursor }: PurgeListInput,
): Promise<Page<PurgeView>> {
  const administrator = await viewerNow(viewer);
  const before = decodeCursor(cursor, cursorShape);
  const rows = await db.purge.findMany({
    where: { ...(state ? inState[state] : {}), ...(before ? { id: { lt: before[0] } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: selected,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => toView(row, administrator)),
    nextCursor: last && rows.length > limit ? encodeCursor([last.id]) : null,
  };
}

/** The viewer with the role they have now. @throws the refusal of `canSeePurges` */
export async function viewerNow(viewer: Viewer | null): Promise<Viewer | null> {
  const account = viewer
    ? await db.user.findUnique({ where: { id: viewer.id }, select: { role: true } })
    : null;
  const now = viewer && { ...viewer, role: account?.role ?? "MEMBER" };
  assertGranted(canSeePurges(now));
  return now;
}

const selected = {
  id: true,
  target: true,
  debateId: true,
  argumentId: true,
  commentId: true,
  authorId: true,
  wordsOfId: true,
  ground: true,
  legalBasis: true,
  publicReason: true,
  requestedById: true,
  requestedAt: true,
  confirmedAt: true,
  withdrawnAt: true,
  entryId: true,
  requestedBy: { select: { name: true } },
  confirmedBy: { select: { name: true } },
  debate: { select: { slug: true, status: true } },
  argument: { select: { title: true, body: true } },
  comment: { select: { body: true } },
  wordsOf: {
    select: { words: { select: { publicReason: true, privateNote: true, snapshot: true } } },
  },
} satisfies Prisma.PurgeSelect;

type Row = Prisma.PurgeGetPayload<{ select: typeof selected }>;

function toView(row: Row, viewer: Viewer | null): PurgeView {
  const { authorId, requestedById, legalBasis, publicReason, confirmedAt, withdrawnAt } = row;
  const state = purgeStateOf(row);
  const debateStatus = row.debate?.status ?? null;
  const facts = { state, debateStatus, authorId, requestedById };
  const named = namedBy(row);
  return {
    purge: row.id,
    state,
    target: named.target,
    id: named.target === "ENTRY" ? String(named.id) : publicId(named.id),
    href: hrefOf(row),
    ground: row.ground as PurgeGround,
    legalBasis,
    publicReason,
    requestedBy: row.requestedBy.name,
    requestedAt: row.requestedAt.toISOString(),
    confirmedBy: row.confirmedBy?.name ?? null,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    entry: row.entryId,
    words: state === "WAITING" ? wordsIn(row) : null,
    can: { confirm: canConfirmPurge(viewer, facts), withdraw: canWithdrawPurge(viewer, facts) },
  };
}

function hrefOf({ wordsOfId, debateId, argumentId, commentId, debate }: Row): string {
  if (wordsOfId !== null) return routes.modlogEntry(wordsOfId);
  const slug = debate!.slug;
  const argument = publicId({ debateId: debateId!, id: argumentId! });
  if (commentId === null) return routes.argument(slug, argument);
  return commentLink(slug, argument, publicId({ debateId: debateId!, id: commentId }));
}

function wordsIn({ wordsOf, comment, argument }: Row): PurgeView["words"] {
  if (wordsOf) return wordsOfEntry(wordsOf.words);
  return comment ? { title: "", body: comment.body } : argument;
}
