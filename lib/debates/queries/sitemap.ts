import "server-only";
import { db } from "@/lib/db/client";
import { publicId } from "@/lib/shared/ids";

export type SitemapDebate = { slug: string; updatedAt: Date };
export type SitemapArgument = { slug: string; id: string; updatedAt: Date };

/** A sitemap holds 50,000 addresses at most; each debate has three. */
const most = { debates: 5_000, arguments: 34_000 } as const;

/** What search engines may read: open and closed debates, and their live arguments, newest first. */
export async function listForSitemap(): Promise<{
  debates: SitemapDebate[];
  arguments: SitemapArgument[];
}> {
  const readable = { status: { in: ["OPEN", "CLOSED"] as ("OPEN" | "CLOSED")[] } };
  const [debates, args] = await Promise.all([
    db.debate.findMany({
      where: readable,
      orderBy: { id: "desc" },
      take: most.debates,
      select: { slug: true, updatedAt: true },
    }),
    db.argument.findMany({
      where: { status: "LIVE", debate: readable },
      orderBy: { id: "desc" },
      take: most.arguments,
      select: { debateId: true, id: true, updatedAt: true, debate: { select: { slug: true } } },
    }),
  ]);
  return {
    debates,
    arguments: args.map(({ debate, updatedAt, ...ref }) => ({
      slug: debate.slug,
      id: publicId(ref),
      updatedAt,
    })),
  };
}
