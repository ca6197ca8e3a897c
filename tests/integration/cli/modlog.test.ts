import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { withClient } from "../backup/databases";
import { append, scene } from "../moderation/entries";
import { run, runOnTerminal } from "./command-line";

const patience = 300_000;
const hasTerminal = spawnSync("script", ["--version"]).status === 0;
const verify = (...more: string[]) => run(["modlog", "verify", ...more]);

let first: { hash: string };

beforeAll(async () => {
  const at = await scene();
  for (let count = 0; count < 3; count += 1) await append(at);
  first = await withClient(env.DATABASE_URL!, async (client) => {
    const { rows } = await client.query("SELECT hash FROM moderation_entries WHERE id = 1");
    return rows[0] as { hash: string };
  });
});

test(
  "A program verifies the log against a head it noted down, and reads one JSON value",
  async () => {
    const [plain, known, unknown, wrong] = await Promise.all([
      verify(),
      verify("--head", first.hash, "--json"),
      verify("--head", "0".repeat(64)),
      verify("--head", "abc"),
    ]);
    expect(plain.code).toBe(0);
    expect(plain.err).toMatch(/The log is whole: 3 entries.*\n.*--head/);
    expect(JSON.parse(plain.out)).toMatchObject({ whole: true, entries: 3, problems: [] });
    expect(known).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(known.out)).toMatchObject({ whole: true, publishedAt: 1 });
    expect(unknown.code).toBe(1);
    expect(unknown.err).toMatch(/published head stands nowhere/);
    expect(wrong).toMatchObject({ code: 2, out: "" });
  },
  patience,
);

test(
  "Whoever runs the site is told which entry was changed, and the command fails",
  async () => {
    await withClient(env.DATABASE_URL!, (client) =>
      client.query(`SET session_replication_role = replica;
        UPDATE moderation_words SET public_reason = 'It sells nothing.' WHERE entry_id = 2`),
    );
    const changed = await verify();
    expect(changed.code).toBe(1);
    expect(changed.err).toBe("The words of entry 2 were changed.\n");
    expect(JSON.parse(changed.out)).toMatchObject({
      whole: false,
      problemsFound: 1,
      problems: [{ entry: 2, code: "WORDS_CHANGED" }],
    });
  },
  patience,
);

test.skipIf(!hasTerminal)(
  "On a terminal it shows how far it is",
  async () => {
    const shown = await runOnTerminal(["modlog", "verify"]);
    expect(shown.out).toMatch(/Verifying \[=+-*\] \d+ %/);
    expect(shown.code).toBe(1);
  },
  patience,
);
