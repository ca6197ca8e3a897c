import { expect, firstDebate, test } from "./fixtures";

const brief = `/debates/${firstDebate}/brief`;

test("A printed brief has every part, to the last source, and no controls", async ({ page }) => {
  await page.goto(brief);
  await page.emulateMedia({ media: "print" });
  const contents = await page
    .locator("#contents-title + ol a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(contents.at(-1)).toBe("#sources");
  for (const part of contents) {
    await expect(page.locator(part).getByRole("heading", { level: 2 })).toBeVisible();
  }
  const lastSource = page.locator("#sources li").last();
  await expect(lastSource).toBeVisible();
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
  const buttons = await page.getByRole("button").filter({ visible: true }).allTextContents();
  // On paper a source's button is its number, as a note.
  expect(buttons.filter((words) => !/^[\s\W]*S?\d+[\s\W]*$/.test(words))).toEqual([]);
  const address = await lastSource
    .locator("a")
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("http");
});

test("What is folded on the screen stands open on paper", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  const parts = page.locator("main details:not([open]) > :not(summary)");
  const unseen = () =>
    parts.evaluateAll((all) =>
      all
        .filter((part) => !part.closest("form, nav, [data-no-print], [popover]"))
        .filter((part) => part.textContent.trim() && !part.matches("form, nav, [popover]"))
        .filter((part) => !part.checkVisibility())
        .map((part) => part.textContent),
    );
  expect((await unseen()).length).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await unseen()).toEqual([]);
});

test("The brief becomes a PDF of several pages", async ({ page }) => {
  await page.goto(brief);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(5);
});
