import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, expectAccessible, test } from "./fixtures";

async function newArgument() {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id });
  return { debateId: debate.id, id, url: `/debates/${debate.slug}/arguments/${debate.id}-${id}` };
}

test("A member comments, and the words stand there with a link of their own", async ({
  page,
  member,
}) => {
  const argument = await newArgument();
  await page.goto(argument.url);
  await page
    .getByLabel(/Your comment/i)
    .fill("What about <b>holidays</b>? See [this](javascript:alert(1)).");
  await page.getByRole("button", { name: /Post comment/i }).click();
  const comment = page.getByText("What about", { exact: false }).first();
  await expect(comment).toBeVisible();
  await expect(page.locator("main b")).toHaveCount(0);
  await expect(page.locator('main a[href^="javascript"]')).toHaveCount(0);
  const stored = await db.comment.findFirstOrThrow({ where: { authorId: member.id } });
  await page.goto(`${argument.url}#comment-${stored.debateId}-${stored.id}`);
  await expect(page.locator(`#comment-${stored.debateId}-${stored.id}`)).toBeVisible();
  await expectAccessible(page);
});

test("A member deletes a comment; the answers to it stay", async ({ page, member }) => {
  const { debateId, id, url } = await newArgument();
  const asked = await createComment(db, {
    debateId,
    argumentId: id,
    authorId: member.id,
    body: "A question of mine",
  });
  await createComment(db, {
    debateId,
    argumentId: id,
    replyToId: asked.id,
    body: "An answer to it",
  });
  await page.goto(url);
  const comment = page.locator(`#comment-${debateId}-${asked.id}`);
  await comment.getByText("Delete", { exact: true }).first().click();
  await comment.getByRole("button", { name: /Delete/ }).click();
  await expect(page.getByText("A question of mine")).toHaveCount(0);
  await expect(page.getByText("An answer to it")).toBeVisible();
});
