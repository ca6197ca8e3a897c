import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { translator } from "@/lib/i18n/translator";
import { failures, refusals } from "@/lib/shared/errors";
import { line } from "@/lib/shared/text";
import { fieldMessages } from "@/lib/shared/wording";

const words = translator("errors");

/** What a field may be told: upper-case codes that schemas give as their issues' messages. */
function fieldCodes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(schema|text|names|partial-date|web-address|wording)\.ts$/.test(file))
    .filter((file) => !file.startsWith("db"))
    .flatMap((file) => {
      const code = readFileSync(path.join(folder, file), "utf8");
      const found = code.matchAll(
        /(?:error|message): (?:count === 0 \? )?"([A-Z][A-Z_]+)"(?: : "([A-Z_]+)")?/g,
      );
      return [...found].flatMap((match) => match.slice(1, 3).filter((name) => name !== undefined));
    });
}

test.each([...Object.keys(refusals), ...Object.keys(failures)])(
  "the refusal %s has words of its own",
  (code) => {
    expect(words.has(code)).toBe(true);
    const params = { name: "Ada", until: 0, entry: 7, reason: "Spam." };
    const mentions = { named: 3, most: 2, left: 1, from: 0, wait: "BOTH" };
    expect(words(code, { ...params, ...mentions })).not.toContain(code);
  },
);

test("whatever a field may be told has words, with and without the numbers", () => {
  const codes = new Set(fieldCodes("lib"));
  expect([...codes]).toEqual(
    expect.arrayContaining([
      "REQUIRED",
      "TOO_SHORT",
      "TOO_LONG",
      "HIDDEN_CHARACTERS",
      "WEB_ADDRESS",
    ]),
  );
  const wordless = [...codes].filter((code) => !words.has(`fields.${code}`));
  expect(wordless).toEqual([]);
});

test("a text that is too long or too short can be told so by any check", () => {
  const said = (schema: z.ZodType, text: string) => {
    const { error } = z.object({ title: schema }).safeParse({ title: text });
    return fieldMessages(error!, words).title;
  };
  expect(said(z.string().max(2, { error: "TOO_LONG" }), "abc")).toEqual([
    "This is too long. Shorten it.",
  ]);
  expect(said(line({ max: 2 }), "abc")).toEqual(["This is 1 character too long. Shorten it."]);
  expect(words("fields.TOO_SHORT", { min: 3, count: 1 })).toContain("1 character of at least 3");
});

test("an unexpected error gives its reference", () => {
  expect(words("unexpected", { reference: "1a2b3c4d" })).toContain("1a2b3c4d");
});
