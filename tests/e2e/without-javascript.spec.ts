import { limit } from "@/lib/limits/limit";
import { storeLimits } from "@/lib/limits/rules";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, firstDebate, signIn, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

async function newDebate() {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const url = `/debates/${debate.slug}`;
  return { id: debate.id, url, argumentId: id, argument: `${url}/arguments/${debate.id}-${id}` };
}

test("A reader reads the whole debate, its sources, and the replies", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  await expect(page.getByRole("article")).toHaveCount(14);
  await page.getByRole("link", { name: "Open this reply" }).first().click();
  await expect(page.getByText("The precedents are a weak guide").first()).toBeVisible();
  await page
    .getByRole("button", { name: /^Source/ })
    .first()
    .click();
  await page.goto(`/debates/${firstDebate}/brief`);
  await expect(
    page.getByText("It was a one-day pause, which is typical for negotiations").first(),
  ).toBeVisible();
  await page.goto("/search?q=ransomware");
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /ransomware/i })
      .first(),
  ).toBeVisible();
});

test("A person signs up, is refused with the words kept, and signs in", async ({ page }) => {
  const email = `alan-${Date.now().toString(36)}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Name", { exact: true }).fill("Alan Plain");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("password");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/easy to guess/).first()).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Alan Plain");
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await page.getByLabel("Password").fill("four unrelated brass kettles");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Create account" }).click();
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/debates");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("four unrelated brass kettles");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/debates$/);
});

test("A member submits an argument; a refusal gives the typed words back", async ({ page }) => {
  const member = await signIn(page);
  const { url, id } = await newDebate();
  await page.goto(url);
  await page.getByRole("link", { name: "Add a critical argument" }).click();
  const claim = page.getByLabel("Your claim, in one sentence");
  const reasons = page.getByLabel("Your reasons");
  await claim.fill("x".repeat(150));
  await reasons.fill("Reasons that must not be lost.");
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(page.getByText("10 characters too long").first()).toBeVisible();
  await expect(claim).toHaveValue("x".repeat(150));
  await expect(reasons).toHaveValue("Reasons that must not be lost.");
  await claim.fill("Staff need a day off together.");
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(page).toHaveURL(/posted=/);
  await expect(page.getByRole("region", { name: "Critical" })).toContainText(
    "Staff need a day off together.",
  );
  expect(await db.argument.count({ where: { debateId: id, authorId: member.id } })).toBe(1);
});

test("A member votes", async ({ page }) => {
  const member = await signIn(page);
  const { url } = await newDebate();
  await page.goto(url);
  const card = page.getByRole("article").first();
  await card.getByText("Weigh", { exact: true }).click();
  await card.getByRole("button", { name: /strong/i }).click();
  await expect(page.getByText("3.0 of 4 · 1 person").first()).toBeVisible();
  expect(await db.impactVote.count({ where: { userId: member.id, impact: 3 } })).toBe(1);
});

test("A member comments", async ({ page }) => {
  const member = await signIn(page);
  const { argument } = await newDebate();
  await page.goto(argument);
  await page.getByLabel(/Your comment/i).fill("Which hours do you mean?");
  await page.getByRole("button", { name: /Post comment/i }).click();
  await expect(page.getByText("Which hours do you mean?").first()).toBeVisible();
  expect(await db.comment.count({ where: { authorId: member.id } })).toBe(1);
});

test("Somebody who has searched very much is told when to go on, and keeps their words", async ({
  page,
}) => {
  const { id } = await signIn(page);
  for (let turn = 0; turn < storeLimits.search.points; turn += 1) await limit("search", id);
  await page.goto("/search?q=ransomware");
  await expect(page.getByText(/You can search again in (a minute|\d+ minutes)/)).toBeVisible();
  await expect(page.getByLabel("What are you looking for?")).toHaveValue("ransomware");
  await page.getByRole("link", { name: "read all debates" }).click();
  await expect(page).toHaveURL(/\/debates$/);
});
