import { hashPassword } from "@/lib/accounts/passwords";
import { sanction } from "@/lib/moderation/commands/sanction";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

const password = "four unrelated words";
const site = () => ({ baseURL: process.env.NEXTAUTH_URL });

test("A moderator suspends a member, whose open page stops and says so; signing in says why, and there they appeal", async ({
  page,
  browser,
}) => {
  test.slow();
  const member = await createUser(db, { passwordHash: await hashPassword(password) });
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const theirs = await browser.newContext(site());
  const open = await theirs.newPage();
  await signInAs(open, member.id);
  await open.goto(`/debates/${debate.slug}/arguments/${debate.id}-${id}`);
  await expect(open.getByText("1 person is reading")).toHaveCount(0);

  await signIn(page, "MODERATOR");
  await page.goto(`/users/${member.handle}`);
  await page.getByText("Silence, suspend or ban").click();
  await page.getByRole("radio", { name: "Suspend for a time" }).check();
  await page.getByLabel("For how long").selectOption("30");
  await page.getByLabel("Reason, in public").fill("It attacked people in three debates.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Do it, in public" }).click();
  await expect(page.getByText(/^Suspended until/)).toBeVisible();

  await expect(open.getByText("You have been signed out.")).toBeVisible({ timeout: 15_000 });
  await open.getByRole("link", { name: "Show" }).first().click();
  await open.getByLabel("E-mail address").fill(member.email!);
  await open.getByLabel("Password", { exact: true }).fill(password);
  await open.getByRole("button", { name: "Sign in" }).click();
  await expect(open.getByRole("heading", { level: 1 })).toHaveText("You cannot sign in");
  await expect(open.getByText("It attacked people in three debates.")).toBeVisible();
  await expectAccessible(open);
  await open.getByLabel("Why should another moderator look at it?").fill("I quoted somebody.");
  await open.getByRole("button", { name: "Appeal" }).click();
  await expect(open.getByText("Your appeal waits for another moderator.")).toBeVisible();
  await theirs.close();
});

test("An editor closes a debate with a conclusion that readers see", async ({ page, browser }) => {
  test.slow();
  const editor = await createUser(db);
  const debate = await createDebate(db, { title: "Sunday opening" });
  await createArgument(db, { debateId: debate.id });
  await db.debateRole.create({
    data: { debateId: debate.id, userId: editor.id, role: "EDITOR" },
  });
  await signInAs(page, editor.id);
  await page.goto(`/debates/${debate.slug}/history`);
  await page.getByText("Curate this debate").click();
  await page.locator("summary", { hasText: "Close this debate" }).click();
  const form = page.locator("form", { has: page.getByLabel("What it came to") });
  await form.getByLabel("What it came to").fill("The council **heard** both sides.");
  await form.getByLabel("Reason, in public").fill("The council has decided.");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Close this debate" }).click();
  await expect(form).toHaveCount(0);

  const context = await browser.newContext({ ...site(), javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(`/debates/${debate.slug}`);
  await expect(reader.getByRole("heading", { name: "What it came to" })).toBeVisible();
  await expect(reader.getByText("The council heard both sides.")).toBeVisible();
  await reader.getByRole("link", { name: "Who did it and why" }).click();
  await expect(reader.getByText("The council has decided.")).toBeVisible();
  await context.close();
});

test("A curator locks a thread, and everybody sees why nothing is added", async ({ page }) => {
  test.slow();
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const url = `/debates/${debate.slug}/arguments/${debate.id}-${id}`;
  await signIn(page, "MODERATOR");
  await page.goto(url);
  await page.getByText("Curate this argument").click();
  await page.locator("summary", { hasText: "Lock this thread" }).click();
  await page.getByLabel("Reason, in public").first().fill("It goes in circles.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lock this thread" }).click();
  await expect(page.getByText("A curator has locked this thread.").first()).toBeVisible();
  await signIn(page);
  await page.goto(url);
  await expect(page.getByText("Locked", { exact: true })).toBeVisible();
  await expect(page.getByText("A curator has locked this thread.").first()).toBeVisible();
  await expect(page.getByText("Curate this argument")).toHaveCount(0);
});

test("Somebody who is silenced reads why before they write, everywhere, and finds what they had written", async ({
  page,
}) => {
  test.slow();
  const member = await createUser(db);
  const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const values = { stance: "SUPPORT", title: "Staff could rest on Mondays." };
  const form = "reply:root:SUPPORT";
  await db.draft.create({ data: { debateId: debate.id, userId: member.id, form, values } });
  await sanction(moderator, {
    ...{ handle: member.handle, kind: "SILENCE", days: 7, ground: "UNCIVIL" },
    ...{ publicReason: "It attacked people.", privateNote: "" },
  });
  await signInAs(page, member.id);
  const why = page.getByText(/A moderator has silenced you.*It attacked people/);
  await page.goto(`/debates/${debate.slug}`);
  await expect(why.first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Add/ })).toHaveCount(0);
  await page.goto(`/debates/${debate.slug}?add=support`);
  const place = page.locator("#write");
  await expect(place.getByText(/A moderator has silenced you/)).toBeVisible();
  await expect(place.getByText("Staff could rest on Mondays.")).toBeVisible();
  await expect(place.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);

  const argument = `/debates/${debate.slug}/arguments/${debate.id}-${id}`;
  for (const path of [argument, `${argument}/suggest`, `${argument}/edit`]) {
    await page.goto(path);
    await expect(why.filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator("main textarea")).toHaveCount(0);
  }
  await page.goto(`/flag?target=argument&id=${debate.id}-${id}`);
  await expect(why).toBeVisible();
  await expect(page.locator("main textarea")).toHaveCount(0);
});
