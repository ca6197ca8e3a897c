import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { IconName } from "@/components/ui/icon";

const drawn = readFileSync("components/ui/icons.svg", "utf8");
const asked = readFileSync("components/ui/icon.tsx", "utf8");

test("Every icon that a page can name is drawn, and none is drawn for nobody", () => {
  const ids = [...drawn.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  const type = /export type IconName =([^;]+);/.exec(asked)![1]!;
  const names = [...type.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  expect(names).toContain("reply" satisfies IconName);
  expect(ids).toEqual(names);
});
