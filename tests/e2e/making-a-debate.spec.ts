import type { Page } from "@playwright/test";
import { createUser } from "@/tests/factories/create-user";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

const claim = "People who work all week could come at last.";

async function addFact(page: Page, text: string) {
  await page.getByLabel("The fact").fill(text);
  await page.getByLabel("How well it is known").selectOption("Reported");
  await page.locator("summary", { hasText: "Sources" }).click();
  await page.getByLabel("Title", { exact: true }).first().fill("Minutes of the council");
  await page.getByLabel("Web address").first().fill("https://example.org/minutes");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

/** Writes an argument on the draft's own page, and comes back. */
async function argue(page: Page, slug: string, side: "SUPPORT" | "OPPOSE", title: string) {
  await page.goto(`/debates/${slug}/edit?part=arguments`);
  const verb = side === "SUPPORT" ? "Write an argument for it" : "Write an argument against it";
  await page.getByRole("link", { name: verb }).click();
  await page.getByLabel("Your claim, in one sentence").fill(title);
  await page.locator("summary", { hasText: "Facts" }).click();
  await page.getByRole("checkbox", { name: /Fact 1/ }).check();
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(page.getByText("Your argument is posted.").first()).toBeVisible();
}

test("A moderator makes a debate from scratch, readers see it once it is published, and a corrected fact marks the argument that cites it", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, "MODERATOR");
  await page.goto("/debates");
  await page.getByRole("link", { name: "Make a new debate" }).click();
  await page.getByLabel("Title of the debate").fill("Sunday opening of the library");
  await page.getByLabel("The motion", { exact: true }).fill("The library should open on Sundays.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/edit/);
  const slug = /debates\/([^/]+)\/edit/.exec(page.url())![1]!;

  await page.getByLabel("What was decided, in one line").fill("The council voted for Sundays.");
  await page.getByLabel("The decision in a paragraph").fill("It voted in May, by seven to four.");
  await page.getByLabel("Where it stands").fill("Decided, not begun.");
  await page.getByLabel("Decided by").fill("The city council");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.getByRole("link", { name: "Next: Facts" }).click();
  await addFact(page, "The council voted in May.");
  await page.getByRole("link", { name: "Add a fact" }).click();
  await addFact(page, "Seven voted for it, four against.");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Check and publish" }).click();
  await expect(page.getByText("can be published once nothing is missing")).toBeVisible();
  await argue(page, slug, "SUPPORT", claim);
  await argue(page, slug, "OPPOSE", "The staff need a day of rest.");

  const stranger = await browser.newPage();
  expect((await stranger.goto(`/debates/${slug}`))!.status()).toBe(404);
  expect((await stranger.goto(`/debates/${slug}/edit`))!.status()).toBe(404);

  await page.goto(`/debates/${slug}/edit?part=publish`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "See it as readers will" }).click();
  await expect(page.getByText("This debate is a draft.")).toBeVisible();
  await page.getByRole("link", { name: "Go on editing" }).click();
  await page.getByRole("link", { name: "Check and publish" }).click();
  await page.getByRole("button", { name: "Publish the debate" }).click();
  await page.waitForURL(new RegExp(`/debates/${slug}$`));

  await stranger.goto(`/debates/${slug}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "The library should open on Sundays.",
  );
  await expect(stranger.getByRole("link", { name: claim, exact: true })).toBeVisible();
  await expect(stranger.getByText("Cites a corrected fact")).toHaveCount(0);

  await page.goto(`/debates/${slug}/edit?part=facts`);
  await page.getByRole("link", { name: /^Correct: The council/ }).click();
  await page.getByLabel("The fact").fill("The council voted in June.");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("Fill this in.").first()).toBeVisible();
  await expect(page.getByLabel("The fact")).toHaveValue("The council voted in June.");
  await page.getByLabel("Why it is corrected").fill("The minutes say June.");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("listitem").getByText("The council voted in June.")).toBeVisible();

  // A kept page may be a second old.
  await expect(async () => {
    await stranger.goto(`/debates/${slug}`);
    await expect(stranger.getByText("Cites a corrected fact").first()).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await expectAccessible(stranger);
  await stranger.goto(`/debates/${slug}/brief#F1`);
  await expect(stranger.getByText("Corrected once")).toBeVisible();
  await stranger.goto("/modlog");
  await expect(stranger.getByText("The minutes say June.").first()).toBeVisible();

  await page.goto(`/debates/${slug}`);
  const confirm = page.getByRole("button", { name: `I have looked: it still holds (${claim})` });
  await confirm.click();
  await expect(confirm).toHaveCount(0);
  await stranger.close();
});

test("Without JavaScript an editor adds, moves and removes, and who was slower loses nothing", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const editor = await createUser(db);
  const { id, slug } = await db.debate.create({
    data: {
      ...{ slug: `made-${Date.now().toString(36)}`, title: "Sundays", motion: "It should open." },
      createdById: editor.id,
      roles: { create: { userId: editor.id, role: "EDITOR" } },
    },
  });
  await signInAs(page, editor.id);
  await page.goto(`/debates/${slug}/edit?part=timeline`);
  for (const [date, text] of [
    ["2025-05", "The council voted."],
    ["2025-04", "The mayor proposed it."],
  ] as const) {
    await page.getByLabel("Date", { exact: true }).fill(date);
    await page.getByLabel("What happened").fill(text);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.getByRole("link", { name: "Add an event" }).click();
  }
  await page.goto(`/debates/${slug}/edit?part=timeline`);
  await page.getByRole("button", { name: "Move up: The mayor proposed it." }).click();
  const lines = page.getByRole("main").getByRole("listitem").filter({ hasText: "2025" });
  await expect(lines.first()).toContainText("The mayor proposed it.");

  await page.getByRole("link", { name: "Edit: The council voted." }).click();
  await db.debate.update({ where: { id }, data: { version: { increment: 1 } } });
  await page.getByLabel("What happened").fill("The council voted at night.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody else changed the brief meanwhile")).toBeVisible();
  await expect(page.getByLabel("What happened")).toHaveValue("The council voted at night.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The council voted at night.")).toBeVisible();

  await page.locator("summary", { hasText: "Remove" }).first().click();
  await page.getByRole("button", { name: "Remove it" }).first().click();
  await expect(page.getByText("The mayor proposed it.")).toHaveCount(0);
  await context.close();
});
