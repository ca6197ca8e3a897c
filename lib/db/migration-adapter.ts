/** Prisma's adapter for `pg`, made fit for the schema engine. */
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** Rewrites a script before it is sent, or returns it as it is. */
export type ScriptRewriter = (script: string) => string;

/**
 * The adapter as it comes splits a script at every semicolon, which tears function bodies apart and
 * leaves half a migration behind when a statement fails. Here a script goes to PostgreSQL whole, so
 * that it is one transaction. It also learns the type "char", which the catalogues use.
 */
export class MigrationAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly pool: pg.Pool;

  constructor(
    private readonly databaseUrl: string,
    private readonly rewrite: ScriptRewriter,
  ) {
    this.pool = openPool(databaseUrl);
  }

  async connect(): Promise<SqlDriverAdapter> {
    return adapt(await new PrismaPg(this.pool).connect(), this.pool, this.rewrite);
  }

  /** An empty database for the engine to try migrations in; dropped when it is done. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `shadow_${globalThis.crypto.randomUUID().replaceAll("-", "")}`;
    await this.pool.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const url = new URL(this.databaseUrl);
    url.pathname = `/${name}`;
    const shadow = openPool(url.href);
    const adapter = adapt(await new PrismaPg(shadow).connect(), shadow, (script) => script);
    adapter.dispose = async () => {
      await shadow.end();
      await this.pool.query(`DROP DATABASE IF EXISTS "${name}"`);
    };
    return adapter;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on("error", () => undefined); // reported by the query that meets it
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult>;
  pool.query = (async (config: unknown) => {
    const result = await query(config);
    announceLetters(result);
    return result;
  }) as typeof pool.query;
  return pool;
}

/** Which columns of a result, known by its rows, have the type "char". */
const letterColumns = new WeakMap<object, number[]>();

/** The adapter refuses the type "char": it is told of character(n), and corrected afterwards. */
function announceLetters(result: pg.QueryArrayResult): void {
  const found: number[] = [];
  result.fields?.forEach((field, index) => {
    if (field.dataTypeID !== pg.types.builtins.CHAR) return;
    field.dataTypeID = pg.types.builtins.BPCHAR;
    found.push(index);
  });
  if (found.length > 0) letterColumns.set(result.rows, found);
}

function adapt(
  adapter: SqlDriverAdapter,
  pool: pg.Pool,
  rewrite: ScriptRewriter,
): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
    const result = await queryRaw(query);
    for (const index of letterColumns.get(result.rows) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return result;
  };
  adapter.executeScript = async (script) => {
    try {
      await pool.query(rewrite(script));
    } catch (error) {
      throw asAdapterError(error);
    }
  };
  return adapter;
}

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = "XX000", message, severity = "ERROR", detail, column, hint } = error;
  return new DriverAdapterError({
    kind: "postgres",
    code,
    message,
    severity,
    detail,
    column,
    hint,
    originalCode: code,
    originalMessage: message,
  });
}
