import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { castVotes } from "@/tests/factories/cast-votes";
import { db, expect, test } from "./fixtures";

async function debateWith(titles: string[], authorId?: number) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const branches = titles.map((title) => ({ stance: "SUPPORT" as const, title }));
  const made = await createArguments(db, { debateId: debate.id, authorId, branches });
  return { ...debate, url: `/debates/${debate.slug}`, arguments: made };
}

test("A member votes and sees the bar move", async ({ page, member }) => {
  const debate = await debateWith(["Sunday suits families."]);
  await castVotes(db, { debateId: debate.id, id: debate.arguments[0]!.id }, [1, 1]);
  await page.goto(debate.url);
  const card = page.getByRole("article").first();
  await expect(card.getByText("1.0 of 4 · 2 people")).toBeVisible();
  await card.getByText("Weigh", { exact: true }).click();
  await card.getByRole("button", { name: /decisive/i }).click();
  await expect(card.getByText("2.0 of 4 · 3 people")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2.0 of 4 · 3 people").first()).toBeVisible();
  expect(await db.impactVote.count({ where: { userId: member.id, impact: 4 } })).toBe(1);
});

test("A member weighs with the keyboard alone, changes the vote, and takes it back", async ({
  page,
  member,
}) => {
  const debate = await debateWith(["Sunday suits families."]);
  await page.goto(debate.url);
  const card = page.getByRole("article").first();
  const weigh = card.locator("summary", { hasText: "Weigh" });
  await weigh.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("3");
  await expect(card.getByText("3.0 of 4 · 1 person")).toBeVisible();
  await page.keyboard.press("1");
  await expect(card.getByText("1.0 of 4 · 1 person")).toBeVisible();
  await card.getByRole("button", { name: /take back|withdraw|undo/i }).click();
  await expect(card.getByText("Be the first to weigh this")).toBeVisible();
  await expect.poll(() => db.impactVote.count({ where: { userId: member.id } })).toBe(0);
});

test("An author finds out why their own argument is not theirs to weigh", async ({
  page,
  member,
}) => {
  const debate = await debateWith(["My own words."], member.id);
  await page.goto(debate.url);
  const card = page.getByRole("article").first();
  await card.getByText("Weigh", { exact: true }).click();
  await expect(card.getByText(/its weight is for others to judge/)).toBeVisible();
});

test("A reader without an account is led to sign in and back", async ({ page }) => {
  const debate = await debateWith(["Sunday suits families."]);
  await page.goto(debate.url);
  const card = page.getByRole("article").first();
  await card.getByText("Weigh", { exact: true }).click();
  await card.getByRole("link", { name: "Sign in to weigh" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
