import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { openWeb, type Web } from "@/lib/cli/runtime/web";
import { freePort } from "@/lib/db/embedded/server";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

/** A second server on the same database: what the first one's writes must reach. */
let second: { web: Web; url: string };

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.beforeAll(async () => {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const settings = ["DATABASE_URL", "NEXTAUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"];
  const env = Object.fromEntries(settings.map((name) => [name, process.env[name]!]));
  const web = await openWeb(false, {
    ...env,
    HOST: "localhost",
    PORT: port,
    NEXTAUTH_URL: url,
    LOG_LEVEL: "error",
    SITE_URL: "",
  });
  second = { web, url };
});
test.afterAll(() => second.web.stop());

async function readerAtSecond(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await openListening(page, `${second.url}${path}`);
  return page;
}

/** Opens a page and waits until its stream has begun. */
async function openListening(page: Page, url: string): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes("/events"), {
    timeout: 45_000,
  });
  await page.goto(url);
  await stream;
}

const submission = (title: string) => ({
  data: { parentId: null, stance: "OPPOSE", title },
  headers: { origin: process.env.NEXTAUTH_URL!, "idempotency-key": randomUUID() },
});

test("Two people at two servers see each other's vote and argument within a second", async ({
  page,
  browser,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const path = `/debates/${debate.slug}`;
  await signIn(page);
  await openListening(page, path);
  const reader = await readerAtSecond(browser, path);
  const meter = reader.locator(`[data-meter="${debate.id}-${id}"]`);
  await expect(meter).toHaveText("Be the first to weigh this");

  // The reader is in the middle of something that must stay as it is.
  const search = reader.getByRole("searchbox").first();
  await search.fill("half a sen");
  const below = reader.getByRole("article").first().getByText("Weigh", { exact: true });
  const before = await below.boundingBox();

  // Of three votes the quickest counts: what else the machine does is not what is asked here.
  const delays: number[] = [];
  for (const [impact, said] of [
    [1, "1.0"],
    [2, "2.0"],
    [3, "3.0"],
  ] as const) {
    await page.request.put(`/api/v1/arguments/${debate.id}-${id}/vote`, {
      headers: { origin: process.env.NEXTAUTH_URL! },
      data: { impact },
    });
    const answered = Date.now();
    const words = `${said} of 4 · 1 person`;
    await expect(meter).toHaveText(words);
    delays.push(Date.now() - answered);
    await expect(page.locator(`[data-meter="${debate.id}-${id}"]`)).toHaveText(words);
  }
  expect(Math.min(...delays)).toBeLessThan(1000);

  const posted = await page.request.post(
    `/api/v1/debates/${debate.slug}/arguments`,
    submission("Staff need a day together."),
  );
  expect(posted.status()).toBe(201);
  const news = reader.getByRole("status").getByText("1 new argument.");
  await expect(news).toBeVisible();
  await expect(search).toHaveValue("half a sen");
  await expect(search).toBeFocused();
  expect((await below.boundingBox())?.y).toBeCloseTo(before!.y, 0);
  await expect(reader.getByText("Staff need a day together.")).toHaveCount(0);
  await expect(reader.getByText("2 people are reading this now")).toBeVisible();
  await expectAccessible(reader);

  await reader.getByRole("link", { name: "Show", exact: true }).click();
  const shown = reader.getByRole("link", { name: "Staff need a day together.", exact: true });
  await expect(shown).toBeVisible();
  await reader.context().close();
});

test("A comment elsewhere is counted at once, and shown when asked for", async ({
  page,
  browser,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const argument = `${debate.id}-${id}`;
  const reader = await readerAtSecond(browser, `/debates/${debate.slug}/arguments/${argument}`);
  await signIn(page);
  const answer = await page.request.post(`/api/v1/arguments/${argument}/comments`, {
    data: { body: "Which families?" },
    headers: { origin: process.env.NEXTAUTH_URL! },
  });
  expect(answer.status()).toBe(201);
  await expect(reader.getByText("1 new comment.")).toBeVisible();
  await expect(reader.locator(`[data-comments="${argument}"]`)).toHaveText("Discuss 1");
  await reader.getByRole("link", { name: "Show", exact: true }).click();
  await expect(reader.getByText("Which families?")).toBeVisible();
  await expect(reader).toHaveURL(/arguments\/\d+-\d+#discussion$/);
  await reader.context().close();
});

test("Whoever has the page open hears that the debate was closed, and loses nothing they typed", async ({
  page,
  browser,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const path = `/debates/${debate.slug}`;
  const reader = await readerAtSecond(browser, path);
  await signIn(page);
  await openListening(page, `${path}?add=support`);
  const claim = page.getByLabel("Your claim, in one sentence");
  await claim.fill("Staff could rest on Mondays.");
  await expect(page.getByText("Draft saved")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${path}/arguments/${debate.id}-${id}`);

  const curator = await createUser(db, { role: "MODERATOR" });
  const moderator = await (await browser.newContext()).newPage();
  await signInAs(moderator, curator.id);
  const act = async (what: "close" | "reopen", data: object) => {
    const answer = await moderator.request.post(
      `${process.env.NEXTAUTH_URL}/api/v1/debates/${debate.slug}/${what}`,
      { data, headers: { origin: process.env.NEXTAUTH_URL! } },
    );
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const conclusion = "The council heard both sides.";
  await act("close", { conclusion, publicReason: "The council has decided." });

  for (const open of [page, other, reader]) {
    await expect(open.getByText("This debate has been closed.")).toBeVisible({ timeout: 15_000 });
  }
  await expect(claim).toHaveValue("Staff could rest on Mondays.");
  await expectAccessible(page);

  await other.bringToFront();
  await other.getByRole("link", { name: "What it came to" }).click();
  await expect(other.getByText(conclusion)).toBeVisible();
  await expect(other).toHaveURL(/#life$/);
  await reader.getByRole("link", { name: "What it came to" }).click();
  await expect(reader.getByText(conclusion)).toBeVisible();
  await expect(reader.getByRole("link", { name: /^Add/ })).toHaveCount(0);

  await page.bringToFront();
  await page.reload();
  const place = page.locator("#write");
  await expect(place.getByText("This debate is not open for contributions.")).toBeVisible();
  await expect(place.getByText("Staff could rest on Mondays.")).toBeVisible();
  await expect(page.getByLabel("Your claim, in one sentence")).toHaveCount(0);
  await expectAccessible(page);

  await act("reopen", { publicReason: "There is news." });
  await expect(page.getByText("This debate is open for contributions.")).toBeVisible();
  await page.reload();
  await expect(claim).toHaveValue("Staff could rest on Mondays.");
  for (const one of [reader, moderator]) await one.context().close();
});

test("The tabs of one browser share a stream, and the one that is left goes on", async ({
  page,
  context,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  let streams = 0;
  context.on("request", (request) => {
    if (request.url().includes("/events")) streams += 1;
  });
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`/debates/${debate.slug}`);
  await expect.poll(() => streams).toBe(1);
  const voter = await (await context.browser()!.newContext()).newPage();
  await signIn(voter);
  const vote = (impact: number) =>
    voter.request.put(`${process.env.NEXTAUTH_URL}/api/v1/arguments/${debate.id}-${id}/vote`, {
      data: { impact },
      headers: { origin: process.env.NEXTAUTH_URL! },
    });
  await vote(2);
  for (const tab of [page, other]) await expect(tab.getByText("2.0 of 4 · 1 person")).toBeVisible();
  expect(streams).toBe(1);
  await page.close();
  await expect.poll(() => streams).toBe(2);
  await vote(4);
  await expect(other.getByText("4.0 of 4 · 1 person")).toBeVisible();
  await voter.context().close();
});

test("A reader goes through the arguments by single keys, and can turn those off", async ({
  page,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  for (const title of ["Sunday suits families.", "Sunday suits students."]) {
    await createArgument(db, { debateId: debate.id, title });
  }
  await page.goto(`/debates/${debate.slug}`);
  const focused = page.locator("article:focus");
  const articles = page.locator('main article[id^="a-"]');
  await page.keyboard.press("j");
  await expect(focused).toHaveId((await articles.nth(0).getAttribute("id"))!);
  await page.keyboard.press("j");
  await expect(focused).toHaveId((await articles.nth(1).getAttribute("id"))!);
  await page.keyboard.press("k");
  await expect(focused).toHaveId((await articles.nth(0).getAttribute("id"))!);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByText("Next argument")).toBeVisible();
  await expectAccessible(page);
  await list.getByLabel("Use single keys as shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("?");
  await expect(list).toBeHidden();
});

test("Where a reader stands is kept in this browser, sent to nobody, and forgotten on request", async ({
  page,
}) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  await page.goto(`/debates/${debate.slug}`);
  const sent: string[] = [];
  page.on("request", (request) => {
    // A font that is used for the first time is fetched, the stream may begin only now, and the
    // browser asks for the tab's icon when it likes.
    if (["font", "eventsource"].includes(request.resourceType())) return;
    if (new URL(request.url()).pathname === "/icon.svg") return;
    sent.push(`${request.method()} ${request.url()}`);
  });
  await page.getByText("Where do you stand on the motion?").first().click();
  await page.getByLabel("Against it").check();
  await page.getByLabel("How sure are you?").fill("80");
  await expect(page.getByText("You are against it, 80% sure")).toBeVisible();
  expect(sent).toEqual([]);
  await page.reload();
  await page.getByText("You are against it, 80% sure").click();
  await expect(page.getByLabel("Against it")).toBeChecked();
  await page.getByRole("button", { name: "Forget my answer" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Where do you stand on the motion?").first()).toBeVisible();
});
