import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createDebate } from "@/tests/factories/create-debate";
import { testDatabase } from "@/tests/setup/test-database";
import { allRows, withClient } from "../backup/databases";
import { run, runOnTerminal } from "./command-line";

const patience = 300_000;
const escape = "\u001b";
const hasTerminal = spawnSync("script", ["--version"]).status === 0;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "counterpoint-cli-"));
  await createDebate(db);
});
afterAll(() => rm(folder, { recursive: true }));

const inFolder = (name: string) => path.join(folder, name);

test(
  "A program makes a person and their tokens, and reads one JSON value each time",
  async () => {
    const person = ["--email", "ada@example.org", "--name", "Ada Lovelace", "--json"];
    const made = await run(["user", "create", ...person, "--password-stdin"], {
      input: "correct horse battery staple\n",
    });
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(made.out)).toMatchObject({
      email: "ada@example.org",
      handle: "ada-lovelace",
    });

    const user = ["--user", "ada@example.org", "--json"];
    const [again, created] = await Promise.all([
      run(["user", "create", ...person]),
      run(["token", "create", ...user, "--scopes", "read,write"]),
    ]);
    expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/\w/) });
    expect(JSON.parse(again.out)).toMatchObject({ error: { message: again.err.trim() } });
    expect(JSON.parse(created.out).token).toMatch(/^cp_/);

    const [list, shown] = await Promise.all([
      run(["token", "list", ...user]),
      run(["user", "show", "--email", "ada@example.org", "--json"]),
    ]);
    expect(JSON.parse(shown.out)).toMatchObject({ handle: "ada-lovelace", personalTokens: 1 });
    const [{ id }] = JSON.parse(list.out).tokens;
    const revoked = await run(["token", "revoke", ...user, "--id", String(id)]);
    expect(JSON.parse(revoked.out)).toEqual({ revoked: [id] });
    expect(await run(["token", "revoke", ...user, "--id", String(id)])).toMatchObject({ code: 1 });
  },
  patience,
);

test(
  "Wrongly called it exits with 2, says so on standard error, and prints nothing else",
  async () => {
    const role = await run(["user", "role", "--email", "ada@example.org", "--role", "king"]);
    expect(role).toMatchObject({ code: 2, out: "" });
    expect(role.err).toMatch(/Allowed choices are member.*\n.*--help/);
    const address = await run(["token", "list", "--user", "nonsense"]);
    expect(address).toMatchObject({ code: 2, out: "" });
  },
  patience,
);

test(
  "A piped backup has no colours and no bar; it is verified, damaged, refused and restored",
  async () => {
    const file = inFolder("site.tar.gz");
    const backup = await run(["db", "backup", "--out", file], { env: { FORCE_COLOR: "3" } });
    expect(backup.code).toBe(0);
    expect(backup.out + backup.err).not.toContain(escape);
    expect(backup.err).toMatch(/personal data/);
    expect(JSON.parse(backup.out)).toMatchObject({ file, tables: { debates: 1 } });

    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 255, bytes.length >> 1);
    await writeFile(inFolder("damaged.tar.gz"), bytes);
    const copy = await testDatabase({ template: "template1" });
    try {
      const target = { env: { DATABASE_URL: copy.url } };
      const [whole, damaged, restored] = await Promise.all([
        run(["db", "verify", file, "--json"]),
        run(["db", "verify", inFolder("damaged.tar.gz"), "--json"]),
        run(["db", "restore", file, "--json"], target),
      ]);
      expect(whole).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(damaged.out).error.message).toMatch(/damaged/);
      expect(damaged.code).toBe(1);
      expect(restored).toMatchObject({ code: 0, err: "" });
      expect((await allRows(copy.url)).debates).toEqual((await allRows(env.DATABASE_URL!)).debates);
      const refused = await run(["db", "restore", file], target);
      expect(refused).toMatchObject({ code: 1, out: "" });
      expect(refused.err).toMatch(/--replace/);
    } finally {
      await copy.drop();
    }
  },
  patience,
);

test.skipIf(!hasTerminal)(
  "On a terminal a backup shows a bar, and a restore asks before it throws anything away",
  async () => {
    const file = inFolder("terminal.tar.gz");
    const shown = await runOnTerminal(["db", "backup", "--out", file]);
    expect(shown).toMatchObject({ code: 0, err: "" });
    expect(shown.out).toMatch(/Backing up \[=+-*\] \d+ %/);
    const quiet = await runOnTerminal(["db", "verify", file, "--json"]);
    expect(quiet.out.trim()).toMatch(/^\{.*\}$/);
    const before = await allRows(env.DATABASE_URL!);
    const asked = await runOnTerminal(["db", "restore", file, "--replace"], { input: "no\n" });
    expect(asked.out).toMatch(/holds \d+ accounts and 1 debates.*Type yes/);
    expect(asked.out).toMatch(/Nothing was changed/);
    expect(asked.code).toBe(1);
    expect(await allRows(env.DATABASE_URL!)).toEqual(before);
  },
  patience,
);

test(
  "Ctrl-C during a backup leaves no half file",
  async () => {
    const { id: debateId } = await db.debate.findFirstOrThrow();
    await withClient(env.DATABASE_URL!, (client) =>
      client.query(
        `INSERT INTO drafts (debate_id, user_id, form, values)
         SELECT $1, (SELECT min(id) FROM users), 'f' || n, jsonb_build_object('b', repeat('words ', 3000))
         FROM generate_series(1, 4000) n`,
        [debateId],
      ),
    );
    const file = inFolder("interrupted.tar.gz");
    const interrupted = await run(["db", "backup", "--out", file], {
      onStart: (child) => {
        const watch = setInterval(() => {
          if (!existsSync(`${file}.partial`)) return;
          clearInterval(watch);
          child.kill("SIGINT");
        }, 5);
        child.once("exit", () => clearInterval(watch));
      },
    });
    expect(interrupted).toMatchObject({ code: 130, out: "" });
    const left = await readdir(folder);
    expect(left.filter((name) => name.startsWith("interrupted"))).toEqual([]);
  },
  patience,
);

test(
  "The doctor names everything that is wrong and exits with 1; keys tells no secret",
  async () => {
    const secret = "a secret that must not be shown anywhere";
    const [ill, keys] = await Promise.all([
      run(["doctor", "--json"], { env: { PORT: "many", NEXTAUTH_SECRET: "short", SITE_URL: "x" } }),
      run(["keys"], { env: { NEXTAUTH_SECRET: secret } }),
    ]);
    expect(ill).toMatchObject({ code: 1, err: "" });
    const checks = JSON.parse(ill.out) as { name: string; state: string; message: string }[];
    const bad = checks.filter(({ state }) => state === "bad");
    expect(bad.map(({ name }) => name)).toEqual(["Settings", "Secrets"]);
    expect(bad[0]?.message).toMatch(/PORT.*\n.*SITE_URL/);
    expect(checks.find(({ name }) => name === "Migrations")?.state).toBe("good");

    expect(keys.code).toBe(0);
    expect(keys.out).not.toContain(secret);
    expect(JSON.parse(keys.out).keys).toContainEqual({
      name: "NEXTAUTH_SECRET",
      place: "environment",
      fingerprint: expect.stringMatching(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/),
    });
  },
  patience,
);
