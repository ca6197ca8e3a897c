import type { APIResponse, Locator, Page } from "@playwright/test";
import { hashPassword } from "@/lib/accounts/passwords";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, test } from "./fixtures";

const password = "four unrelated brass kettles";
const claimLabel = "Your claim, in one sentence";

async function newDebate(titles: readonly string[] = ["Sunday suits families."]) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const branches = titles.map((title) => ({ stance: "SUPPORT" as const, title }));
  const made = await createArguments(db, { debateId: debate.id, branches });
  const places = made.map(({ id }) => ({ debateId: debate.id, id }));
  return { id: debate.id, url: `/debates/${debate.slug}`, arguments: places };
}

/** Presses Tab until the focus is there, and at most so often. */
async function tabTo(page: Page, target: Locator, atMost: number): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(target)} was not reached by ${atMost} presses of Tab`);
}

test("A member whose session ended while writing is told so and loses nothing", async ({
  page,
  member,
}) => {
  const email = `${member.handle}@example.org`;
  const passwordHash = await hashPassword(password);
  await db.user.update({ where: { id: member.id }, data: { passwordHash } });
  const { id, url } = await newDebate();
  await page.goto(`${url}?add=oppose`);
  const claim = page.getByLabel(claimLabel);
  const reasons = page.getByLabel("Your reasons");
  await claim.fill("Staff need one day that everybody shares.");
  await db.session.deleteMany({ where: { userId: member.id } });
  await reasons.fill("Reasons typed after the session had ended.");
  await page.getByRole("button", { name: "Post argument" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Sign in to do this." });
  await expect(refusal).toBeVisible();
  await expect(claim).toHaveValue("Staff need one day that everybody shares.");
  await expect(reasons).toHaveValue("Reasons typed after the session had ended.");
  expect(await db.argument.count({ where: { debateId: id, authorId: member.id } })).toBe(0);

  await refusal.getByRole("link", { name: "Sign in and come back here" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(claim).toHaveValue("Staff need one day that everybody shares.");
  await expect(reasons).toHaveValue("Reasons typed after the session had ended.");
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(page).toHaveURL(/posted=/);
  expect(await db.argument.count({ where: { debateId: id, authorId: member.id } })).toBe(1);
});

test("A member argues with the keyboard alone", async ({ page, member }) => {
  const { id, url } = await newDebate();
  await page.goto(url);
  await tabTo(page, page.getByRole("link", { name: "Add a critical argument" }), 60);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/add=oppose/);
  const claim = page.getByLabel(claimLabel);
  await expect(claim).toBeVisible();
  await tabTo(page, claim, 10);
  await page.keyboard.type("Staff need one day that everybody shares.");
  await tabTo(page, page.getByLabel("Your reasons"), 5);
  await page.keyboard.type("A shared day off is worth more than two alone.");
  await tabTo(page, page.getByRole("button", { name: "Post argument" }), 15);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/posted=/);
  const posted = page.getByRole("region", { name: "Critical" }).getByRole("article");
  await expect(posted).toContainText("Staff need one day that everybody shares.");
  await expect(posted).toBeFocused();
  const stored = await db.argument.findFirstOrThrow({
    where: { debateId: id, authorId: member.id },
  });
  expect(stored.stance).toBe("OPPOSE");
});

test("A double click on Post makes one argument", async ({ page, member }) => {
  const { id, url } = await newDebate();
  await page.goto(`${url}?add=support`);
  await page.getByLabel(claimLabel).fill("Parents have time to come along.");
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await page.getByRole("button", { name: "Post argument" }).dblclick();
  await expect(page).toHaveURL(/posted=/);
  await page.waitForLoadState("networkidle");
  expect(sent).toBeGreaterThan(0);
  expect(await db.argument.count({ where: { debateId: id, authorId: member.id } })).toBe(1);
});

test("The same form that arrives twice makes one argument", async ({ page, member }) => {
  const { id, url } = await newDebate();
  await page.goto(`${url}?add=support`);
  await page.getByLabel(claimLabel).fill("Parents have time to come along.");
  const arriving = page.waitForRequest((request) => request.method() === "POST");
  let repeated: Promise<APIResponse> | undefined;
  await page.route(`**${url}*`, async (route) => {
    const request = route.request();
    if (request.method() === "POST" && request.postData()?.includes("submissionKey")) {
      // As a network does that repeats what it could not see answered.
      repeated ??= page.request.fetch(request, { maxRedirects: 0 });
    }
    await route.continue();
  });
  await page.getByRole("button", { name: "Post argument" }).click();
  await arriving;
  await expect(page).toHaveURL(/posted=/);
  expect((await repeated!).headers()["x-action-redirect"]).toContain("posted=");
  expect(await db.argument.count({ where: { debateId: id, authorId: member.id } })).toBe(1);
});

test("A refused vote moves the meter back and says why", async ({ page, member }) => {
  const { url, arguments: made } = await newDebate();
  await castVotes(db, made[0]!, [1, 1]);
  await page.goto(url);
  const card = page.getByRole("article").first();
  await card.getByText("Weigh", { exact: true }).click();
  await db.argument.update({
    where: { debateId_id: { debateId: made[0]!.debateId, id: made[0]!.id } },
    data: { status: "ARCHIVED" },
  });
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**${url}*`, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await card.getByRole("button", { name: /decisive/ }).click();
  await expect(card.getByText("2.0 of 4 · 3 people")).toBeVisible();
  letGo();
  await expect(card.getByText("1.0 of 4 · 2 people")).toBeVisible();
  await expect(card.getByText(/^This argument is archived\./)).toBeVisible();
  await expect(card.getByRole("button", { name: /decisive/ })).not.toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await db.impactVote.count({ where: { userId: member.id } })).toBe(0);
});

test("New arguments since the last visit are marked in words", async ({ page, member }) => {
  const { url, arguments: made } = await newDebate([
    "Read on the last visit.",
    "Came after the last visit.",
  ]);
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  const { debateId, id } = made[0]!;
  await db.argument.update({
    where: { debateId_id: { debateId, id } },
    data: { createdAt: daysAgo(3), updatedAt: daysAgo(3) },
  });
  const card = (words: string) => page.getByRole("article").filter({ hasText: words });
  await page.goto(url);
  await expect(card("Came after the last visit.")).toBeVisible();
  await expect(page.getByText("New since your last visit")).toHaveCount(0);
  const visit = { debateId, userId: member.id };
  await db.debateVisit.upsert({
    where: { debateId_userId: visit },
    create: { ...visit, seenAt: daysAgo(2) },
    update: { seenAt: daysAgo(2), previousAt: null },
  });
  await page.reload();
  await expect(card("Came after the last visit.")).toContainText("New since your last visit");
  await expect(card("Read on the last visit.")).not.toContainText("New since your last visit");
});
