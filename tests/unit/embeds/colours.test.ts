import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const token = /--([a-z-]+): (light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\));/g;
const tokensOf = (css: string) =>
  [...css.slice(0, css.indexOf("@media")).matchAll(token)].map(
    ([, name, value]) => [name!, value!] as const,
  );

test("A frame on another site has the colours of this one, whose contrasts are computed", () => {
  const own = new Map(tokensOf(read("app/styles/tokens.css")));
  const framed = tokensOf(read("public/embed.css"));
  expect(framed.length).toBeGreaterThan(6);
  for (const [name, value] of framed) expect([name, value]).toEqual([name, own.get(name)]);
});
