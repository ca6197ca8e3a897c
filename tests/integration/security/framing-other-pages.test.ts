import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { setLeastHeaders } from "@/lib/server/least-headers";

type Rule = { source: string; has?: unknown; headers: { key: string; value: string }[] };

const require = createRequire(import.meta.url);
/** By which Next itself matches the paths of its configuration. */
const { pathToRegexp } = require("next/dist/compiled/path-to-regexp") as {
  pathToRegexp: (source: string) => RegExp;
};
const configFile = new URL("../../../next.config.js", import.meta.url).href;
const { default: settings } = (await import(/* @vite-ignore */ configFile)) as {
  default: (phase: string) => { headers: () => Rule[] };
};
const rules = settings("phase-production-server").headers();

/** Every address that a file of `app` answers, with something in place of its parameters. */
const addresses = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(^|\/)(page|route|opengraph-image|sitemap|robots|manifest)\.tsx?$/.test(file))
  .map((file) =>
    `/${file}`
      .replace(/\/(page|route)\.tsx?$/, "")
      .replace(/\.tsx?$/, "")
      .replace(/\/\([^)]*\)/g, "")
      .replace(/\[\.\.\.[^\]]*\]/g, "some/where")
      .replace(/\[[^\]]*\]/g, "1-7"),
  )
  .map((path) => path || "/");
const framed = ["/embed/debates/1-7", "/embed/arguments/1-7"];
const others = [
  ...addresses.filter((path) => !framed.includes(path)),
  ...["/embed", "/embed/", "/embed/debates", "/embed/debates/a/b", "/embed/accounts/1-7"],
  ...["/no-such-page", "/debates/embed/debates/a", "/embed.js", "/theme.js", "/_next/static/a.js"],
];

/** What next.config.js adds to the answer at a path. */
function headersAt(path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (rule.has || !pathToRegexp(rule.source).test(path)) continue;
    for (const { key, value } of rule.headers) found.set(key.toLowerCase(), value);
  }
  return found;
}

/** What the server sets before anything else, on every answer with every status. */
function leastAt(path: string): Map<string, string> {
  const set = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => set.set(name.toLowerCase(), value),
    removeHeader: (name: string) => set.delete(name.toLowerCase()),
  };
  setLeastHeaders({ url: path } as IncomingMessage, response as unknown as ServerResponse);
  return set;
}

test("The addresses of this test are those of the site", () => {
  expect(addresses).toEqual(expect.arrayContaining([...framed, "/", "/account", "/debates/1-7"]));
  expect(addresses.length).toBeGreaterThan(30);
});

test.each(others)("%s can stand in no frame of another site", (path) => {
  for (const headers of [headersAt(path), leastAt(path)]) {
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
  }
});

test.each([...framed, "/embed/debates/a-b?x=1"])("%s may", (path) => {
  expect(headersAt(path.split("?")[0]!)).toEqual(new Map());
  expect(leastAt(path).has("x-frame-options")).toBe(false);
  expect(leastAt(path).has("content-security-policy")).toBe(false);
});
