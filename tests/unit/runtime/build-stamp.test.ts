import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  buildIsCurrent,
  forgetBuild,
  rememberBuild,
  sourceHash,
} from "@/lib/cli/runtime/build-stamp";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "counterpoint-sources-"));
  await mkdir(path.join(root, "app"));
  await mkdir(path.join(root, ".next"));
  await mkdir(path.join(root, "lib", "cli"), { recursive: true });
  await writeFile(path.join(root, "app", "page.tsx"), "one");
  await writeFile(path.join(root, "package-lock.json"), "{}");
});

afterEach(() => rm(root, { recursive: true }));

test("A second start of the same sources builds nothing", async () => {
  expect(await buildIsCurrent(root)).toBe(false);
  await rememberBuild(await sourceHash(root), root);
  expect(await buildIsCurrent(root)).toBe(true);
});

test.each([
  ["a changed page", () => writeFile(path.join(root, "app", "page.tsx"), "two")],
  ["a renamed page", () => rename(path.join(root, "app/page.tsx"), path.join(root, "app/b.tsx"))],
  ["another version of a package", () => writeFile(path.join(root, "package-lock.json"), "{ }")],
])("After %s the site is built again", async (_what, change) => {
  await rememberBuild(await sourceHash(root), root);
  await change();
  expect(await buildIsCurrent(root)).toBe(false);
});

test("A change of the commands alone needs no build", async () => {
  await rememberBuild(await sourceHash(root), root);
  await writeFile(path.join(root, "lib", "cli", "start.ts"), "new");
  expect(await buildIsCurrent(root)).toBe(true);
});

test("A build that was broken off is not taken for a finished one", async () => {
  await rememberBuild(await sourceHash(root), root);
  await forgetBuild(root);
  expect(await buildIsCurrent(root)).toBe(false);
});
