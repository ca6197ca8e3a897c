import { spawnSync } from "node:child_process";
import path from "node:path";
import { checkout } from "@/lib/db/embedded/home";
import { Refusal } from "@/lib/db/problem";

/** Makes the Prisma client if it is not there: npm may have been told to run no scripts. */
export function generateClient(): void {
  const script = path.join(checkout, "prisma", "generate.mjs");
  const { status } = spawnSync(process.execPath, [script], { cwd: checkout, stdio: "inherit" });
  if (status !== 0) {
    throw new Refusal("The database client could not be made. Run npm ci again, then start again.");
  }
}
