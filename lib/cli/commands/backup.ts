/** `db backup|verify|restore` */
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { Option, type Command } from "commander";
import { withDatabaseUrl } from "@/lib/cli/runtime/connect";
import { homeFolder } from "@/lib/db/embedded/home";
import { Refusal } from "@/lib/db/problem";
import { answer, fail, UsageError, type Options } from "../answer";
import { callersPath } from "../callers-path";
import { withProgress } from "../progress";

type Backup = Options & { out?: string };
type Restore = Options & { replace?: boolean; yes?: boolean; withSessions?: boolean };

const json = () => new Option("--json", "only JSON, in one line");

const personal =
  "It holds personal data (names, addresses, password hashes, votes): keep it where only you can read it, and on another machine too.";

/** Adds the three commands to `db`. */
export function addBackupCommands(db: Command): void {
  db.command("backup")
    .description(
      "write everything the database holds into one file, while the site runs; the file holds personal data",
    )
    .option("--out <file>", "the new file, or a folder for it")
    .addOption(json())
    .action((options: Backup) => refusing(options, () => backup(options)));
  db.command("verify <backup>")
    .description("read a whole backup and compare it with its own hashes; needs no database")
    .addOption(json())
    .action((file: string, options: Options) => refusing(options, () => verify(file, options)));
  db.command("restore <backup>")
    .description("put a backup into an empty database, whole or not at all; stop the site first")
    .option("--replace", "throw away everything the database holds now")
    .option("--yes", "do not ask, also on a terminal")
    .option("--with-sessions", "keep people signed in, as for a move to another machine")
    .addOption(json())
    .action((file: string, options: Restore) => refusing(options, () => restore(file, options)));
}

async function refusing(options: Options, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await fail(error, options);
  }
}

async function backup(options: Backup): Promise<void> {
  const file = await newFile(options.out);
  const { makeBackup } = await import("@/lib/db/backup/make");
  const {
    tables,
    sequences: _,
    ...about
  } = await withDatabaseUrl(
    (url) => withProgress("Backing up", options, (onProgress) => makeBackup(url, file, onProgress)),
    { migrate: false },
  );
  const { size } = await stat(file);
  const rows = rowsOf(tables);
  answer({ file, bytes: size, rows, tables: countsOf(tables), ...about }, options, personal);
}

async function verify(name: string, options: Options): Promise<void> {
  const { inspectBackup } = await import("@/lib/db/backup/inspect");
  const file = callersPath(name);
  const { tables, sequences: _, ...about } = await inspectBackup(file);
  const rows = rowsOf(tables);
  answer({ file, rows, tables: countsOf(tables), ...about }, options, "The backup is whole.");
}

async function restore(name: string, options: Restore): Promise<void> {
  const file = callersPath(name);
  const { restoreBackup } = await import("@/lib/db/backup/restore");
  const { manifest, leftOut, applied } = await withDatabaseUrl(
    async (url) => {
      if (options.replace && !options.yes) await confirm(url);
      return withProgress("Restoring", options, (onProgress) =>
        restoreBackup(url, file, { ...options, onProgress }),
      );
    },
    { migrate: false },
  );
  const words = options.withSessions
    ? "Restored. Start Counterpoint again."
    : "Restored. Everyone has to sign in again, and links from old mails no longer work. Start Counterpoint again.";
  const { madeAt, tables } = manifest;
  answer({ file, madeAt, rows: rowsOf(tables), leftOut, applied }, options, words);
}

/** On a terminal a person is asked; a program has said --replace and is believed. */
async function confirm(url: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return;
  const { countContents } = await import("@/lib/db/backup/clear");
  const { rows, accounts, debates } = await countContents(url);
  if (rows === 0) return;
  const { hostname, pathname } = new URL(url);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question(
    `The database ${pathname.slice(1)} on ${hostname} holds ${accounts} accounts and ${debates} debates. Throw all of it away? Type yes: `,
  );
  lines.close();
  if (said.trim().toLowerCase() !== "yes") throw new Refusal("Nothing was changed.");
}

type Counted = readonly { name: string; rows: number }[];

const rowsOf = (tables: Counted) => tables.reduce((sum, { rows }) => sum + rows, 0);
const countsOf = (tables: Counted) =>
  Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));

/** Named after the moment, unless a name was given; never one that exists. */
async function newFile(wanted: string | undefined): Promise<string> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const named = `counterpoint-${stamp}Z.tar.gz`;
  if (wanted === undefined) {
    const folder = path.join(homeFolder(), "backups");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, named);
  }
  const file = callersPath(wanted);
  const isFolder = (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
  if (!isFolder && /[\\/]$/.test(wanted)) throw new UsageError(`There is no folder ${wanted}.`);
  return isFolder ? path.join(file, named) : file;
}
