/**
 * Prisma's own schema engine, run as WebAssembly: the engine behind `prisma migrate`, without its
 * downloaded binary.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export type SchemaEngine = glue.SchemaEngine;

/** Rewrites a script before it is sent, or returns it as it is. */
export type ScriptRewriter = (script: string) => string;

let loading: Promise<void> | undefined;

/**
 * Runs `work` with a schema engine connected to `databaseUrl`.
 * `schemas` are `[path, text]` pairs of Prisma schema files (at least one); `rewrite` sees every script sent to
 * the database itself (never those of a shadow database).
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  schemas: [string, string][],
  work: (engine: SchemaEngine) => Promise<T>,
  rewrite: ScriptRewriter = (script) => script,
): Promise<T> {
  loading ??= loadEngine();
  await loading;
  const pool = catalogPool(databaseUrl);
  const factory = wholeScripts(new PrismaPg(pool), pool, databaseUrl, rewrite);
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: schemas },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The package's entry imports `.wasm`, which Node 20 cannot: the module is instantiated here. */
async function loadEngine(): Promise<void> {
  // The engine says through this global why it gives up, just before it does.
  const set_message = (message: string) => console.error(`Prisma's schema engine: ${message}`);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } });
  const require = createRequire(import.meta.url);
  const script = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/**
 * The engine reads PostgreSQL's catalogues, which hold one-letter columns of the type "char" that
 * the adapter does not know: they are announced to it as character(1).
 */
function catalogPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on("error", () => undefined); // reported by the query that meets it
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult>;
  pool.query = (async (config: unknown) => {
    const result = await query(config);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === pg.types.builtins.CHAR) {
        field.dataTypeID = pg.types.builtins.BPCHAR;
      }
    }
    return result;
  }) as typeof pool.query;
  return pool;
}

/**
 * The adapter as it comes splits a script at every semicolon, which tears function bodies apart and
 * leaves half a migration behind when a statement fails. Here a script goes to PostgreSQL whole, so
 * that it is one transaction.
 */
function wholeScripts(
  inner: PrismaPg,
  pool: pg.Pool,
  databaseUrl: string,
  rewrite: ScriptRewriter,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => sendingWhole(await inner.connect(), pool, rewrite),
    connectToShadowDb: () => shadowDatabase(pool, databaseUrl),
  };
}

function sendingWhole(
  adapter: SqlDriverAdapter,
  pool: pg.Pool,
  rewrite: ScriptRewriter,
): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    try {
      await pool.query(rewrite(script));
    } catch (error) {
      throw asAdapterError(error);
    }
  };
  return adapter;
}

async function shadowDatabase(pool: pg.Pool, databaseUrl: string): Promise<SqlDriverAdapter> {
  const name = `shadow_${globalThis.crypto.randomUUID().replaceAll("-", "")}`;
  await pool.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const shadowPool = catalogPool(url.href);
  const adapter = sendingWhole(await new PrismaPg(shadowPool).connect(), shadowPool, (sql) => sql);
  adapter.dispose = async () => {
    await shadowPool.end();
    await pool.query(`DROP DATABASE IF EXISTS "${name}"`);
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
