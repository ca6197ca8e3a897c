import "server-only";
import { withheldTitle } from "@/lib/arguments/withheld";
import { z } from "zod";
import { db, type Prisma } from "@/lib/db/client";
import {
  cursorMoment,
  cursorNumber,
  decodeCursor,
  encodeCursor,
  type Page,
} from "@/lib/shared/cursor";
import { publicId } from "@/lib/shared/ids";
import type { ContributionView, MemberView } from "../view";

const published = { status: { not: "DRAFT" } } as const;

type Member = MemberView & { id: number };

/** @returns null when nobody has this handle. */
export async function getMember(handle: string): Promise<Member | null> {
  const wanted = handle.toLowerCase();
  if (!/^[a-z0-9_-]{2,30}$/.test(wanted)) return null;
  const member = await db.user.findUnique({
    where: { handle: wanted },
    select: {
      id: true,
      handle: true,
      name: true,
      about: true,
      role: true,
      status: true,
      createdAt: true,
      _count: {
        select: {
          arguments: { where: { status: "LIVE", debate: published } },
          comments: { where: { status: "LIVE", argument: { debate: published } } },
        },
      },
    },
  });
  if (!member) return null;
  const { _count, status, createdAt, ...rest } = member;
  return { ...rest, ..._count, memberSince: createdAt, erased: status === "ERASED" };
}

const position = z.tuple([cursorMoment, cursorNumber, cursorNumber]);
type Position = { createdAt: Date; debateId: number; id: number };

/** The rows that come after a position, in the order newest first. */
function after(text: string | undefined) {
  const at = decodeCursor(text, position);
  if (!at) return {};
  const [createdAt, debateId, id] = at;
  return {
    OR: [
      { createdAt: { lt: createdAt } },
      { createdAt, debateId: { lt: debateId } },
      { createdAt, debateId, id: { lt: id } },
    ],
  };
}

const newestFirst = [{ createdAt: "desc" }, { debateId: "desc" }, { id: "desc" }] as const;

function toPage<Row extends Position>(
  rows: Row[],
  limit: number,
  view: (row: Row) => ContributionView,
): Page<ContributionView> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(view),
    nextCursor: last ? encodeCursor([last.createdAt.toISOString(), last.debateId, last.id]) : null,
  };
}

const debate = { select: { slug: true, title: true } } as const;

/** A member's live arguments in published debates, newest first. */
export async function listMemberArguments(
  memberId: number,
  cursor?: string,
  limit = 20,
): Promise<Page<ContributionView>> {
  const rows = await db.argument.findMany({
    where: { authorId: memberId, status: "LIVE", debate: published, ...after(cursor) },
    select: { debateId: true, id: true, title: true, createdAt: true, debate },
    orderBy: newestFirst as unknown as Prisma.ArgumentOrderByWithRelationInput[],
    take: limit + 1,
  });
  return toPage(rows, limit, (row) => ({
    kind: "argument",
    id: publicId(row),
    argumentId: publicId(row),
    debate: row.debate,
    title: row.title,
    excerpt: "",
    createdAt: row.createdAt,
  }));
}

/** A member's live comments in published debates, newest first. */
export async function listMemberComments(
  memberId: number,
  cursor?: string,
  limit = 20,
): Promise<Page<ContributionView>> {
  const rows = await db.comment.findMany({
    where: {
      authorId: memberId,
      status: "LIVE",
      argument: { debate: published },
      ...after(cursor),
    },
    select: {
      debateId: true,
      id: true,
      body: true,
      createdAt: true,
      argument: { select: { debateId: true, id: true, title: true, withheld: true, debate } },
    },
    orderBy: newestFirst as unknown as Prisma.CommentOrderByWithRelationInput[],
    take: limit + 1,
  });
  return toPage(rows, limit, (row) => ({
    kind: "comment",
    id: publicId(row),
    argumentId: publicId(row.argument),
    debate: row.argument.debate,
    title: row.argument.withheld ? withheldTitle() : row.argument.title,
    excerpt: row.body.length > 280 ? `${row.body.slice(0, 279).trimEnd()}…` : row.body,
    createdAt: row.createdAt,
  }));
}
