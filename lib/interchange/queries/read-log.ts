import "server-only";
import { env } from "@/lib/env";
import type { BundleLogEntry } from "../bundle";
import { fetched, whoIs, type Reading } from "./fetched";

type LogRow = Omit<BundleLogEntry, "at" | "by"> & { at: Date; byId: number | null };

/** What was changed, the oldest first: every revision and every correction of a fact. */
export async function* readLog({ tx, debateId, refs }: Reading): AsyncGenerator<BundleLogEntry> {
  const byRole = env.MODERATORS_SHOWN === "by-role";
  const rows = fetched(
    () => tx.$executeRaw`
      DECLARE exported_log NO SCROLL CURSOR FOR
      SELECT r.created_at AS at, r.change::text AS change, array_to_string(a.path, '.') AS argument, r.version,
        NULL::int AS fact, CASE WHEN r.editor_id = a.author_id OR NOT ${byRole} THEN r.editor_id END AS "byId", r.reason
      FROM argument_revisions r
      JOIN arguments a ON a.debate_id = r.debate_id AND a.id = r.argument_id
      WHERE r.debate_id = ${debateId}
      UNION ALL
      SELECT c.corrected_at, 'CORRECTED', NULL, NULL, f.number, NULL, c.reason
      FROM fact_corrections c
      JOIN facts f ON f.debate_id = c.debate_id AND f.id = c.fact_id
      WHERE c.debate_id = ${debateId}
      ORDER BY 1, 3, 4, 5`,
    () => tx.$queryRaw<LogRow[]>`FETCH 500 FROM exported_log`,
    () => tx.$executeRaw`CLOSE exported_log`,
  );
  for await (const { at, byId, ...row } of rows)
    yield { at: at.toISOString(), ...row, by: whoIs(refs, byId) };
}
