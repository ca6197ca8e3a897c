import { readFile } from "node:fs/promises";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, expectAccessible, firstDebate, test } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "With JavaScript" : "Without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("A member has a file prepared, is told when it is ready, and takes it", async ({
      page,
      member: _member,
    }) => {
      const debate = await createDebate(db, { title: "Sunday opening" });
      await createArgument(db, { debateId: debate.id, title: "People could come." });
      await page.goto(`/debates/${debate.slug}/export`);
      await page.getByRole("button", { name: "Prepare Kialo text and tell me" }).click();
      const prepared = page.getByRole("region", { name: "Prepared for you" });
      await expect(prepared.getByRole("listitem")).toContainText("Kialo text");
      const told = page.getByRole("link", { name: "Notifications, 1 unread" });
      await expect(async () => {
        await page.reload();
        await expect(told).toBeVisible({ timeout: 1000 });
      }).toPass();
      await told.click();
      const ready = "The file that you had prepared is ready: Kialo text";
      await page.getByRole("button", { name: ready, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/debates/${debate.slug}/export#prepared$`));
      await expect(prepared).toContainText("Kept until");
      const download = page.waitForEvent("download");
      await prepared.getByRole("link", { name: "Kialo text, 1 kB" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`${debate.slug}.kialo.txt`);
      expect(await readFile(await file.path(), "utf8")).toContain("People could come.");
    });
  });
}

test("A member sees how far a file is, and which cannot be taken any more", async ({
  page,
  member,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const file = { ownerId: member.id, debateId: debate.id };
  const [finishedAt, passed] = [new Date("2026-03-04T05:06:00Z"), new Date("2026-03-11T05:06:00Z")];
  const ended = { finishedAt, expiresAt: new Date(Date.now() + 86_400_000) };
  const ready = { state: "READY", logEntries: 0, bytes: 1_234_567, ...ended } as const;
  await db.preparedExport.createMany({
    data: [
      { ...file, format: "json", state: "RUNNING", done: 420, total: 1000 },
      { ...file, ...ready, format: "aif" },
      { ...file, ...ready, format: "ris", expiresAt: passed },
      { ...file, ...ready, format: "kialo", outdated: true },
      { ...file, ...ended, format: "bibtex", state: "FAILED" },
    ],
  });
  await page.goto(`/debates/${debate.slug}/export`);
  const items = page.getByRole("region", { name: "Prepared for you" }).getByRole("listitem");
  await expect(items.filter({ hasText: "Counterpoint (JSON)" })).toContainText("42%");
  await expect(page.getByRole("progressbar")).toHaveAccessibleName(/Counterpoint/);
  await expect(items.getByRole("link")).toHaveText(["AIF (JSON), 1.2 MB"]);
  await expect(items.filter({ hasText: "RIS" })).toContainText("No longer kept");
  await expect(items.filter({ hasText: "Kialo" })).toContainText("hidden or deleted");
  await expect(items.filter({ hasText: "BibTeX" })).toContainText("Could not be made");
  await expect(page.getByText("It is being prepared.")).toHaveCount(1);
  await expectAccessible(page);
});

test("A reader without an account finds the files, and nothing that asks for an account", async ({
  page,
}) => {
  await page.goto(`/debates/${firstDebate}/export`);
  await expect(page.getByRole("link", { name: "Counterpoint (JSON)" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Prepare/ })).toHaveCount(0);
});
