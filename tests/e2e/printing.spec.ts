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
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  const address = await lastSource
    .locator("a")
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("http");
});

test("What is folded on the screen stands open on paper", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  const folded = page.locator("main details:not([open]):not([data-no-print])");
  const hidden = folded.locator(":scope > :not(summary)").filter({ hasText: /\w/ });
  const heights = () =>
    hidden.evaluateAll((parts) =>
      parts
        .filter((part) => !part.closest("form, nav, [data-no-print], [popover]"))
        .map((part) => (part.checkVisibility({ contentVisibilityAuto: true }) ? 1 : 0)),
    );
  const onScreen = await heights();
  expect(onScreen.length).toBeGreaterThan(0);
  expect(onScreen).toEqual(onScreen.map(() => 0));
  await page.emulateMedia({ media: "print" });
  expect(await heights()).toEqual(onScreen.map(() => 1));
});

test("The brief becomes a PDF of several pages", async ({ page }) => {
  await page.goto(brief);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(5);
});
