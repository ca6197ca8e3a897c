import "server-only";
import { z } from "zod";
import { sideTotals } from "@/lib/arguments/queries/siblings";
import { strongestRoots } from "@/lib/arguments/queries/teasers";
import { db } from "@/lib/db/client";
import { type Prisma } from "@/lib/db/generated/client";
import {
  cursorMoment,
  cursorNumber,
  decodeCursor,
  encodeCursor,
  type Page,
} from "@/lib/shared/cursor";
import { shareOfImpact } from "@/lib/voting/rules";
import type { DebateListInput } from "../schema";
import type { DebateCard, DebateHead, FeaturedDebate } from "../view";

const headSelect = {
  id: true,
  slug: true,
  title: true,
  motion: true,
  motionNote: true,
  status: true,
  version: true,
  language: true,
  openedAt: true,
  closedAt: true,
  conclusion: true,
  locked: true,
  slowMinutes: true,
  updatedAt: true,
  counts: { select: { arguments: true, comments: true, people: true } },
} satisfies Prisma.DebateSelect;

const cardSelect = {
  ...headSelect,
  brief: { select: { statusLine: true, reportedOn: true, summary: true } },
} satisfies Prisma.DebateSelect;

type HeadRow = Prisma.DebateGetPayload<{ select: typeof headSelect }>;
type CardRow = Prisma.DebateGetPayload<{ select: typeof cardSelect }>;

function toHead(row: HeadRow): DebateHead {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    motion: row.motion,
    motionNote: row.motionNote,
    status: row.status,
    version: row.version,
    language: row.language,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    conclusion: row.conclusion,
    locked: row.locked,
    slowMinutes: row.slowMinutes,
    updatedAt: row.updatedAt.toISOString(),
    counts: row.counts ?? { arguments: 0, comments: 0, people: 0 },
  };
}

/** How many direct arguments stand on each side, and their weight. */
export async function balanceOf(debateId: number): Promise<DebateCard["balance"]> {
  const { SUPPORT, OPPOSE } = await sideTotals(debateId, null);
  return { support: SUPPORT.total, oppose: OPPOSE.total, share: shareOfImpact(SUPPORT, OPPOSE) };
}

async function toCard(row: CardRow): Promise<DebateCard> {
  return {
    ...toHead(row),
    balance: await balanceOf(row.id),
    statusLine: row.brief?.statusLine ?? "",
    reportedOn: row.brief?.reportedOn ?? null,
  };
}

const cursorShape = z.tuple([cursorMoment, cursorNumber]);

/** Open and closed debates, newest first, a page at a time. */
export async function listDebates(input: DebateListInput): Promise<Page<DebateCard>> {
  const after = decodeCursor(input.cursor, cursorShape);
  const rows = await db.debate.findMany({
    where: {
      status: input.status ?? { in: ["OPEN", "CLOSED"] },
      ...(input.q ? { OR: containing(input.q) } : {}),
      ...(after
        ? {
            AND: {
              OR: [{ openedAt: { lt: after[0] } }, { openedAt: after[0], id: { gt: after[1] } }],
            },
          }
        : {}),
    },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: input.limit + 1,
    select: cardSelect,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map(toCard)),
    nextCursor:
      rows.length > input.limit && last
        ? encodeCursor([last.openedAt!.toISOString(), last.id])
        : null,
  };
}

function containing(words: string): Prisma.DebateWhereInput[] {
  const contains = { contains: words.replaceAll("\u0000", ""), mode: "insensitive" as const };
  return [{ title: contains }, { motion: contains }];
}

/** The front page: the featured debate with its strongest arguments, and others worth reading. */
export async function getFeatured(): Promise<{
  featured: FeaturedDebate | null;
  others: DebateCard[];
}> {
  const row = await db.debate.findFirst({
    where: { status: { in: ["OPEN", "CLOSED"] } },
    orderBy: [{ featured: "desc" }, { openedAt: "desc" }, { id: "asc" }],
    select: cardSelect,
  });
  if (!row) return { featured: null, others: [] };
  const others = await db.debate.findMany({
    where: { status: { in: ["OPEN", "CLOSED"] }, id: { not: row.id } },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: 12,
    select: cardSelect,
  });
  const [card, strongest] = await Promise.all([toCard(row), strongestRoots(row.id)]);
  const summary = row.brief?.summary ?? "";
  return {
    featured: { ...card, summary, strongest },
    others: await Promise.all(others.map(toCard)),
  };
}
