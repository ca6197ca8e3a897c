import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { checkBundle } from "@/lib/interchange/check-bundle";
import { documentJsonSchema } from "@/lib/interchange/document-schema";
import { inspectJson, isGenuine } from "@/lib/interchange/json/inspect";
import { readJson } from "@/lib/interchange/json/read";
import { writeJson } from "@/lib/interchange/json/write";
import { Problems } from "@/lib/interchange/report";
import { readSigningKey } from "@/lib/interchange/signing-key";
import { argumentOf, bundleOf, commentOf, headOf, voteOf } from "@/tests/factories/bundle";
import { fileOf } from "@/tests/factories/import-file";

const { privateKey } = generateKeyPairSync("ed25519");
const key = readSigningKey(privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"))!;
const schemaUrl = "https://example.org/schema.json";

async function written(bundle = bundleOf()): Promise<string> {
  let text = "";
  for await (const piece of writeJson(bundle, { schemaUrl, key })) text += piece;
  return text;
}

let file: string;
beforeAll(async () => {
  file = await written(
    bundleOf({
      arguments: [argumentOf("1", { title: "Said “so” \\ 𝄞 \n" }), argumentOf("1.1")],
      votes: [voteOf("1", "v1", 4)],
      comments: [commentOf(1, "1.1")],
    }),
  );
});

async function problemsOf(text: string | Uint8Array): Promise<string[]> {
  const { bundle, problems } = await readJson([fileOf(text, "f.json", 7)], null);
  const found = new Problems();
  found.addAll(problems);
  if (bundle) await checkBundle(bundle, found);
  return found
    .list()
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
}

describe("Somebody who verifies a file", () => {
  test("finds it genuine as it is, and with other blanks", async () => {
    expect(isGenuine(await inspectJson(fileOf(file)), key.publicKey)).toBe(true);
    const spaced = JSON.stringify(JSON.parse(file), null, 3);
    expect(isGenuine(await inspectJson(fileOf(spaced)), key.publicKey)).toBe(true);
  });

  test("finds any one byte that was changed and means something", async () => {
    const bytes = new TextEncoder().encode(file);
    const meaning = JSON.stringify(JSON.parse(file));
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = bytes.slice();
      changed[at] = bytes[at]! === 0x31 ? 0x32 : 0x31;
      let same: boolean;
      try {
        same = JSON.stringify(JSON.parse(new TextDecoder().decode(changed))) === meaning;
      } catch {
        same = false;
      }
      if (same) continue;
      const genuine = isGenuine(await inspectJson(fileOf(changed)), key.publicKey);
      expect(genuine, `byte ${at}`).toBe(false);
    }
  });

  test("does not take another's signature for it", async () => {
    const other = generateKeyPairSync("ed25519").publicKey.export({ format: "pem", type: "spki" });
    expect(isGenuine(await inspectJson(fileOf(file)), String(other))).toBe(false);
  });

  test.each(["votes", "comments", "log", "licence"])(
    "misses %s that was taken out",
    async (name) => {
      const { [name]: _, ...rest } = JSON.parse(file) as Record<string, unknown>;
      const inspected = await inspectJson(fileOf(JSON.stringify(rest)));
      expect(inspected.changed).toEqual([name]);
    },
  );
});

describe("A hostile file", () => {
  const withArguments = (...list: unknown[]) =>
    JSON.stringify({
      ...(JSON.parse(file) as object),
      manifest: undefined,
      votes: [],
      comments: [],
      arguments: list,
    });
  test.each<[string, () => string | Uint8Array, string]>([
    ["that is nested deep", () => `{"arguments":[${"[".repeat(100_000)}`, "JSON_TOO_DEEP"],
    ["with an endless item", () => `{"arguments":["${"a".repeat(600_000)}`, "JSON_ITEM_TOO_LONG"],
    ["that is cut short", () => file.slice(0, -200), "JSON_BROKEN"],
    ["with words after its end", () => `${file}{}`, "JSON_BROKEN"],
    ["that is no UTF-8", () => new Uint8Array([0x7b, 0x22, 0xff, 0x22]), "NOT_UTF8"],
    ["with a part that occurs twice", () => file.replace('"log":[', '"votes":[],"log":['), "TWICE"],
    [
      "with a part nobody knows",
      () => file.replace('"log":[', '"__proto__":[],"log":['),
      "UNKNOWN_FIELD",
    ],
    ["of a newer version", () => file.replace('"version":1', '"version":2'), "NEWER_VERSION"],
    [
      "with NUL in a text",
      () => withArguments(argumentOf("1", { title: "a\u0000b" })),
      "CONTROL_CHARACTERS",
    ],
    [
      "with half a character",
      () => withArguments(argumentOf("1", { title: "a\ud800b" })),
      "CONTROL_CHARACTERS",
    ],
    [
      "with a turned reading direction",
      () => withArguments(argumentOf("1", { title: "a\u202eb" })),
      "HIDDEN_CHARACTERS",
    ],
    [
      "with two arguments in one place",
      () => withArguments(argumentOf("1"), argumentOf("1")),
      "TWICE",
    ],
    [
      "with a reply before what it answers",
      () => withArguments(argumentOf("1.1"), argumentOf("1")),
      "NOT_IN_FILE",
    ],
    [
      "with a number beyond all numbers",
      () => withArguments({ ...argumentOf("1"), version: 1e300 }),
      "SHAPE",
    ],
    [
      "with a key of every object",
      () => withArguments(JSON.parse('{"__proto__":{"number":"1"}}')),
      "SHAPE",
    ],
  ])("%s is refused", async (_what, text, code) => {
    expect(await problemsOf(text())).toContain(code);
    expect(({} as Record<string, unknown>).number).toBeUndefined();
  });

  test("with comments that answer one another in a circle is refused", async () => {
    const circle = await written(
      bundleOf({
        arguments: [argumentOf("1")],
        comments: [commentOf(1, "1", { replyTo: 2 }), commentOf(2, "1", { replyTo: 1 })],
      }),
    );
    expect(await problemsOf(circle)).toContain("NOT_IN_FILE");
  });

  test("that says when the world ends is refused", async () => {
    const late = await written(
      bundleOf({ head: headOf({ exportedAt: "9999-01-01T00:00:00.000Z" }) }),
    );
    expect(await problemsOf(late)).toContain("TIME_OUT_OF_RANGE");
  });
});

test("The published schema says what a file holds", () => {
  const schema = documentJsonSchema() as { required: string[] };
  expect(schema.required).toEqual(
    expect.arrayContaining(["debate", "votes", "comments", "revisions"]),
  );
});
