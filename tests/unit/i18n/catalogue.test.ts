import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";

const folder = "lib/i18n/messages/en";

/** Every message, by its whole key: "moderation.review.title". */
const messages = new Map<string, string>(
  readdirSync(folder).flatMap((file) =>
    leaves(JSON.parse(readFileSync(path.join(folder, file), "utf8")), file.replace(".json", "")),
  ),
);

function leaves(value: unknown, key: string): [string, string][] {
  if (typeof value === "string") return [[key, value]];
  return Object.entries(value as object).flatMap(([name, one]) => leaves(one, `${key}.${name}`));
}

// ── Which messages some code says ────────────────────────────────────────────────────────────

/** What a file of code could name messages by. */
type Source = {
  /** Namespaces that it opens; none where it is handed somebody else's `t`. */
  namespaces: string[];
  /** Its texts and the names of its properties. */
  names: Set<string>;
  /** Its texts that are made of parts, such as `${act}Hint`. */
  patterns: RegExp[];
};

const opened = /(?:useTranslations|getTranslations|translator)\(\s*"([^"]*)"/g;
const openedWhole = /(?:useTranslations|getTranslations)\(\)/;

function read(file: string): Source & { texts: Set<string> } {
  const code = readFileSync(file, "utf8");
  const all = (pattern: RegExp) => [...code.matchAll(pattern)].map((match) => match[1]!);
  const texts = new Set(all(/"([\w.: -]+)"/g));
  return {
    namespaces: [...all(opened), ...(openedWhole.test(code) ? [""] : [])],
    texts,
    names: new Set([...texts, ...all(/\b([A-Za-z_]\w*):/g)]),
    patterns: all(/`([^`\n]*\$\{[^`\n]*)`/g).flatMap(patternOf),
  };
}

function patternOf(template: string): RegExp[] {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  const isKey = parts.every((part) => /^[\w.:-]*$/.test(part)) && /[A-Za-z]/.test(parts.join(""));
  const escaped = parts.map((part) => part.replaceAll(".", "\\."));
  return isKey ? [new RegExp(`^${escaped.join("[\\w-]+")}$`)] : [];
}

const sources = ["app", "components", "lib", "prisma/seed"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => read(path.join(root, file))),
);
const everyText = new Set(sources.flatMap(({ texts }) => [...texts]));
const everyName = new Set(sources.flatMap(({ names }) => [...names]));
const everyPattern = sources.flatMap(({ patterns }) => patterns);

/** "a.b.c": itself, "b.c" and "c". */
const endings = (key: string) => {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(index).join("."));
};

/** Whether anything anywhere could be this key or its end. */
const isWritten = (key: string) =>
  endings(key).some((end) => everyText.has(end) || everyPattern.some((one) => one.test(end)));

/** Whether a file could say it: by what it opens, by a word of a vocabulary, or by a `t` it is given. */
function couldSay({ namespaces, names, patterns }: Source, key: string): boolean {
  const said = (name: string) => names.has(name) || patterns.some((one) => one.test(name));
  if (namespaces.length === 0) return endings(key).slice(1).some(said);
  return namespaces
    .filter((namespace) => namespace === "" || key.startsWith(`${namespace}.`))
    .map((namespace) => (namespace === "" ? key : key.slice(namespace.length + 1)))
    .some((rest) => said(rest) || (/^[A-Z_]+$/.test(rest) && everyName.has(rest)));
}

test("no message stands in the catalogue that no code says", () => {
  const unsaid = [...messages.keys()].filter(
    (key) => !isWritten(key) || !sources.some((source) => couldSay(source, key)),
  );
  expect(unsaid).toEqual([]);
});

// ── Numbers in plurals ───────────────────────────────────────────────────────────────────────

/**
 * Whether a `#` stands where it is not the number of the plural around it, but a sign. Around it are
 * arguments (`{count, plural, …}`) and, in those, the words of each case.
 */
function hasBareSign(message: string): boolean {
  const around: { argument: boolean; type: string }[] = [{ argument: false, type: "" }];
  for (const [at, character] of message.split("").entries()) {
    const { argument, type } = around.at(-1)!;
    if (character === "{") {
      const [, named = ""] = /^\{\s*\w+\s*,\s*(\w+)/.exec(message.slice(at)) ?? [];
      around.push({ argument: !argument, type: argument ? type : named });
    }
    if (character === "}") around.pop();
    const numbered = type === "plural" || type === "selectordinal";
    if (character === "#" && !argument && !numbered) return true;
  }
  return false;
}

test("no message has a number sign that would be read out instead of the number", () => {
  const bare = [...messages].filter(([, message]) => hasBareSign(message)).map(([key]) => key);
  expect(bare).toEqual([]);
});

test("the bell says how many notifications are unread", () => {
  const t = translator("notifications");
  expect(t("bell", { count: 0, many: "no" })).toBe("Notifications");
  expect(t("bell", { count: 1, many: "no" })).toBe("Notifications, 1 unread");
  expect(t("bell", { count: 12, many: "no" })).toBe("Notifications, 12 unread");
  expect(t("bell", { count: 100, many: "yes" })).toBe("Notifications, more than 99 unread");
});
