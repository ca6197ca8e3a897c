import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { envSchema } from "@/lib/env";
import { secretSettings } from "@/lib/secret-files";

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");

/** Settings that the launcher reads and hands on; the application itself does not ask for them. */
const ofTheLauncher = ["NEXTAUTH_URL", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"];
const settings = [...Object.keys(envSchema.shape), ...ofTheLauncher].sort();

/** The part of the README below a heading, up to the next one of the same level. */
function section(heading: string): string {
  const found = read("README.md")
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`README.md has no section “${heading}”`);
  return found;
}

/** The names in the first column of the section's table, with the second and third cell. */
function rows(): Map<string, string[]> {
  const found = [...section("Configuration").matchAll(/^\| `([A-Z_]+)` +\|(.*)\|$/gm)];
  return new Map(
    found.map(([, name = "", rest = ""]) => [name, rest.split("|").map((c) => c.trim())]),
  );
}

/** The values of .env.example as they would be without the comment signs. */
function example(): Map<string, string> {
  const found = [...read(".env.example").matchAll(/^#?([A-Z_]+)=(.*)$/gm)];
  return new Map(found.map(([, name = "", value = ""]) => [name, value.replaceAll('"', "")]));
}

describe("Whoever sets up a site", () => {
  test("finds every setting in the README's table, and no other", () => {
    expect([...rows().keys()].sort()).toEqual(settings);
  });

  test("finds that every secret may stand in a file, and which settings are secrets", () => {
    const sentence = section("Configuration").match(/^.*`<NAME>_FILE`.*$/m)?.[0];
    const named = [...(sentence ?? "").matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name);
    expect(named).toEqual([...secretSettings]);
    const public_ = ["SITE_URL", "NEXTAUTH_URL"];
    const hidden = settings.filter((name) => /SECRET|KEY|_URL$/.test(name));
    expect(hidden.filter((name) => !public_.includes(name))).toEqual([...secretSettings].sort());
  });

  test("finds every setting in .env.example, and no other", () => {
    expect([...example().keys()].sort()).toEqual(settings);
  });

  test("reads for each setting what it is when left out, and what it does", () => {
    for (const [name, cells] of rows()) {
      expect(cells.filter(Boolean), name).toHaveLength(2);
    }
  });

  test("finds the defaults that the program has", () => {
    const { data } = envSchema.safeParse({});
    for (const [name, value] of Object.entries(data ?? {})) {
      if (name === "NODE_ENV" || typeof value === "boolean" || value === undefined) continue;
      const written = rows().get(name)?.[0] ?? "";
      expect(written, name).toContain(value === "" ? "–" : String(value));
    }
  });

  test("can use .env.example as it is, with every line uncommented", () => {
    const given = [...example()].filter(([, value]) => value !== "");
    expect(envSchema.safeParse(Object.fromEntries(given)).error).toBeUndefined();
  });
});
