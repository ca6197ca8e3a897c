import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { flag } from "@/lib/moderation/commands/flag";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

const title = "The mayor lives at 7 Garden Lane.";

async function place() {
  const { id: debateId, slug } = await createDebate(db, { title: "Sunday opening" });
  const argument = await createArgument(db, { debateId, title });
  const id = `${debateId}-${argument.id}`;
  return { debateId, argument, url: `/debates/${slug}/arguments/${id}` };
}

test("One administrator asks for a purge by law, another one confirms it, and the words are gone, without JavaScript", async ({
  browser,
}) => {
  test.slow();
  const { debateId, argument, url } = await place();
  await flag(asViewer(await createUser(db)), {
    ...{ target: "ARGUMENT", id: { debateId, id: argument.id } },
    ...{ reason: "PRIVATE_INFORMATION", note: "" },
  });
  const where = { debateId, argumentId: argument.id };
  const review = await db.review.findFirstOrThrow({ where });
  const context = await browser.newContext({
    baseURL: process.env.NEXTAUTH_URL,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await signIn(page, "ADMINISTRATOR");
  await page.goto(`/moderation/${review.id}`);
  await page.getByRole("link", { name: "Purge by law" }).click();
  await expect(page.getByRole("main")).toContainText(title);
  await page.getByLabel("Ground").selectOption({ label: "Reveals private information" });
  await page.getByLabel("Legal basis").fill("Order of a court, 12 O 34/26.");
  await page.getByLabel("Reason, in public").fill("It says where somebody lives.");
  await page.getByRole("button", { name: "Hide it and ask for the purge" }).click();
  const item = page
    .getByRole("listitem")
    .filter({ hasText: `Argument ${debateId}-${argument.id}` });
  await expect(item.getByText("Another administrator has to confirm it.")).toBeVisible();
  await expect(item.getByRole("button", { name: /^Purge for good/ })).toHaveCount(0);

  await signIn(page, "ADMINISTRATOR");
  await page.goto("/admin/purges");
  await expect(item.getByText(title)).toBeVisible();
  await item.getByRole("button", { name: /^Purge for good/ }).click();
  await expect(page.getByText("Purged. The log has an entry that says so.")).toBeVisible();
  await page.goto(url);
  await expect(page.locator("body")).not.toContainText("Garden Lane");
  await context.close();
  const logged = await db.moderationEntry.findFirstOrThrow({
    where: { ...where, action: "PURGE" },
  });

  const reader = await browser.newPage({ baseURL: process.env.NEXTAUTH_URL });
  await reader.goto(`/modlog/${logged.id}`);
  await expect(reader.getByText("It says where somebody lives.")).toBeVisible();
  await reader.close();
});

test("The pages of purges are accessible, and nobody but administrators finds them", async ({
  page,
}) => {
  const { url } = await place();
  const id = url.split("/").at(-1)!;
  await signIn(page, "ADMINISTRATOR");
  await page.goto(`/admin/purges/new?target=ARGUMENT&id=${id}`);
  await expect(page.getByText(title)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Legal basis").fill("Order of a court.");
  await page.getByLabel("Reason, in public").fill("A court forbids it.");
  await page.getByRole("button", { name: "Hide it and ask for the purge" }).click();
  await expect(page.getByText("Another administrator has to confirm it.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Withdraw: Argument ${id}` }).click();
  await expect(page.getByText("What was hidden for it is shown again.")).toBeVisible();
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  await signIn(page, "MODERATOR");
  await page.goto("/admin/purges");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
});

test("A member blocks somebody from a comment, reads it only on purpose, and unblocks them in the account", async ({
  page,
}) => {
  const me = await createUser(db);
  const { debateId, argument, url } = await place();
  const other = await createUser(db, { name: "Loud Neighbour" });
  const body = "You have no idea of libraries.";
  await createComment(db, { debateId, argumentId: argument.id, authorId: other.id, body });
  await signInAs(page, me.id);
  await page.goto(url);
  const discussion = page.locator("#discussion");
  await expect(discussion.getByText(body)).toBeVisible();
  await discussion.getByText("Block", { exact: true }).click();
  await discussion.getByRole("button", { name: "Block Loud Neighbour" }).click();
  await expect(discussion.getByText("A comment by somebody you blocked. Show it")).toBeVisible();
  await expect(discussion.getByText(body)).toBeHidden();
  await expectAccessible(page);
  await discussion.getByText("A comment by somebody you blocked. Show it").click();
  await expect(discussion.getByText(body)).toBeVisible();

  const said = `Look at this, @${me.handle}!`;
  await postComment(asViewer(other), {
    argumentId: { debateId, id: argument.id },
    body: said,
  });
  await page.goto("/notifications");
  await expect(page.getByRole("main")).not.toContainText("Loud Neighbour");

  await page.goto("/account");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Unblock Loud Neighbour" }).click();
  await expect(page.getByText("You have blocked nobody.")).toBeVisible();
  await page.goto(`/users/${other.handle}`);
  await page.getByText("Block Loud Neighbour").first().click();
  await page.getByRole("button", { name: "Block Loud Neighbour" }).click();
  await expect(page.getByText("You blocked this person.")).toBeVisible();
  await expectAccessible(page);
});
