/** Where this checkout keeps what is its own: the database, the secrets and the programs' copy. */
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isRoot, postgresAccount, type Account } from "@/lib/db/embedded/account";
import {
  canPrepare,
  copyBinaries,
  platformPackageFolder,
  prepareBinaries,
  type Binaries,
} from "@/lib/db/embedded/binaries";
import { Refusal } from "@/lib/db/problem";

/** The folder with package.json. */
export const checkout = realpathSync(fileURLToPath(new URL("../../../", import.meta.url)));

/**
 * `.data` in the checkout. As root it lies outside, because PostgreSQL then runs under an account
 * that may not enter the checkout; each checkout has a folder of its own.
 */
export function homeFolder(of = checkout): string {
  return isRoot() ? rootFolder(of) : path.join(of, ".data");
}

function rootFolder(of = checkout): string {
  const hash = createHash("sha256").update(of).digest("hex").slice(0, 16);
  return path.join("/var/lib/counterpoint", hash);
}

/**
 * Refuses when this checkout's secrets lie where the other kind of account keeps them: started
 * anyway, the database would seem to be gone.
 */
export function refuseOtherAccount(): void {
  const other = isRoot() ? path.join(checkout, ".data") : rootFolder();
  if (!existsSync(path.join(other, "secrets.json"))) return;
  const who = isRoot() ? "as the person who made it" : "as root";
  throw new Refusal(
    `This checkout's database is in ${other}. Start ${who}, or move that folder away to begin with an empty database.`,
  );
}

/** Makes the home folder and returns it. */
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
  const inPlace = !isRoot() && (await canPrepare(installed));
  const folder = inPlace ? installed : await copyBinaries(installed, await makeHome());
  return { binaries: await prepareBinaries(folder), account };
}
