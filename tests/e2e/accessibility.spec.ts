import type { Page } from "@playwright/test";
import { sender } from "@/lib/jobs/queue";
import { makeLink } from "@/lib/accounts/commands/one-time-links";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument, createArguments } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { db, expect, expectAccessible, firstDebate, signIn, test } from "./fixtures";

test.setTimeout(120_000);

/**
 * Checks the page as it stands, on a phone and on a laptop, in light and in dark. At its end, where
 * the bar at the foot of a phone's screen covers nothing.
 */
async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await test.step(`${width} px, ${colorScheme}`, () => expectAccessible(page));
    }
  }
}

/** A debate of two arguments, one reply and two comments, the first by `authorId`. */
async function smallDebate(authorId: number) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const [first, reply] = await createArguments(db, {
    debateId: debate.id,
    authorId,
    branches: [
      {
        stance: "SUPPORT",
        title: "Sunday is the only free day for many people.",
        replies: [{ stance: "OPPOSE", title: "Many people work on Sundays too." }],
      },
    ],
  });
  const { id: otherId } = await createUser(db);
  const survey = await db.source.create({
    data: { debateId: debate.id, number: 1, title: "Staff survey 2025", addedById: otherId },
  });
  const other = await createArgument(db, {
    debateId: debate.id,
    authorId: otherId,
    stance: "OPPOSE",
    title: "Staff need one day that everybody shares.",
    sources: [{ sourceId: survey.id, quotation: "Eight in ten want one day off together." }],
  });
  await castVotes(db, { debateId: debate.id, id: first!.id }, [1, 3]);
  const place = { debateId: debate.id, argumentId: first!.id };
  const asked = await createComment(db, { ...place, authorId });
  await createComment(db, { ...place, replyToId: asked.id, body: "From ten to four." });
  const url = `/debates/${debate.slug}`;
  const of = (id: number) => `${debate.id}-${id}`;
  return {
    url,
    first: of(first!.id),
    reply: of(reply!.id),
    other: of(other.id),
    argument: `${url}/arguments/${of(first!.id)}`,
  };
}

/** A job that failed for good, as a page of an administrator shows it. */
async function failedJob(): Promise<{ retryJobId: string }> {
  await sender();
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO pgboss.job (name, state, output, completed_on, started_on, policy)
    VALUES ('housekeeping', 'failed', '{"message": "made to fail"}', now(), now(), 'short') RETURNING id`;
  return { retryJobId: row!.id };
}

const debate = `/debates/${firstDebate}`;

/** What readers see without an account: words that the page must show, by its address. */
const readersPages: readonly [url: string, says: RegExp][] = [
  ["/", /Read both sides/],
  ["/debates", /pause/],
  [debate, /What is disputed/],
  [`${debate}/brief`, /What is known/],
  [`${debate}/sources`, /Sources/],
  [`${debate}/history`, /History/],
  [`${debate}/export`, /Take it with you/],
  [`${debate}/print`, /As it stood on/],
  [`${debate}/embed`, /Show this on your site/],
  ["/search?q=pause", /pause/],
  ["/search?q=zzzzqqqq", /zzzzqqqq/],
  ["/sign-in", /Forgot|forgot/],
  ["/sign-up", /Create account/],
  ["/forgot-password", /E-mail address/],
  ["/reset-password?token=made-up", /used or is too old|expired|new one/i],
  ["/verify-email?token=made-up", /Confirm/i],
  ["/about", /Counterpoint/],
  ["/modlog", /log/i],
  ["/rules", /rules/i],
  ["/privacy", /privacy/i],
  ["/unsubscribe?token=made-up", /not one of ours/],
  ["/api", /api\/v1/],
  ["/no-such-page", /This page is not here/],
  [`${debate}/arguments/1-999999`, /This argument is not here/],
];

test.describe("A reader without an account can use, in light and dark, on phone and laptop:", () => {
  for (const [url, says] of readersPages) {
    test(url, async ({ page }) => {
      await page.goto(url);
      await expect(page.locator("body")).toContainText(says);
      await expectAccessibleEverywhere(page);
    });
  }

  test("an open thread, the page of an argument, and its history", async ({ page }) => {
    const { id } = await createUser(db);
    const { url, first, argument } = await smallDebate(id);
    await page.goto(`${url}?open=${first}`);
    await expect(page.getByRole("link", { name: /^Many people work/ })).toBeVisible();
    await expectAccessibleEverywhere(page);
    await page.goto(argument);
    await expect(page.getByText("From ten to four.")).toBeVisible();
    await expectAccessibleEverywhere(page);
    await page.goto(`${argument}/history`);
    await expect(page.getByText(/Version 1/).first()).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  test("a card with the weighing, a source or the menu open", async ({ page }) => {
    const { id } = await createUser(db);
    const { url } = await smallDebate(id);
    await page.goto(`${url}?add=support`);
    await expect(page.getByText("Posting needs an account.")).toBeVisible();
    const card = page.getByRole("region", { name: "Critical" }).getByRole("article");
    await card.getByText("Weigh", { exact: true }).click();
    await expect(card.getByRole("link", { name: "Sign in to weigh" })).toBeVisible();
    await card.getByRole("button", { name: /^Source 1/ }).click();
    await expect(page.getByText("Staff survey 2025").filter({ visible: true })).toBeVisible();
    await expectAccessibleEverywhere(page);
    await card.getByRole("button", { name: /^More about argument/ }).click();
    await expect(page.getByRole("link", { name: "History" }).first()).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  test("a refused sign-in, and the form for a new password", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("nobody-at-all@example.org");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: /do not match/ })).toBeVisible();
    await expectAccessibleEverywhere(page);
    const { id, email } = await createUser(db);
    const link = await makeLink(db, id, "SET_PASSWORD", email!);
    await page.goto(new URL(link).pathname + new URL(link).search);
    await expect(page.getByLabel("New password")).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
});

test.describe("An administrator can use, in light and dark, on phone and laptop:", () => {
  test("the work in the background, with a job that failed", async ({ page, member }) => {
    await db.user.update({ where: { id: member.id }, data: { role: "ADMINISTRATOR" } });
    const { retryJobId } = await failedJob();
    await page.goto("/admin/jobs");
    await expect(page.getByText("made to fail").first()).toBeVisible();
    await expectAccessibleEverywhere(page);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE id = ${retryJobId}::uuid`;
  });
});

