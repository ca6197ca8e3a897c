/** Where this checkout keeps what is its own: the database, the secrets and the programs' copy. */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isRoot, postgresAccount, type Account } from "@/lib/db/embedded/account";
import {
  copyBinaries,
  platformPackageFolder,
  prepareBinaries,
  type Binaries,
} from "@/lib/db/embedded/binaries";

/** The folder with package.json. */
export const checkout = realpathSync(fileURLToPath(new URL("../../../", import.meta.url)));

/**
 * `.data` in the checkout. As root it lies outside, because PostgreSQL then runs under an account
 * that may not enter the checkout; each checkout has a folder of its own.
 */
export function homeFolder(): string {
  if (!isRoot()) return path.join(checkout, ".data");
  const hash = createHash("sha256").update(checkout).digest("hex").slice(0, 16);
  return path.join("/var/lib/counterpoint", hash);
}

export async function makeHome(): Promise<string> {
  const folder = homeFolder();
  await mkdir(folder, { recursive: true, mode: isRoot() ? 0o755 : 0o700 });
  // A strict umask would keep PostgreSQL's account out.
  if (isRoot()) await Promise.all([folder, path.dirname(folder)].map((item) => chmod(item, 0o755)));
  return folder;
}

/** PostgreSQL's programs and the account to run them as. */
export async function postgresPrograms(): Promise<{ binaries: Binaries; account: Account }> {
  const installed = platformPackageFolder();
  const account = await postgresAccount();
  const folder = isRoot() ? await copyBinaries(installed, await makeHome()) : installed;
  return { binaries: await prepareBinaries(folder), account };
}
