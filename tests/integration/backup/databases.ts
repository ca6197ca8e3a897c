/** Everything there is to compare between two databases, asked without the code under test. */
import pg from "pg";

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of every table as text, in an order of their own. */
export function allRows(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    await client.query("SET extra_float_digits = 3; SET timezone = 'Asia/Kathmandu'");
    const found: Record<string, string[]> = {};
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t ORDER BY t::text COLLATE "C"`,
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

const catalogues = {
  columns: `SELECT table_name, ordinal_position, column_name, data_type, udt_name, column_default, is_nullable
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
  constraints: `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2, 3`,
  indexes: "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
  triggers: `SELECT pg_get_triggerdef(t.oid), tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE NOT tgisinternal ORDER BY 1`,
  functions: `SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
  enums: `SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = enumtypid ORDER BY 1, enumsortorder`,
  extensions: "SELECT extname FROM pg_extension ORDER BY 1",
  textSearch: `SELECT cfgname, maptokentype, mapseqno, dictname FROM pg_ts_config
    JOIN pg_ts_config_map ON mapcfg = pg_ts_config.oid JOIN pg_ts_dict ON mapdict = pg_ts_dict.oid
    WHERE cfgnamespace = 'public'::regnamespace ORDER BY 1, 2, 3`,
  sequences:
    "SELECT sequencename, last_value, increment_by, data_type::text FROM pg_sequences ORDER BY 1",
};

/** Columns, constraints, indexes, triggers, functions … */
export function wholeShape(url: string): Promise<Record<string, unknown[]>> {
  return withClient(url, async (client) => {
    const found: Record<string, unknown[]> = {};
    for (const [what, sql] of Object.entries(catalogues)) {
      found[what] = (await client.query<Record<string, unknown>>(sql)).rows;
    }
    return found;
  });
}
