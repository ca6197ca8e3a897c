/** What a database holds now, and how to empty it for a restore. */
import pg from "pg";
import { migrationsTable, readTables } from "@/lib/db/backup/tables";

/** Schemas that libraries make for themselves: attempts that are counted, jobs that wait. */
export const librarySchemas = ["limits", "pgboss"];

export interface Contents {
  rows: number;
  accounts: number;
  debates: number;
}

/** How much there is to lose. An empty database, and one just migrated, hold nothing. */
export async function contentsOf(client: pg.ClientBase): Promise<Contents> {
  const counted: Record<string, number> = {};
  for (const { name } of await readTables(client)) {
    if (name === migrationsTable) continue;
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM public.${pg.escapeIdentifier(name)}`,
    );
    counted[name] = Number(rows[0]?.count);
  }
  const rows = Object.values(counted).reduce((sum, count) => sum + count, 0);
  return { rows, accounts: counted.users ?? 0, debates: counted.debates ?? 0 };
}

/** The same, of a database that is not connected to yet. */
export async function countContents(databaseUrl: string): Promise<Contents> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await contentsOf(client);
  } finally {
    await client.end();
  }
}

/**
 * Drops what the schema public holds, but for what belongs to extensions, which the role that owns
 * the database may not be able to make again; and the libraries' schemas, whose waiting jobs name
 * rows that will not be there. Within the caller's transaction.
 */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    SELECT statement FROM (
      SELECT 1 AS place, oid, 'pg_class'::regclass AS catalogue, format('DROP %s IF EXISTS %s CASCADE',
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
          WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass) AS statement
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL
      SELECT 2, oid, 'pg_proc'::regclass, format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure)
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT 3, t.oid, 'pg_type'::regclass, format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype)
      FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
      WHERE t.typnamespace = 'public'::regnamespace AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
      UNION ALL
      SELECT 4, oid, 'pg_ts_config'::regclass, format('DROP TEXT SEARCH CONFIGURATION IF EXISTS %I.%I CASCADE', 'public', cfgname)
      FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace
    ) found
    WHERE NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = catalogue AND d.objid = found.oid AND d.deptype = 'e')
    ORDER BY place, oid`);
  for (const { statement } of rows) await client.query(statement);
  for (const schema of librarySchemas) {
    await client.query(`DROP SCHEMA IF EXISTS ${pg.escapeIdentifier(schema)} CASCADE`);
  }
}
