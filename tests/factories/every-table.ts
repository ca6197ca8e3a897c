/** Rows in every table there is, also in those that a later migration adds. */
import type pg from "pg";
import { referredToFirst } from "@/lib/db/backup/tables";

type Column = { name: string; type: string; isEnum: boolean; needed: boolean };
type Reference = { columns: string[]; parent: string; parentColumns: string[] };
type Table = { name: string; refers_to: string[]; columns: Column[]; references: Reference[] };

/** Values that a type alone does not tell, because a check asks for more. */
const byName: Record<string, string> = {
  request_hash: `'${"a".repeat(64)}'`,
  file_hash: `'${"b".repeat(64)}'`,
  url: "'https://example.org/hook'",
  scopes: "'{read}'",
  events: "'{argument.created}'",
};

const byType: Record<string, string> = {
  text: "E'first\\tline\\\\\\nsecond line, “quoted”, \\u2028 – \\\\N'",
  integer: "7",
  smallint: "3",
  bigint: "9007199254740993",
  "double precision": "0.1::float8 + 0.2::float8",
  boolean: "true",
  bytea: "'\\\\x00ff5c6e0a09'",
  uuid: "gen_random_uuid()",
  jsonb: `'{"words": "a\\\\nb", "nothing": null}'`,
  "timestamp(3) with time zone": "'2026-02-28 23:59:59.987+05:30'",
  "text[]": `'{"a,b","c\\"d",NULL}'`,
  "integer[]": "'{1,NULL,3}'",
};

/** Tables whose rows are a matter of other columns too. */
const byTable: Record<string, string> = {
  moderation_entries: `SELECT log_moderation('WARN', 'PERSON', NULL, true, NULL, NULL, NULL, (SELECT min(id) FROM users),
    'OTHER', NULL, '{"é": 1e3}', ${byType.text}, 'A note', '{"title": "Words, as they stood"}')`,
  prepared_exports: `INSERT INTO prepared_exports (owner_id, debate_id, format)
    SELECT (SELECT min(id) FROM users), min(id), 'json' FROM debates`,
  reviews: `INSERT INTO reviews (cause, target, author_id) SELECT 'FLAG', 'PERSON', min(id) FROM users`,
  sanctions: `INSERT INTO sanctions (entry_id, user_id, kind, until)
    SELECT (SELECT min(id) FROM moderation_entries), (SELECT min(id) FROM users), 'SUSPEND', '2026-02-28 23:59:59.987+05:30'`,
  purges: `INSERT INTO purges (target, author_id, words_of_id, ground, legal_basis, public_reason, requested_by_id)
    SELECT 'PERSON', min(id), (SELECT min(id) FROM moderation_entries), 'ILLEGAL', ${byType.text}, ${byType.text}, max(id)
    FROM users`,
  blocks: `INSERT INTO blocks (blocker_id, blocked_id) SELECT min(id), max(id) FROM users`,
  flags: `INSERT INTO flags (review_id, reporter_id, target, debate_id, argument_id, reason, note, weight)
    SELECT (SELECT min(id) FROM reviews), (SELECT min(id) FROM users), 'ARGUMENT', debate_id, id, 'SPAM',
      ${byType.text}, 0.1 FROM arguments ORDER BY id LIMIT 1`,
};

/**
 * Adds a row to each table that has none.
 * @throws Error naming the table whose checks ask for values that are not known here
 */
export async function fillEmptyTables(client: pg.ClientBase): Promise<void> {
  for (const table of referredToFirst(await readTables(client))) {
    const { rows } = await client.query(`SELECT FROM "${table.name}" LIMIT 1`);
    if (rows.length > 0) continue;
    const sql = byTable[table.name] ?? insertOf(table);
    await client.query(sql).catch((error: unknown) => {
      throw new Error(`Tell tests/factories/every-table.ts how to fill ${table.name}: ${sql}`, {
        cause: error,
      });
    });
  }
}

function insertOf({ name, columns, references }: Table): string {
  const values = new Map<string, string>();
  for (const { name: column, type, isEnum, needed } of columns) {
    if (!needed) continue;
    const value = byName[column] ?? (isEnum ? `enum_first(NULL::${type})` : byType[type]);
    if (value === undefined) throw new Error(`Nothing is known of ${type} in ${name}.`);
    values.set(column, value);
  }
  for (const { columns: own, parent, parentColumns } of references) {
    if (!own.every((column) => values.has(column))) continue;
    own.forEach((column, at) =>
      values.set(column, `(SELECT "${parentColumns[at]}" FROM "${parent}" ORDER BY ctid LIMIT 1)`),
    );
  }
  const names = [...values.keys()].map((column) => `"${column}"`).join(", ");
  return `INSERT INTO "${name}" (${names}) VALUES (${[...values.values()].join(", ")})`;
}

async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname::text AS name,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS refers_to,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isEnum', t.typtype = 'e', 'needed', a.attnotnull AND NOT a.atthasdef) ORDER BY a.attnum)
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT coalesce(json_agg(json_build_object('parent', r.relname,
          'columns', ARRAY(SELECT attname FROM unnest(f.conkey) WITH ORDINALITY k (n, place)
            JOIN pg_attribute ON attrelid = f.conrelid AND attnum = n ORDER BY place),
          'parentColumns', ARRAY(SELECT attname FROM unnest(f.confkey) WITH ORDINALITY k (n, place)
            JOIN pg_attribute ON attrelid = f.confrelid AND attnum = n ORDER BY place))
          ORDER BY cardinality(f.conkey)), '[]')
        FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f') AS references
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`);
  return rows;
}
