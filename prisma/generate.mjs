/**
 * Makes the Prisma client in lib/db/generated. It runs after every install, so it says nothing
 * unless it fails, and does nothing when the client is current. Plain JavaScript: it needs no
 * package but Prisma itself.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const schema = path.join(root, "prisma", "schema.prisma");
const generated = path.join(root, "lib", "db", "generated");
const stampFile = path.join(generated, ".stamp");
const require = createRequire(import.meta.url);

if (existsSync(schema)) generate();

function generate() {
  const stamp = createHash("sha256")
    .update(readFileSync(schema))
    .update(require("prisma/package.json").version)
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  rmSync(stampFile, { force: true }); // a broken-off run leaves no stamp
  const prisma = path.join(path.dirname(require.resolve("prisma/package.json")), "build/index.js");
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [prisma, "generate", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        // Generating is done in WebAssembly. Any program here keeps Prisma from downloading one.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status === 0) {
    writeFileSync(stampFile, stamp);
    return;
  }
  console.error("The Prisma client could not be made from prisma/schema.prisma:");
  console.error(error ?? `${stdout}${stderr}`);
  process.exit(1);
}
