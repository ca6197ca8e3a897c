import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { IconName } from "@/components/ui/icon";

const drawn = readFileSync("app/styles/icons.svg", "utf8");
const placed = readFileSync("app/styles/icons.css", "utf8");
const asked = readFileSync("components/ui/icon.tsx", "utf8");

test("Every icon that a page can name is drawn in its place, and none is drawn for nobody", () => {
  const type = /export type IconName =([^;]+);/.exec(asked)![1]!;
  const names = [...type.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  expect(names).toContain("reply" satisfies IconName);
  const drawings = [...drawn.matchAll(/<g id="([^"]+)"(?: transform="translate\(0 (\d+)\)")?>/g)];
  expect(drawings.map(([, id, down]) => [id, Number(down ?? 0)])).toEqual(
    names.map((name, index) => [name, index * 24]),
  );
  const places = [...placed.matchAll(/\.icon-([\w-]+) \{\s*--icon: (\d+);/g)];
  expect(places.map(([, name, place]) => [name, Number(place)])).toEqual(
    names.map((name, index) => [name, index]),
  );
  expect(drawn).toContain(`viewBox="0 0 24 ${24 * names.length}"`);
  expect(placed).toContain(`100% / ${names.length - 1})`);
});
