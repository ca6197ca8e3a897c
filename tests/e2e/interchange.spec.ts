import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { inspectJson, isGenuine } from "@/lib/interchange/json/inspect";
import { fileOf } from "@/tests/factories/import-file";
import { db, expect, firstDebate, signIn, test } from "./fixtures";

/** A discussion as Kialo writes it, under a name of its own. */
function kialoText() {
  const title = `Should the library open on Sundays? ${randomBytes(4).toString("hex")}`;
  const text = [
    `Discussion Title: ${title}`,
    "",
    "1. The library should open on Sundays.",
    "1.1. Pro: People who work all week could come.",
    "1.1.1. Con: They could come in the evening.",
    "1.2. Con: Staff need one day that everybody shares.",
    "",
  ].join("\n");
  return { title, text };
}

async function choose(page: Page, text: string): Promise<void> {
  await page.goto("/debates/import");
  const file = { name: "sundays.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Look into the file" }).click();
}

test("A reader takes the debate away as JSON and the file's signature holds", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  await page.getByRole("link", { name: "Take it with you" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Counterpoint (JSON)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${firstDebate}.json`);
  const text = await readFile(await file.path(), "utf8");
  const { publicKey } = (await (await page.request.get("/api/v1/export-key")).json()) as {
    publicKey: string;
  };
  const inspected = await inspectJson(fileOf(text));
  expect(inspected.problems).toEqual([]);
  expect(isGenuine(inspected, publicKey)).toBe(true);
  const changed = await inspectJson(fileOf(text.replace("offensive", "defensive")));
  expect(isGenuine(changed, publicKey)).toBe(false);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "With scripts" : "Without scripts", () => {
    test.use({ javaScriptEnabled });

    test("A moderator brings in a Kialo text: sees the report first, then the debate", async ({
      page,
    }) => {
      await signIn(page, "MODERATOR");
      const { title, text } = kialoText();
      await choose(page, text);
      await expect(page.getByRole("heading", { name: "What stands in sundays.txt" })).toBeVisible();
      await expect(page.getByText(/^3 arguments/)).toBeVisible();
      expect(await db.debate.count({ where: { title } })).toBe(0);
      await page.getByLabel("Open it to everybody at once").check();
      await page.getByRole("button", { name: "Bring it in" }).click();
      await expect(page).toHaveURL(/\/debates\/should-the-library-open/);
      const main = page.getByRole("main");
      await expect(main.getByRole("heading", { level: 1 })).toHaveText(
        "The library should open on Sundays.",
      );
      await expect(main.getByRole("link", { name: /^Staff need one day/ })).toBeVisible();
      expect(await db.debate.count({ where: { title, status: "OPEN" } })).toBe(1);
    });

    test("A file with mistakes is refused with its line numbers and nothing is brought in", async ({
      page,
    }) => {
      await signIn(page, "MODERATOR");
      const { title, text } = kialoText();
      await choose(
        page,
        `${text}1.4.1. Pro: It hangs on nothing.\n1.1. Con: Its number is taken.\n`,
      );
      const problems = page.getByRole("region", { name: /^What stands in/ }).getByRole("listitem");
      await expect(problems.filter({ hasText: "line 7" })).toContainText("no claim above 1.4.1");
      await expect(problems.filter({ hasText: "line 8" })).toContainText("1.1 was given before");
      await expect(page.getByText("cannot be brought in as it is")).toBeVisible();
      await expect(page.getByRole("button", { name: "Bring it in" })).toHaveCount(0);
      expect(await db.debate.count({ where: { title } })).toBe(0);
    });
  });
}

test("A member finds out why importing is not theirs", async ({ page, member: _member }) => {
  await page.goto("/debates/import");
  await expect(
    page.getByText("Bringing in a debate is for moderators and administrators."),
  ).toBeVisible();
  await expect(page.getByLabel("File", { exact: true })).toHaveCount(0);
});

test("A reader who wants to bring in a debate is asked to sign in, and comes back", async ({
  page,
}) => {
  await page.goto("/debates/import");
  await expect(page).toHaveURL("/sign-in?next=%2Fdebates%2Fimport");
});
