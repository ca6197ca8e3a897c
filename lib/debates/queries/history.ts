import "server-only";
import { withheldTitle } from "@/lib/arguments/withheld";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import {
  cursorMoment,
  cursorNumber,
  decodeCursor,
  encodeCursor,
  type Page,
} from "@/lib/shared/cursor";
import { publicId } from "@/lib/shared/ids";
import type { HistoryEntry } from "../view";

/** Where a page ended: the moment, the kind (revisions before corrections), the row, its version. */
const cursorShape = z.tuple([cursorMoment, z.literal([0, 1]), cursorNumber, cursorNumber]);

type Row = {
  at: Date;
  kind: number;
  id: number;
  version: number;
  change: HistoryEntry["change"];
  title: string | null;
  path: number[] | null;
  factNumber: number | null;
  factText: string | null;
  handle: string | null;
  name: string | null;
  byCurator: boolean;
  reason: string;
};

/**
 * What was changed in a debate, newest first: every revision of its arguments and every correction
 * of a fact, keyset-paged by (at, kind, id, version).
 *
 * @param page.limit 1 to 500
 */
export async function listHistory(
  debateId: number,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<HistoryEntry>> {
  const after = decodeCursor(page.cursor, cursorShape);
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (${revisions(debateId, after, page.limit + 1)}) AS revision
    UNION ALL
    SELECT * FROM (${corrections(debateId, after, page.limit + 1)}) AS correction
    ORDER BY at DESC, kind DESC, id DESC, version DESC
    LIMIT ${page.limit + 1}`;
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const nextCursor =
    last && rows.length > page.limit
      ? encodeCursor([last.at.toISOString(), last.kind, last.id, last.version])
      : null;
  return { items: items.map((row) => toEntry(debateId, row)), nextCursor };
}

type After = z.output<typeof cursorShape> | null;

function before(after: After, kind: 0 | 1, at: Prisma.Sql, id: Prisma.Sql, version: Prisma.Sql) {
  if (!after) return Prisma.empty;
  const [moment, lastKind, lastId, lastVersion] = after;
  return Prisma.sql`AND (${at}, ${kind}::int, ${id}, ${version})
    < (${moment}::timestamptz, ${lastKind}::int, ${lastId}::int, ${lastVersion}::int)`;
}

function revisions(debateId: number, after: After, limit: number): Prisma.Sql {
  const byRole = env.MODERATORS_SHOWN === "by-role";
  return Prisma.sql`
    SELECT r.created_at AS at, 0 AS kind, r.argument_id AS id, r.version, r.change::text AS change,
           CASE WHEN a.withheld THEN '' ELSE r.title END AS title, a.path, NULL::int AS "factNumber", NULL::text AS "factText",
           CASE WHEN u.status = 'ERASED' OR (${byRole} AND r.editor_id <> a.author_id) THEN NULL ELSE u.handle END AS handle,
           u.name, r.editor_id <> a.author_id AS "byCurator", r.reason
    FROM argument_revisions r
    JOIN arguments a ON a.debate_id = r.debate_id AND a.id = r.argument_id
    JOIN users u ON u.id = r.editor_id
    WHERE r.debate_id = ${debateId}
      ${before(after, 0, Prisma.sql`r.created_at`, Prisma.sql`r.argument_id`, Prisma.sql`r.version`)}
    ORDER BY r.created_at DESC, r.argument_id DESC, r.version DESC
    LIMIT ${limit}`;
}

function corrections(debateId: number, after: After, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT c.corrected_at AS at, 1 AS kind, c.id, 0 AS version, 'CORRECTED' AS change,
           NULL::text AS title, NULL::int[] AS path, f.number AS "factNumber", f.text AS "factText",
           NULL::text AS handle, NULL::text AS name, true AS "byCurator", c.reason
    FROM fact_corrections c
    JOIN facts f ON f.debate_id = c.debate_id AND f.id = c.fact_id
    WHERE c.debate_id = ${debateId}
      ${before(after, 1, Prisma.sql`c.corrected_at`, Prisma.sql`c.id`, Prisma.sql`0`)}
    ORDER BY c.corrected_at DESC, c.id DESC
    LIMIT ${limit}`;
}

function toEntry(debateId: number, row: Row): HistoryEntry {
  const isFact = row.factNumber !== null;
  return {
    at: row.at.toISOString(),
    change: row.change,
    argument: isFact
      ? null
      : {
          id: publicId({ debateId, id: row.id }),
          number: row.path?.join(".") ?? "",
          title: row.title || withheldTitle(),
          version: row.version,
        },
    fact: isFact ? { number: row.factNumber!, text: row.factText ?? "" } : null,
    by: row.handle !== null ? { handle: row.handle, name: row.name ?? row.handle } : null,
    byCurator: row.byCurator,
    reason: row.reason,
  };
}
