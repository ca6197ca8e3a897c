import "server-only";
import { db } from "@/lib/db/client";
import { slugSchema } from "@/lib/debates/schema";
import { publicId } from "@/lib/shared/ids";

export type FeedEntry = {
  id: string;
  number: string;
  stance: "SUPPORT" | "OPPOSE";
  title: string;
  body: string;
  /** Null once the account was erased. */
  author: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type DebateFeed = {
  slug: string;
  title: string;
  motion: string;
  language: string;
  /** When something in the feed last changed. */
  updatedAt: Date;
  entries: FeedEntry[];
};

/** The newest 50 live arguments of a debate; null for drafts, archived debates and unknown slugs. */
export async function getFeed(slug: string): Promise<DebateFeed | null> {
  if (!slugSchema.safeParse(slug).success) return null;
  const debate = await db.debate.findFirst({
    where: { slug, status: { in: ["OPEN", "CLOSED"] } },
    select: {
      id: true,
      slug: true,
      title: true,
      motion: true,
      language: true,
      openedAt: true,
      createdAt: true,
    },
  });
  if (!debate) return null;
  const rows = await db.argument.findMany({
    where: { debateId: debate.id, status: "LIVE" },
    orderBy: { id: "desc" },
    take: 50,
    select: {
      debateId: true,
      id: true,
      path: true,
      stance: true,
      title: true,
      body: true,
      createdAt: true,
      updatedAt: true,
      author: { select: { name: true, status: true } },
    },
  });
  const { openedAt, createdAt, slug: _slug, id: _id, ...about } = debate;
  const times = rows.map((row) => row.updatedAt.getTime());
  return {
    ...about,
    slug,
    updatedAt: new Date(Math.max((openedAt ?? createdAt).getTime(), ...times)),
    entries: rows.map(({ author, path, ...row }) => ({
      ...row,
      id: publicId(row),
      number: path.join("."),
      author: author.status === "ERASED" ? null : author.name,
    })),
  };
}
