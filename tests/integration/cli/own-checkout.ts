/** A checkout of a test's own, and with it an installation: its secrets and its embedded server. */
import { cp, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { homeFolder } from "@/lib/db/embedded/home";
import { run } from "./command-line";

const copied = ["lib", "prisma", "package.json", "tsconfig.json"];
/** As on a machine where nothing is set. */
const nothing = {
  DATABASE_URL: "",
  NEXTAUTH_SECRET: "",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "",
  EXPORT_SIGNING_KEY: "",
};

export async function ownCheckout() {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "counterpoint-checkout-")));
  for (const name of copied) await cp(name, path.join(folder, name), { recursive: true });
  await symlink(path.resolve("node_modules"), path.join(folder, "node_modules"));
  const home = homeFolder(folder);
  return {
    secretsFile: path.join(home, "secrets.json"),
    /** Runs a command of this checkout. */
    run: (words: string[], env: Record<string, string> = {}) =>
      run(words, { cwd: folder, env: { ...nothing, ...env } }),
    /** Runs a program that uses the checkout's modules; resolves with what it says as JSON. */
    program: async (text: string): Promise<unknown> => {
      await writeFile(path.join(folder, "program.ts"), text);
      const { out, err, code } = await run([], {
        cwd: folder,
        env: nothing,
        program: "program.ts",
      });
      if (code !== 0) throw new Error(err);
      return JSON.parse(out) as unknown;
    },
    remove: () =>
      Promise.all([folder, home].map((one) => rm(one, { recursive: true, force: true }))),
  };
}
