import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, expectAccessible, test } from "./fixtures";

async function newDebate(authorId?: number) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const made = await createArguments(db, {
    debateId: debate.id,
    authorId,
    branches: [{ stance: "SUPPORT", title: "Sunday is the only free day for many people." }],
  });
  const id = `${debate.id}-${made[0]!.id}`;
  return {
    ...debate,
    url: `/debates/${debate.slug}`,
    first: { id, url: `/debates/${debate.slug}/arguments/${id}` },
  };
}

test("A member argues in place: it appears where it belongs, focused and announced", async ({
  page,
  member,
}) => {
  const debate = await newDebate();
  await page.goto(debate.url);
  await page.getByRole("link", { name: "Add a critical argument" }).click();
  await page
    .getByLabel("Your claim, in one sentence")
    .fill("Staff need one day that everybody shares.");
  await page.getByLabel("Your reasons").fill("A **shared** day off is worth more than two alone.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(page).toHaveURL(/posted=/);
  const posted = page.getByRole("region", { name: "Critical" }).getByRole("article").first();
  await expect(posted).toContainText("Staff need one day that everybody shares.");
  await expect(posted).toBeFocused();
  const stored = await db.argument.findFirstOrThrow({ where: { authorId: member.id } });
  expect(stored).toMatchObject({ stance: "OPPOSE", path: [2] });
});

test("A member replies to an argument with a source and is warned of a near double", async ({
  page,
  member,
}) => {
  const debate = await newDebate();
  await page.goto(debate.url);
  await page
    .getByRole("link", { name: /^Reply to/ })
    .first()
    .click();
  await page.getByRole("radio", { name: "supports this argument" }).check();
  await page
    .getByLabel("Your claim, in one sentence")
    .fill("Sunday is the only free day for many people");
  await expect(page.getByText(/nearly the same|almost the same|already/i).first()).toBeVisible();
  await page.getByLabel("Your claim, in one sentence").fill("A survey of readers confirms it.");
  await page.locator("summary", { hasText: "Sources" }).first().click();
  await page.getByLabel(/Title/).first().fill("Readers' survey 2025");
  await page
    .getByLabel(/address/i)
    .first()
    .fill("https://example.org/survey");
  await page.getByRole("button", { name: "Post reply" }).click();
  await expect(page).toHaveURL(/posted=/);
  const stored = await db.argument.findFirstOrThrow({
    where: { authorId: member.id },
    include: { citations: true },
  });
  expect(stored.path).toEqual([1, 1]);
  expect(stored.citations).toHaveLength(1);
});

test("Unsent words survive a reload", async ({ page, member }) => {
  const debate = await newDebate();
  await page.goto(`${debate.url}?add=support`);
  await page.getByLabel("Your claim, in one sentence").fill("Half a thought");
  await expect
    .poll(() => db.draft.count({ where: { userId: member.id } }), { timeout: 15_000 })
    .toBe(1);
  await page.reload();
  await expect(page.getByLabel("Your claim, in one sentence")).toHaveValue("Half a thought");
});

test("Too long a claim is refused in words, and the words stay", async ({ page, member }) => {
  const debate = await newDebate();
  await page.goto(`${debate.url}?add=support`);
  const claim = page.getByLabel("Your claim, in one sentence");
  await claim.fill("long ".repeat(40));
  await page.getByRole("button", { name: "Post argument" }).click();
  await expect(
    page.getByText("59 characters too long").filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(claim).toHaveValue("long ".repeat(40));
  expect(await db.argument.count({ where: { authorId: member.id } })).toBe(0);
});

test("Two people edit at once: the second sees both texts and loses nothing", async ({
  page,
  member,
}) => {
  const debate = await newDebate(member.id);
  await page.goto(`${debate.first.url}/edit`);
  const title = page.getByLabel(/claim/i).first();
  await title.fill("My version of the claim.");
  const [debateId, id] = debate.first.id.split("-").map(Number) as [number, number];
  await db.argument.update({
    where: { debateId_id: { debateId, id } },
    data: { title: "Their version of the claim.", version: 2 },
  });
  await page.getByRole("button", { name: /Save/ }).click();
  await expect(page.getByText("Their version of the claim.").first()).toBeVisible();
  await expect(title).toHaveValue("My version of the claim.");
  await page.getByRole("button", { name: /Save/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("My version of the claim.");
});

test("An author archives an argument with a reason and restores it", async ({ page, member }) => {
  const debate = await newDebate(member.id);
  await page.goto(`${debate.first.url}/edit`);
  await page
    .getByText(/^Archive/)
    .first()
    .click();
  await page
    .getByLabel(/Reason/)
    .last()
    .fill("Said better elsewhere");
  await page.getByRole("button", { name: /Archive/ }).click();
  await expect
    .poll(() => db.argument.count({ where: { authorId: member.id, status: "ARCHIVED" } }))
    .toBe(1);
  await page.goto(debate.first.url);
  await expect(page.getByText(/archived/i).first()).toBeVisible();
});
