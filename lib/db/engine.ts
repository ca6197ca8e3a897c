/**
 * Prisma's own schema engine, run as WebAssembly: the engine behind `prisma migrate`, without its
 * downloaded binary.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapter, type ScriptRewriter } from "@/lib/db/migration-adapter";

export type SchemaEngine = glue.SchemaEngine;

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
  const adapter = new MigrationAdapter(databaseUrl, rewrite);
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: schemas },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.close();
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