test.describe("A moderator can use, in light and dark, on phone and laptop:", () => {
  test("the form that brings in a debate, and its report with problems", async ({ page }) => {
    await signIn(page, "MODERATOR");
    await page.goto("/debates/import");
    await expect(page.getByRole("heading", { name: "Bring in a debate" })).toBeVisible();
    await expectAccessibleEverywhere(page);
    const text = "Discussion Title: Sundays\n\n1. It should open.\n1.1. Pro: So.\n1.1. Con: No.\n";
    const file = { name: "sundays.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
    await page.getByLabel("File", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Look into the file" }).click();
    await expect(page.getByText("The number 1.1 was given before.")).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
});

test.describe("A member can use, in light and dark, on phone and laptop:", () => {
  test("the page of a debate, with the steps of a vote open", async ({ page, member }) => {
    const { url } = await smallDebate(member.id);
    await page.goto(url);
    const card = page.getByRole("region", { name: "Critical" }).getByRole("article");
    await card.getByText("Weigh", { exact: true }).click();
    await card.getByRole("button", { name: /decisive/ }).click();
    await expect(card.getByText("4.0 of 4 · 1 person")).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  test("the form for an argument, empty and refused", async ({ page, member }) => {
    const { url } = await smallDebate(member.id);
    await page.goto(`${url}?add=support`);
    const claim = page.getByLabel("Your claim, in one sentence");
    await expect(claim).toBeVisible();
    await expectAccessibleEverywhere(page);
    await claim.fill("long ".repeat(40));
    await page.locator("summary", { hasText: "Sources" }).first().click();
    await page.getByRole("button", { name: "Post argument" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "too long" })).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  test("the form for a reply", async ({ page, member }) => {
    const { url, other } = await smallDebate(member.id);
    await page.goto(`${url}?reply=${other}&stance=OPPOSE`);
    await expect(page.getByRole("radio", { name: "speaks against this argument" })).toBeChecked();
    await expectAccessibleEverywhere(page);
  });

  test("the page of an argument with comments, and its form for changes", async ({
    page,
    member,
  }) => {
    const { argument } = await smallDebate(member.id);
    await page.goto(argument);
    await expect(page.getByText("From ten to four.")).toBeVisible();
    await expect(page.getByLabel(/Your comment/i).first()).toBeVisible();
    await expectAccessibleEverywhere(page);
    await page.goto(`${argument}/edit`);
    await expect(page.getByRole("button", { name: /Save/ })).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  test("notifications: none, unread and read ones, news of a followed debate", async ({
    page,
    member,
  }) => {
    await page.goto("/notifications");
    await expect(page.getByText(/^Nothing yet/)).toBeVisible();
    await expectAccessibleEverywhere(page);
    const { url } = await smallDebate(member.id);
    const { id: debateId } = await db.debate.findUniqueOrThrow({
      where: { slug: url.split("/").at(-1)! },
    });
    const told = await db.argument.findMany({ where: { debateId }, orderBy: { id: "asc" } });
    for (const [index, { id: argumentId }] of told.entries()) {
      const readAt = index === 0 ? new Date() : null;
      const data = { userId: member.id, kind: "REPLY" as const, debateId, argumentId, readAt };
      await db.notification.create({ data });
    }
    await db.follow.create({ data: { userId: member.id, debateId } });
    await page.goto("/notifications");
    await expect(page.getByRole("button", { name: "Mark all as read" })).toBeVisible();
    await expectAccessibleEverywhere(page);
  });

  const membersPages: [string, (member: { id: number; handle: string }) => Promise<string>][] = [
    ["the account", async () => "/account"],
    ["the choice of what is mailed", async () => "/account/notifications"],
    ["the account's tokens", async () => "/account/tokens"],
    ["the account's webhooks", async ({ id }) => (await failedHook(id), "/account/webhooks")],
    ["a webhook that failed", async ({ id }) => `/account/webhooks/${await failedHook(id)}`],
    ["the account's end", async () => "/account/erase"],
    ["a public profile", async ({ id, handle }) => (await smallDebate(id), `/users/${handle}`)],
  ];
  for (const [name, prepare] of membersPages) {
    test(name, async ({ page, member }) => {
      const url = await prepare(member);
      await page.goto(url);
      await expect(page).toHaveURL(url);
      await expectAccessibleEverywhere(page);
    });
  }
});

/** A webhook whose only delivery was given up; its id. */
async function failedHook(ownerId: number): Promise<number> {
  const { id } = await db.webhook.create({
    data: {
      ownerId,
      url: "https://hooks.example.org/counterpoint",
      sealedSecret: "sealed",
      events: ["argument.created", "votes.changed"],
      deliveries: {
        create: { event: "ping", payload: {}, status: "FAILED", attempts: 8, note: "TIMEOUT" },
      },
    },
  });
  return id;
}
