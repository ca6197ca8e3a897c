import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { sendDigests } from "@/lib/notifications/commands/send-digests";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { mailFolder } from "@/tests/setup/mailbox";
import { db, expect, expectAccessible, test } from "./fixtures";

/** An argument of this member's that somebody has commented on. */
async function answered(authorId: number) {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, authorId });
  const grace = asViewer(await createUser(db, { name: "Grace Answers" }));
  const argumentId = { debateId: debate.id, id };
  const comment = await postComment(grace, { argumentId, body: "Which hours do you mean?" });
  return { url: `/debates/${debate.slug}`, comment: comment.id, debateId: debate.id };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "With JavaScript" : "Without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("A member who was answered sees it in the head of the page, opens the place, and it is read", async ({
      page,
      member,
    }) => {
      const { comment } = await answered(member.id);
      await page.goto("/");
      await page.getByRole("link", { name: "Notifications, 1 unread" }).click();
      await expect(page).toHaveURL(/\/notifications$/);
      const item = page
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: "Grace Answers" });
      await expect(item.getByText("New", { exact: true })).toBeVisible();
      // Looking at the list marks nothing.
      await page.reload();
      await item
        .getByRole("button", { name: "Grace Answers commented on your argument", exact: true })
        .click();
      await expect(page.locator(`#comment-${comment}`)).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`#comment-${comment}$`));
      await page.goto("/notifications");
      await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
      await expect(item.getByText("New", { exact: true })).toHaveCount(0);
      await expect(
        item.getByRole("link", { name: "Grace Answers commented on your argument" }),
      ).toBeVisible();
    });

    test("A member follows a debate, hears of new arguments, and marks all as read", async ({
      page,
      member,
    }) => {
      const { url, debateId } = await answered(member.id);
      await page.goto(url);
      await page.getByRole("button", { name: "Follow this debate" }).click();
      await expect(page.getByText("You follow this debate.")).toBeVisible();
      await createArgument(db, { debateId });
      await page.goto("/notifications");
      await expect(page.getByRole("button", { name: /^1 new argument since/ })).toBeVisible();
      await page.getByRole("button", { name: "Mark all as read" }).click();
      await expect(page.getByRole("button", { name: /^1 new argument since/ })).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
      await page.goto("/account/notifications");
      await page.getByRole("button", { name: "Stop following: Sunday opening" }).click();
      await expect(page.getByText("You follow no debate.")).toBeVisible();
    });

    test("A member chooses what is mailed", async ({ page, member }) => {
      await page.goto("/account/notifications");
      await page.getByRole("radio", { name: /once a week/ }).check();
      await page.getByRole("checkbox", { name: "Comments that name you" }).check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("radio", { name: /once a week/ })).toBeChecked();
      await expect
        .poll(() => db.notificationSettings.findUnique({ where: { userId: member.id } }))
        .toMatchObject({ digest: "WEEKLY", mailed: ["REPLY", "MENTION", "MODERATION"] });
    });
  });
}

test("A digest arrives, and its links stop further ones: in one click, or by a page with a button", async ({
  page,
  member,
  request,
}) => {
  await answered(member.id);
  const tomorrow = new Date(Date.now() + 36 * 3_600_000);
  await sendDigests(tomorrow);
  const { email } = await db.user.findUniqueOrThrow({ where: { id: member.id } });
  const file = (await readdir(mailFolder)).find((name) => name.includes(email!));
  const raw = await readFile(path.join(mailFolder, file!), "utf8");
  const header = /^List-Unsubscribe: <([^>]+)>/m.exec(raw.replace(/\r\n[ \t]+/g, " "))![1]!;
  const settings = () =>
    db.notificationSettings.findUniqueOrThrow({ where: { userId: member.id } });
  await page.context().clearCookies();
  await page.goto(header);
  await expect(page.getByRole("button", { name: "Stop the digests" })).toBeVisible();
  await expectAccessible(page);
  expect((await settings()).digest).toBe("DAILY");
  const oneClick = await request.post(header, {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect(oneClick.status()).toBe(200);
  expect((await settings()).digest).toBe("NEVER");
  await page.getByRole("button", { name: "Stop the digests" }).click();
  await expect(page.getByRole("heading", { name: "No more digests" })).toBeVisible();
});
