import type { Page } from "@playwright/test";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { appeal } from "@/lib/moderation/commands/appeal";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { suggest } from "@/lib/suggestions/commands/suggest";
import { suggestSchema } from "@/lib/suggestions/schema";
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

/** What a decision says in public: to everybody, or first to who suggested something. */
const reason = (page: Page) => page.locator('main [name="publicReason"]');

/** A key that comes before the page's script is not heard: whoever sees nothing happen presses again. */
async function pressUntilHeard(page: Page, key: string) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(reason(page)).toBeFocused({ timeout: 500 });
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

/** Fifty things of every kind that waits: arguments, comments, people, suggestions and appeals. */
async function fiftyThings(): Promise<number> {
  const { id: debateId } = await createDebate(db, { title: "A busy day" });
  const reporter = asViewer(await createUser(db));
  const first = asViewer(await createUser(db, { role: "MODERATOR" }));
  const { id: argumentId } = await createArgument(db, { debateId, title: "A claim." });
  const spam = { reason: "SPAM", note: "" } as const;
  const flagged = async (title: string, authorId?: number) => {
    const { id } = await createArgument(db, { debateId, title, authorId });
    await flag(reporter, { target: "ARGUMENT", id: { debateId, id }, ...spam });
  };
  for (let n = 0; n < 18; n += 1) {
    await flagged(`Claim number ${n}.`);
    const { id } = await createComment(db, { debateId, argumentId });
    const rude = { reason: "UNCIVIL", note: "" } as const;
    await flag(reporter, { target: "COMMENT", id: { debateId, id }, ...rude });
  }
  for (let n = 0; n < 4; n += 1) {
    await flag(reporter, { target: "PERSON", id: (await createUser(db)).handle, ...spam });
    const author = asViewer(await createUser(db));
    await flagged(`Hidden number ${n}.`, author.id);
    const { id: review, version } = await db.review.findFirstOrThrow({
      where: { authorId: author.id, status: "WAITING" },
    });
    const words = { ground: "SPAM", publicReason: "It sells something.", privateNote: "" } as const;
    const { entry } = await decideReview(first, { review, version, decision: "HIDE", ...words });
    await appeal(author, { entry, text: "It sells nothing." });
  }
  for (let n = 0; n < 6; n += 1) {
    const source = { title: `Timetable ${n}` };
    const about = { argumentId: `${debateId}-${argumentId}`, source };
    await suggest(reporter, suggestSchema.parse({ kind: "SOURCE", ...about }));
  }
  return debateId;
}

/** The key that a moderator in a hurry presses for what is before them. */
async function keyFor(page: Page, n: number): Promise<string> {
  const has = async (name: string) => (await page.getByRole("radio", { name }).count()) > 0;
  if (await has("What was done stands")) return "r";
  if (await has("Warn them")) return "w";
  return (await has("Hide it")) && n % 3 === 0 ? "h" : "a";
}

test("A moderator clears 50 mixed items by keyboard alone", async ({ page }) => {
  test.slow();
  await emptyQueue();
  const debateId = await fiftyThings();
  await signIn(page, "MODERATOR");
  await page.goto("/moderation/next");
  for (let n = 0; n < 50; n += 1) {
    await expect(page.getByText(n === 0 ? "Your decision" : /^Decided: entry/)).toBeVisible();
    const before = page.url();
    const key = await keyFor(page, n);
    await pressUntilHeard(page, key);
    if (key === "r") await page.keyboard.type("It does sell something.");
    await expect(reason(page)).not.toHaveValue("");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => url.href !== before);
  }
  await expect(page.getByText("Nothing waits here.")).toBeVisible();
  expect(await db.review.count({ where: { debateId, status: "WAITING" } })).toBe(0);
  const decided = await db.review.groupBy({ by: ["cause"], where: { debateId }, _count: true });
  expect(Object.fromEntries(decided.map(({ cause, _count }) => [cause, _count]))).toEqual({
    ...{ FLAG: 40, APPEAL: 4, SUGGESTION: 6 },
  });
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
