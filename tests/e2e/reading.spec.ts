import { expect, firstDebate, test } from "./fixtures";

const page1 = `/debates/${firstDebate}`;

test("A reader sees the decision beside both sides, with what is disputed", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Read both sides" }).first().click();
  await expect(page).toHaveURL(page1);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("right to pause");
  const supporting = page.getByRole("region", { name: "Supporting" });
  const critical = page.getByRole("region", { name: "Critical" });
  await expect(supporting.getByRole("article")).toHaveCount(7);
  await expect(critical.getByRole("article")).toHaveCount(7);
  await expect(page.getByRole("heading", { name: /What is disputed/ })).toBeVisible();
  await expect(supporting.getByText("Be the first to weigh this").first()).toBeVisible();
});

test("A reader opens a source where it is cited, and the replies where they belong", async ({
  page,
}) => {
  await page.goto(page1);
  const first = page.getByRole("region", { name: "Supporting" }).getByRole("article").first();
  await first.getByRole("button", { name: /^Source 3/ }).click();
  await expect(
    page.getByText("The New York Times (syndicated").filter({ visible: true }).first(),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await first.getByRole("link", { name: "Open this reply" }).click();
  await expect(page).toHaveURL(/open=/);
  await expect(first.getByText("The precedents are a weak guide").first()).toBeVisible();
  await expect(first.getByText(/1\.1\.1/).first()).toBeVisible();
});

test("A reader filters and sorts by links that can be shared", async ({ page }) => {
  await page.goto(`${page1}?side=oppose&sort=newest&cited=1`);
  await expect(page.getByRole("region", { name: "Critical" }).getByRole("article")).toHaveCount(7);
  await expect(page.getByRole("region", { name: "Supporting" })).toHaveCount(0);
});

test("A reader finds an argument by its words and lands on it", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("searchbox", { name: "Search debates and arguments" })
    .first()
    .fill("ransomware");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=ransomware/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /ransomware/i })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("A misspelt word still finds something, and says that it is close and not exact", async ({
  page,
}) => {
  await page.goto("/search?q=ransomwear");
  await expect(page.getByText("Close to your words")).toBeVisible();
});

test("A page that is not there says so and leads on", async ({ page }) => {
  const answer = await page.goto("/debates/no-such-debate");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const argument = await page.goto(`${page1}/arguments/1-999999`);
  expect(argument?.status()).toBe(404);
});

test("Reading works at 320 pixels without sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    "/",
    page1,
    `${page1}/brief`,
    `${page1}/sources`,
    "/search?q=pause",
    "/sign-in",
  ]) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("The skip link is the first thing a keyboard meets", async ({ page }) => {
  await page.goto(page1);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
});
