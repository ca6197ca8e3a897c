import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

async function emptyQueue() {
  await db.$executeRaw`DELETE FROM flags WHERE outcome = 'WAITING'`;
  await db.$executeRaw`DELETE FROM appeals WHERE outcome_id IS NULL`;
  await db.$executeRaw`DELETE FROM review_notes`;
  await db.$executeRaw`DELETE FROM reviews WHERE status = 'WAITING'`;
}

type Flagging = { reason?: "SPAM" | "UNCIVIL" | "ILLEGAL"; times?: number };

/** An argument that so many new members have flagged. */
async function flagged(title: string, { reason = "SPAM", times = 1 }: Flagging = {}) {
  const author = await createUser(db);
  const debate = await createDebate(db, { title: "A busy day" });
  const { id } = await createArgument(db, { debateId: debate.id, authorId: author.id, title });
  const target = { target: "ARGUMENT", id: { debateId: debate.id, id } } as const;
  for (let n = 0; n < times; n += 1) {
    await flag(asViewer(await createUser(db)), { ...target, reason, note: "" });
  }
  return { author, url: `/debates/${debate.slug}/arguments/${debate.id}-${id}` };
}

/** The journeys through a long queue; they come after the others, for the queue is one. */
export function journeysThroughALongQueue(): void {
  test("A moderator filters the queue, keeps the view, and decides several things after a look at what would happen", async ({
    page,
  }) => {
    test.slow();
    await emptyQueue();
    await flagged("Cheap umbrellas for everybody.");
    await flagged("Cheap hats for everybody.");
    await flagged("You are all fools.", { reason: "UNCIVIL" });
    await signIn(page, "MODERATOR");
    await page.goto("/moderation");
    await page.getByText("Search and filter", { exact: true }).click();
    await page.getByLabel("What was flagged").selectOption({ label: "Advertising or spam" });
    await page.getByLabel("Words, or an author").fill("cheap");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: /^Cheap/ })).toHaveCount(2);
    await expect(page.getByRole("heading", { name: "You are all fools." })).toHaveCount(0);
    await page.getByText("Save this view", { exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill("Cheap things");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const tab = page.getByRole("link", { name: "Cheap things", exact: true });
    await expect(tab).toHaveAttribute("aria-current", "page");
    await page.getByRole("checkbox", { name: "Choose: Cheap umbrellas for everybody." }).check();
    await page.getByRole("checkbox", { name: "Choose: Cheap hats for everybody." }).check();
    await page.getByLabel("What to do").selectOption({ label: "Archive it" });
    await page.getByLabel("Why", { exact: true }).selectOption({ label: "Advertising or spam" });
    await page.getByLabel("Reason, in public").fill("It advertises a shop.");
    await page.getByRole("button", { name: "See what would happen" }).click();
    await expect(page.getByText("Would be archived")).toHaveCount(2);
    expect(await db.review.count({ where: { status: "WAITING" } })).toBe(3);
    await expectAccessible(page);
    // Somebody is quicker with one of them.
    const hats = await db.argument.findFirstOrThrow({
      where: { title: "Cheap hats for everybody." },
      orderBy: { createdAt: "desc" },
    });
    const { debateId, id } = hats;
    const again = { target: "ARGUMENT", id: { debateId, id }, reason: "SPAM", note: "" } as const;
    await flag(asViewer(await createUser(db)), again);
    await page.getByRole("button", { name: "Decide these 2" }).click();
    await expect(page.getByRole("status")).toHaveText("One was decided. One was not.");
    await expect(page.getByText(/^.*It was flagged or changed since you looked/)).toBeVisible();
    await expectAccessible(page);
    await page.goto("/moderation/waits");
    await expect(page.getByRole("heading", { name: "Waiting now" })).toBeVisible();
    await expectAccessible(page);
  });

  test("Of two moderators on one thing the slower one is told, keeps what they chose, and finds what was done", async ({
    page,
  }) => {
    await emptyQueue();
    const { url } = await flagged("Cheap umbrellas for everybody.");
    await signIn(page, "MODERATOR");
    await page.goto("/moderation/next");
    await expect(page.getByText("Your decision")).toBeVisible();
    const { id: review, version } = await db.review.findFirstOrThrow({
      where: { status: "WAITING" },
    });
    const quicker = asViewer(await createUser(db, { role: "MODERATOR", name: "Quick Moderator" }));
    const words = { ground: "SPAM", publicReason: "It sells umbrellas.", privateNote: "" } as const;
    await decideReview(quicker, { review, version, decision: "HIDE", ...words });
    await page.getByRole("radio", { name: "Keep it" }).check();
    await page.getByRole("button", { name: "Decide and go on" }).click();
    await expect(page.getByText("Somebody has decided this meanwhile.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Keep it" })).toBeChecked();
    await expect(page.getByLabel("Why", { exact: true })).toHaveValue("NO_BREACH");
    await expect(page.getByLabel("Reason, in public")).toHaveValue(
      "This breaks no rule of this site.",
    );
    await expectAccessible(page);
    await page.getByRole("link", { name: "See what was done" }).click();
    await expect(page.getByText(/^Quick Moderator has decided this/)).toBeVisible();
    await page.goto(url);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Cheap umbrellas");
  });

  test("A moderator writes a note, passes a thing on by keyboard, and an administrator finds it first", async ({
    page,
  }) => {
    await emptyQueue();
    await flagged("A threat or a joke?", { reason: "UNCIVIL" });
    await flagged("You are all fools.", { reason: "ILLEGAL" });
    await signIn(page, "MODERATOR");
    await page.goto("/moderation");
    await page.getByRole("link", { name: "A threat or a joke?" }).click();
    await expect(async () => {
      await page.keyboard.press("n");
      await expect(page.getByLabel("Add a note")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type("He wrote the same yesterday.");
    await page.keyboard.press("Control+Enter");
    await expect(
      page.getByRole("listitem").getByText("He wrote the same yesterday."),
    ).toBeVisible();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("e");
    await page.keyboard.type("I cannot tell.");
    await expectAccessible(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: "You are all fools." })).toBeVisible();
    await page.goto("/moderation");
    await expect(page.getByText("Passed on to administrators")).toBeVisible();
    await page.getByRole("link", { name: "A threat or a joke?" }).click();
    await expect(page.getByText("One of them decides it.")).toBeVisible();

    await signIn(page, "ADMINISTRATOR");
    await page.goto("/moderation");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("A threat or a joke?");
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expect(page.getByRole("link", { name: "Moderation (2)" })).toBeVisible();
    await page.goto("/moderation/next");
    await expect(page.getByText("I cannot tell.")).toBeVisible();
    await page.getByRole("radio", { name: "Keep it" }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Decide and go on" }).click();
    await expect(page.getByText(/^Decided: entry \d+ of the log\./)).toBeVisible();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("u");
    await expect(page.getByText("I cannot tell.")).toBeVisible();
    await expect(page.getByText("Your decision")).toBeVisible();
  });

  test("What three new members call illegal is hidden at once, and its author edits it back", async ({
    page,
  }) => {
    await emptyQueue();
    const { author, url } = await flagged("Somebody should burn it down.", {
      ...{ reason: "ILLEGAL", times: 3 },
    });
    await page.goto(url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hidden by a moderator");
    await signInAs(page, author.id);
    await page.goto(url);
    await expect(page.getByText("Several people flagged this argument")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Edit it" }).click();
    await page.getByLabel("Your claim").fill("The building should be pulled down.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "The building should be pulled down.",
    );
    await signIn(page, "MODERATOR");
    await page.goto("/moderation");
    await expect(
      page.getByRole("heading", { name: "The building should be pulled down." }),
    ).toBeVisible();
  });

  test("A moderator keeps the words of one decision as a reply, decides the next thing with it, and changes and deletes it", async ({
    page,
  }) => {
    test.slow();
    await emptyQueue();
    await flagged("Cheap scarves for everybody.");
    await flagged("Cheap boots for everybody.");
    await signIn(page, "MODERATOR");
    await page.goto("/moderation");
    await page.getByRole("link", { name: "Cheap scarves for everybody." }).click();
    const reason = page.getByLabel("Reason, in public");
    await expect(page.getByLabel("Saved replies")).toHaveCount(0);
    await expect(reason).toHaveValue(/^This advertises something/);
    await reason.fill("It sells clothes, and says nothing about the motion.");
    await page.getByRole("radio", { name: "Archive it" }).check();
    await page.getByText("Keep these words as a reply", { exact: true }).click();
    const words = page.getByLabel("Words", { exact: true });
    await expect(words).toHaveValue("It sells clothes, and says nothing about the motion.");
    await words.fill("It sells something, and says nothing about the motion.");
    await page.getByLabel("Name", { exact: true }).fill("A shop");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep the reply" }).click();
    await expect(page.getByText("Kept. You can choose it wherever you decide.")).toBeVisible();
    // What was chosen and written for the decision is still there.
    await expect(page.getByRole("radio", { name: "Archive it" })).toBeChecked();
    await expect(reason).toHaveValue("It sells clothes, and says nothing about the motion.");
    await page.getByRole("button", { name: "Decide and go on" }).click();

    await expect(page.getByRole("heading", { name: "Cheap boots for everybody." })).toBeVisible();
    const select = page.getByLabel("Saved replies");
    await select.selectOption({ label: "A shop" });
    await expect(reason).toHaveValue("It sells something, and says nothing about the motion.");
    await select.selectOption({ label: "None" });
    await expect(reason).toHaveValue(/^This advertises something/);
    await reason.fill("See its last line.");
    await select.selectOption({ label: "A shop" });
    await page.getByRole("radio", { name: "Archive it" }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Decide and go on" }).click();
    await expect(page.getByText("Nothing waits here. Good work.")).toBeVisible();
    const decided = await db.moderationWords.findFirstOrThrow({ orderBy: { entryId: "desc" } });
    expect(decided.publicReason).toBe(
      "See its last line.\n\nIt sells something, and says nothing about the motion.",
    );

    await page.goto("/moderation");
    await page.getByRole("link", { name: "Saved replies" }).click();
    await page.getByText("Change the reply “A shop”").click();
    await page.getByLabel("Name", { exact: true }).first().fill("Shops");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Changed.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Shops" })).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true }).first()).toHaveValue("Shops");
    await page.getByRole("button", { name: "Delete the reply “Shops”" }).click();
    await expect(page.getByText("You have no replies yet.")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("An insult");
    await page.getByLabel("Words", { exact: true }).fill("It insults somebody.");
    await page.getByRole("button", { name: "Keep the reply" }).click();
    await expect(page.getByRole("heading", { name: "An insult" })).toBeVisible();
    await expect(page.getByLabel("Words", { exact: true }).last()).toHaveValue("");
    await expectAccessible(page);
  });

  test.describe("Without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("a moderator decides several things", async ({ page }) => {
      await emptyQueue();
      await flagged("Cheap gloves for everybody.");
      await signIn(page, "MODERATOR");
      await page.goto("/moderation");
      await page.getByRole("checkbox", { name: "Choose: Cheap gloves for everybody." }).check();
      await page.getByLabel("What to do").selectOption({ label: "Hide it" });
      await page.getByLabel("Why", { exact: true }).selectOption({ label: "Advertising or spam" });
      await page.getByLabel("Reason, in public").fill("It advertises a shop.");
      await page.getByRole("button", { name: "See what would happen" }).click();
      await page.getByRole("button", { name: "Decide this one" }).click();
      await expect(page.getByText("One was decided.")).toBeVisible();
    });

    test("a moderator keeps a reply, and finds it beside the reason to be copied", async ({
      page,
    }) => {
      await emptyQueue();
      await flagged("Cheap socks for everybody.");
      await signIn(page, "MODERATOR");
      await page.goto("/moderation");
      await page.getByRole("link", { name: "Saved replies" }).click();
      await page.getByLabel("Name", { exact: true }).fill("A shop");
      await page.getByLabel("Words", { exact: true }).fill("It sells something.");
      await page.getByRole("button", { name: "Keep the reply" }).click();
      await expect(page.getByRole("status").getByText("Kept.")).toBeVisible();
      await page.goto("/moderation/next");
      await expect(page.getByLabel("Saved replies")).toBeHidden();
      await page.locator("summary", { hasText: "Saved replies, to copy" }).click();
      await expect(page.locator("noscript p", { hasText: "It sells something." })).toBeVisible();
    });
  });
}
