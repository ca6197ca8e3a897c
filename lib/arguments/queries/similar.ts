import "server-only";
import { db } from "@/lib/db/client";
import { publicId } from "@/lib/shared/ids";
import { nearlySameFrom, similarFrom, type Stance } from "../vocabulary";

export type SimilarArgument = {
  id: string;
  number: string;
  title: string;
  stance: Stance;
  /** 0.55 to 1: share of common trigrams (pg_trgm). */
  similarity: number;
  nearlySame: boolean;
};

type Row = { id: number; path: number[]; title: string; stance: Stance; similarity: number };

/** Live arguments of the debate whose titles resemble these words, most alike first, at most five. */
export async function findSimilar(debateId: number, title: string): Promise<SimilarArgument[]> {
  if (title.trim().length < 8) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.path, a.title, a.stance, similarity(s.title, ${title})::float8 AS similarity
    FROM search_documents s
    JOIN arguments a ON a.debate_id = s.debate_id AND a.id = s.item_id
    WHERE s.debate_id = ${debateId} AND s.kind = 'ARGUMENT' AND s.title % ${title}
      AND similarity(s.title, ${title}) >= ${similarFrom}
    ORDER BY 5 DESC, a.id LIMIT 5`;
  return rows.map(({ id, path, ...row }) => ({
    ...row,
    id: publicId({ debateId, id }),
    number: path.join("."),
    nearlySame: row.similarity >= nearlySameFrom,
  }));
}

/** As `findSimilar`, for the debate with this slug; nothing for an unknown or unpublished one. */
export async function findSimilarIn(slug: string, title: string): Promise<SimilarArgument[]> {
  const debate = await db.debate.findUnique({
    where: { slug },
    select: { id: true, status: true },
  });
  return debate && debate.status !== "DRAFT"
    ? findSimilar(debate.id, title.replaceAll("\u0000", ""))
    : [];
}
