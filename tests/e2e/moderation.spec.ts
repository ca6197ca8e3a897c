import type { Page } from "@playwright/test";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { flag } from "@/lib/moderation/commands/flag";
import { asViewer } from "@/tests/factories/viewer";
import { journeysThroughALongQueue } from "./moderating-much";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

/** A debate with an argument by somebody else. */
async function place(authorId?: number) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const title = "Buy your reading glasses at my shop.";
  const argument = await createArgument(db, { debateId: debate.id, authorId, title });
  const id = `${debate.id}-${argument.id}`;
  return { debateId: debate.id, title, argument, url: `/debates/${debate.slug}/arguments/${id}` };
}

/** A key that comes before the page's script is not heard: whoever sees nothing happen presses again. */
async function pressUntilHeard(page: Page, key: string) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByLabel("Reason, in public")).toBeFocused({ timeout: 500 });
  }).toPass();
}

/** Nothing else waits, so that the queue is what a test put there. */
async function emptyQueue() {
  await db.$executeRaw`DELETE FROM flags WHERE outcome = 'WAITING'`;
  await db.$executeRaw`DELETE FROM appeals WHERE outcome_id IS NULL`;
  await db.$executeRaw`DELETE FROM reviews WHERE status = 'WAITING'`;
}

test("A member flags an argument, a moderator hides it by keyboard, the author appeals, and another moderator gives it back", async ({
  page,
  browser,
}) => {
  test.slow();
  await emptyQueue();
  const author = await createUser(db);
  const { url, title } = await place(author.id);
  await signIn(page);
  await page.goto(url);
  await page.getByRole("button", { name: /^More about argument/ }).click();
  await page.getByRole("link", { name: "Flag to moderators" }).click();
  await page.getByRole("radio", { name: "Advertising or spam" }).check();
  await page.getByLabel("What should the moderator know?").fill("The same in three debates.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to the moderators" }).click();
  await expect(page.getByText("you will hear what came of it")).toBeVisible();

  await signIn(page, "MODERATOR");
  await page.goto("/moderation");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The same in three debates.")).toBeVisible();
  await expectAccessible(page);
  await pressUntilHeard(page, "h");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Decided: entry \d+ of the log\./)).toBeVisible();

  const context = await browser.newContext({ baseURL: process.env.NEXTAUTH_URL });
  const anybody = await context.newPage();
  await anybody.goto(url);
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText("Hidden by a moderator");
  await expect(anybody.locator("body")).not.toContainText("reading glasses");
  await context.close();

  const entry = await db.moderationEntry.findFirstOrThrow({ where: { personId: author.id } });
  expect(entry).toMatchObject({ action: "HIDE", personId: author.id });
  await signInAs(page, author.id);
  await page.goto("/notifications");
  await page.getByRole("button", { name: /^Ada Member hid it$/ }).click();
  await expect(page.getByText(title)).toBeVisible();
  await page
    .getByLabel("Why should another moderator look at it?")
    .fill("There is no shop: it is a joke about the motion.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Appeal" }).click();
  await expect(page.getByText("Your appeal waits for another moderator.")).toBeVisible();

  await signIn(page, "MODERATOR");
  await page.goto("/moderation/next");
  await expect(page.getByText("There is no shop")).toBeVisible();
  await page.getByRole("radio", { name: "Take it back" }).check();
  await page.getByLabel("Reason, in public").fill("A joke is no advertisement.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Decide and go on" }).click();
  await expect(page.getByText(/^Decided: entry/)).toBeVisible();
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("A moderator clears 50 mixed items by keyboard alone", async ({ page }) => {
  test.slow();
  await emptyQueue();
  const debate = await createDebate(db, { title: "A busy day" });
  const reporter = asViewer(await createUser(db));
  const argument = await createArgument(db, { debateId: debate.id, title: "A claim." });
  const debateId = debate.id;
  for (let n = 0; n < 25; n += 1) {
    const { id } = await createArgument(db, { debateId, title: `Claim number ${n}.` });
    const spam = { reason: "SPAM", note: "" } as const;
    await flag(reporter, { target: "ARGUMENT", id: { debateId, id }, ...spam });
    const comment = await createComment(db, { debateId, argumentId: argument.id });
    const rude = { reason: "UNCIVIL", note: "" } as const;
    await flag(reporter, { target: "COMMENT", id: { debateId, id: comment.id }, ...rude });
  }
  await signIn(page, "MODERATOR");
  await page.goto("/moderation/next");
  for (let n = 0; n < 50; n += 1) {
    await expect(page.getByText(n === 0 ? "Your decision" : /^Decided: entry/)).toBeVisible();
    const before = page.url();
    await pressUntilHeard(page, n % 3 === 0 ? "h" : "a");
    await expect(page.getByLabel("Reason, in public")).not.toHaveValue("");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => url.href !== before);
  }
  await expect(page.getByText("Nothing waits here.")).toBeVisible();
  expect(await db.review.count({ where: { debateId, status: "WAITING" } })).toBe(0);
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a member flags a comment, and a moderator decides it", async ({ page }) => {
    await emptyQueue();
    const { debateId, argument, url } = await place();
    const comment = await createComment(db, {
      ...{ debateId, argumentId: argument.id, body: "You are all fools." },
    });
    await signIn(page);
    await page.goto(url);
    await page
      .locator(`#comment-${debateId}-${comment.id}`)
      .getByRole("link", { name: /^Flag/ })
      .click();
    await page.getByRole("radio", { name: /^Uncivil/ }).check();
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    await expect(page.getByText("you will hear what came of it")).toBeVisible();
    await signIn(page, "MODERATOR");
    await page.goto("/moderation");
    await page.getByRole("link", { name: "You are all fools." }).click();
    await page.getByRole("radio", { name: "Hide it" }).check();
    await page.getByRole("button", { name: "Decide and go on" }).click();
    await expect(page.getByText(/^Decided: entry/)).toBeVisible();
    await page.goto(url);
    await expect(page.getByText("This comment was hidden by a moderator.")).toBeVisible();
  });
});

journeysThroughALongQueue();
