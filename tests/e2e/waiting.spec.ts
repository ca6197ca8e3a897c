import type { Page } from "@playwright/test";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

/** A key that comes before the page's script is not heard: whoever sees nothing happen presses again. */
async function pressUntil(page: Page, key: string, seen: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key);
    await seen();
  }).toPass();
}

/** A debate with an editor, and an argument by somebody else. */
async function place() {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const debateId = debate.id;
  const editor = await createUser(db, { name: "Edith Editor" });
  await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
  const { id } = await createArgument(db, { debateId });
  return { slug: debate.slug, editor, argument: `${debateId}-${id}` };
}

test("An editor makes a debate curated; a member's argument waits and is accepted with other words", async ({
  page,
}) => {
  test.slow();
  const { slug, editor } = await place();
  await signInAs(page, editor.id);
  await page.goto(`/debates/${slug}/history`);
  await page.getByRole("link", { name: /curation, held words and links/ }).click();
  await page.getByRole("checkbox", { name: "This debate is curated" }).check();
  await page.getByRole("spinbutton", { name: "Links in a new member’s text" }).fill("1");
  await page.getByLabel("Reason, in public").fill("Many arguments come at once.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Many arguments come at once.")).toBeVisible();

  const member = await signIn(page);
  await page.goto(`/debates/${slug}?add=SUPPORT#write`);
  await expect(page.getByText("This debate is curated: an editor reads")).toBeVisible();
  await page.getByLabel("Your claim").fill("The librarys are closed when people have time.");
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByText("It waits for an editor. Nobody else sees it yet")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/debates/${slug}`);
  await expect(page.locator("body")).not.toContainText("The librarys are closed");

  await signInAs(page, editor.id);
  await page.goto("/moderation?cause=SUGGESTION");
  await page.getByRole("link", { name: "The librarys are closed" }).click();
  await page.getByRole("radio", { name: "Accept it" }).check();
  await page.getByText("Accept it with other words").click();
  await page.getByLabel("The claim").fill("The libraries are closed when people have time.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Decide and go on" }).click();
  await expect(page.getByText(/^Decided: entry/)).toBeVisible();

  await signInAs(page, member.id);
  await page.goto("/notifications");
  await page.getByRole("button", { name: /^Edith Editor accepted what you sent$/ }).click();
  await expect(page.getByText("What the editor changed")).toBeVisible();
  await expect(page.locator("ins")).toContainText("libraries");
  await expectAccessible(page);
  await page.getByRole("link", { name: "See it where it stands" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The libraries are closed when people have time.",
  );
});

test("A moderator declines by a slip of the finger, takes it back by one key, and accepts it", async ({
  page,
}) => {
  test.slow();
  const { slug, editor } = await place();
  await db.debate.update({ where: { slug }, data: { curated: true } });
  const member = await signIn(page);
  await page.goto(`/debates/${slug}?add=SUPPORT#write`);
  const claim = "Reading rooms are quiet on Sundays.";
  await page.getByLabel("Your claim").fill(claim);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByText("It waits for an editor. Nobody else sees it yet")).toBeVisible();

  await signInAs(page, editor.id);
  await page.goto("/moderation/next");
  const reason = page.getByLabel("Your words to its author");
  await pressUntil(page, "r", () => expect(reason).toBeFocused({ timeout: 500 }));
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Decided: entry/)).toBeVisible();
  await expectAccessible(page);
  await pressUntil(page, "u", () =>
    expect(page.getByText(/^Taken back: entry \d+ of the log/)).toBeVisible({ timeout: 2000 }),
  );
  await expect(page.locator("main")).toContainText(claim);
  await expectAccessible(page);
  await pressUntil(page, "a", () => expect(reason).toBeFocused({ timeout: 500 }));
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Decided: entry/)).toBeVisible();

  await signInAs(page, member.id);
  await page.goto("/notifications");
  const news = /^Edith Editor took back the decision on what you sent: it waits again$/;
  await expect(page.getByRole("button", { name: news })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/debates/${slug}`);
  await expect(page.getByRole("link", { name: claim, exact: true })).toBeVisible();
});

test("A member suggests a source for somebody else's argument, answers a question about it, and takes another one back", async ({
  page,
}) => {
  test.slow();
  const { slug, editor, argument } = await place();
  const member = await signIn(page);
  await page.goto(`/debates/${slug}/arguments/${argument}`);
  await page.getByRole("button", { name: /^More about argument/ }).click();
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "A source" }).click();
  await page.getByLabel("Title of the source").fill("Opening hours");
  await page.getByRole("button", { name: "Send it to the editors" }).click();
  await expect(page.getByText("It waits for an editor. Nobody else sees it yet")).toBeVisible();

  await signInAs(page, editor.id);
  await page.goto("/moderation");
  await page.getByRole("link", { name: "Opening hours" }).click();
  await page.getByRole("radio", { name: "Ask its author" }).check();
  await page.getByLabel("Your words to its author").fill("Of which year?");
  await page.getByRole("button", { name: "Decide and go on" }).click();
  await expect(page.getByText("Your question was sent.")).toBeVisible();

  await signInAs(page, member.id);
  await page.goto("/account/suggestions");
  await expect(page.getByText("Of which year?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Opening hours" }).click();
  await page.getByLabel("When, as precisely as known").fill("2025");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText("It waits for an editor. Nobody else sees it yet")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
});
