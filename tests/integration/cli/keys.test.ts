import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeptSecrets } from "@/lib/cli/runtime/secrets";
import { run } from "./command-line";
import { ownCheckout } from "./own-checkout";

const patience = 300_000;
let checkout: Awaited<ReturnType<typeof ownCheckout>>;
beforeAll(async () => void (checkout = await ownCheckout()), patience);
afterAll(() => checkout.remove());

const ada = ["--email", "ada@example.org"];
const kept = async () => JSON.parse(await readFile(checkout.secretsFile, "utf8")) as KeptSecrets;

/** What a program does that is connected to this installation's database. */
const connected = (work: string) => `
  import { withDatabaseUrl } from "@/lib/cli/runtime/connect";
  await withDatabaseUrl(async () => {
    const { db } = await import("@/lib/db/client");
    try { ${work} } finally { await db.$disconnect(); }
  });`;

type Key = { name: string; place: string; publicKey?: string };
async function signingKey(): Promise<Key> {
  const { out } = await checkout.run(["keys", "--json"]);
  const { keys } = JSON.parse(out) as { keys: Key[] };
  return keys.find(({ name }) => name === "EXPORT_SIGNING_KEY")!;
}

test(
  "The key that signs exports is made once, for its owner's eyes; everybody gets the public part",
  async () => {
    expect(await signingKey()).toEqual({ name: "EXPORT_SIGNING_KEY", place: "nowhere yet" });
    const made = await checkout.run(["user", "create", ...ada, "--name", "Ada Lovelace", "--json"]);
    expect(made).toMatchObject({ code: 0, err: "" });
    const first = await kept();
    expect((await stat(checkout.secretsFile)).mode & 0o777).toBe(0o600);
    const { publicKey } = await signingKey();
    expect(publicKey).toMatch(/^[\w+/=]{60}$/);
    const answered = await checkout.program(
      connected(`
        const { api } = await import("@/lib/api/app");
        const answer = await api.fetch(new Request("http://localhost/api/v1/export-key"));
        console.log(await answer.text());`),
    );
    expect(answered).toEqual({ algorithm: "Ed25519", publicKey });
    expect(await kept()).toEqual(first);
    expect((await stat(checkout.secretsFile)).mode & 0o777).toBe(0o600);
  },
  patience,
);

test(
  "An operator who makes the session's secret anew signs everyone out, and webhooks go on",
  async () => {
    const before = await kept();
    await checkout.program(
      connected(`
        const { sealSecret } = await import("@/lib/webhooks/secret");
        const { id: ownerId } = await db.user.findFirstOrThrow();
        const one = { ownerId, url: "https://example.org/", events: ["argument.created"] };
        await db.webhook.create({ data: { ...one, sealedSecret: sealSecret("whsec_first") } });
        await db.webhook.create({ data: { ...one, sealedSecret: "sealed elsewhere" } });
        console.log("{}");`),
    );
    const rotated = await checkout.run(["keys", "rotate", "session", "--json"]);
    expect(rotated).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(rotated.out)).toMatchObject({
      name: "NEXTAUTH_SECRET",
      webhooks: { resealed: 1, lost: 1 },
    });
    const after = await kept();
    expect(after).toEqual({ ...before, NEXTAUTH_SECRET: expect.any(String) as string });
    expect(after.NEXTAUTH_SECRET).not.toBe(before.NEXTAUTH_SECRET);
    const opened = await checkout.program(
      connected(`
        const { openSecret } = await import("@/lib/webhooks/secret");
        const all = await db.webhook.findMany({ orderBy: { id: "asc" } });
        console.log(JSON.stringify(all.map(({ sealedSecret }) => openSecret(sealedSecret))));`),
    );
    expect(opened).toEqual(["whsec_first", null]);
  },
  patience,
);

test(
  "Nothing is made anew while Counterpoint runs on the old secret, or where the secret is given",
  async () => {
    const before = await kept();
    const refused = await checkout.program(`
      import { tryLock } from "@/lib/cli/runtime/lock";
      import { launcherName } from "@/lib/cli/runtime/connect";
      const lock = await tryLock("database", launcherName);
      const { spawn } = await import("node:child_process");
      const words = ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts", "keys", "rotate", "session"];
      const child = spawn(process.execPath, words);
      let err = "";
      child.stderr.on("data", (chunk) => (err += chunk));
      child.on("close", async (code) => {
        await lock.release();
        console.log(JSON.stringify({ code, err }));
      });`);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Counterpoint is running/),
    });
    const given = await run(["keys", "rotate", "session"]);
    expect(given).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/change it there/),
    });
    const wrong = await checkout.run(["keys", "rotate", "session"], {
      NEXTAUTH_SECRET_FILE: "/no/such/file",
    });
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cannot be read \(ENOENT\)/),
    });
    expect(await kept()).toEqual(before);
  },
  patience,
);
