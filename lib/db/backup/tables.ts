/** What there is to back up, asked of PostgreSQL itself, so that no table can be forgotten. */
import pg from "pg";

/** Prisma's own list of what has been applied; it belongs to a backup like every other table. */
export const migrationsTable = "_prisma_migrations";

export interface Table {
  name: string;
  /** All but those that PostgreSQL computes. */
  columns: string[];
  /** Its primary key, as it stands after ORDER BY. */
  order: string;
}

type Found = { name: string; columns: string[]; key: string[]; refers_to: string[] };

/**
 * The tables of the schema public that no extension owns, each after those it refers to.
 * The order of rows must be the same on every server: text is ordered by its bytes.
 */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(`
    SELECT c.relname::text AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY a.attnum) AS columns,
      ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
        FROM pg_index i CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS refers_to
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`);
  return referredToFirst(rows).map(({ name, columns, key }) => ({
    name,
    columns,
    order: key.length > 0 ? key.join(", ") : `${pg.escapeIdentifier(name)}::text COLLATE "C"`,
  }));
}

/** @throws Error when tables refer to one another in a circle: then no order is right */
export function referredToFirst<T extends { name: string; refers_to: string[] }>(
  tables: readonly T[],
): T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  const known = new Set(tables.map(({ name }) => name));
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter((table) =>
      table.refers_to.every((name) => placed.has(name) || !known.has(name)),
    );
    if (ready.length === 0) {
      throw new Error(`Tables refer to one another in a circle: ${left.map((t) => t.name).join()}`);
    }
    for (const table of ready) placed.add(table.name);
    ordered.push(...ready);
    left = left.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

/** The rows, each on a line of PostgreSQL's text format: it outlives versions, and `\n` ends rows only. */
export function copyOut({ name, columns, order }: Table): string {
  return `COPY (SELECT ${listed(columns)} FROM ${pg.escapeIdentifier(name)} ORDER BY ${order}) TO STDOUT`;
}

export function copyIn({ name, columns }: Pick<Table, "name" | "columns">): string {
  return `COPY ${pg.escapeIdentifier(name)} (${listed(columns)}) FROM STDIN`;
}

export function listed(names: readonly string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join(", ");
}

/** Within a transaction: values are written in one way, whatever the server's settings are. */
export const plainSettings = `
  SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL search_path = public; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

export interface Sequence {
  name: string;
  value: string;
  called: boolean;
}

export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = 'public'
      ORDER BY sequencename COLLATE "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${pg.escapeIdentifier(name)}`,
    );
    sequences.push({ name, value: state[0]?.value ?? "1", called: state[0]?.called ?? false });
  }
  return sequences;
}

/** The names of the migrations that have been applied, oldest first. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${migrationsTable}
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}
