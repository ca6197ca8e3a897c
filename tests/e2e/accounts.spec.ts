import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { openSession } from "@/lib/auth/commands";
import { sealSession } from "@/lib/auth/cookie";
import { mailFolder } from "@/tests/setup/mailbox";
import { db, expect, test } from "./fixtures";

const password = "four unrelated brass kettles";

/** The address in the newest mail to this person, once it is there. */
async function linkMailedTo(email: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const files = (await readdir(mailFolder)).filter((file) => file.includes(email)).sort();
      const last = files.at(-1);
      if (!last) return undefined;
      const text = (await readFile(path.join(mailFolder, last), "utf8"))
        .replace(/=\r?\n/g, "")
        .replace(/=3D/g, "=");
      link = /https?:\/\/[^\s"<>]+token=[^\s"<>]+/.exec(text)?.[0];
      return link;
    })
    .toBeTruthy();
  return link!;
}

async function signUp(page: Page, email: string, name = "Grace Newcomer"): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Create account" }).click();
}

const newEmail = () => `grace-${Math.random().toString(36).slice(2)}@example.org`;

test("A newcomer creates an account, confirms the address, signs out and in again", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await page.goto(await linkMailedTo(email));
  await page.getByRole("main").getByRole("button").first().click();
  await expect
    .poll(async () => (await db.user.findUnique({ where: { email } }))?.emailVerifiedAt)
    .not.toBeNull();
  await page.goto("/account");
  await expect(page.getByText("confirmed")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
});

test("A wrong password and an unknown address get the same words, and the address stays", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await page.context().clearCookies();
  const answers: string[] = [];
  for (const address of [email, newEmail()]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(address);
    await page.getByLabel("Password").fill("not the password at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    const words = page.getByText(/do not match an account/).first();
    await expect(words).toBeVisible();
    answers.push((await words.textContent()) ?? "");
    await expect(page.getByLabel("E-mail address")).toHaveValue(address);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
  expect(answers[0]).toBe(answers[1]);
});

test("A member who forgot the password sets a new one by mail, once", async ({ page }) => {
  const email = newEmail();
  await signUp(page, email);
  await linkMailedTo(email);
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("main").getByRole("button").first().click();
  await expect.poll(async () => (await linkMailedTo(email)).includes("reset")).toBe(true);
  const link = await linkMailedTo(email);
  await page.goto(link);
  await page.getByLabel("New password").fill("seven different tin whistles");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByText("Your password is set, and you are signed in.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("seven different tin whistles");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await page.goto(link);
  await expect(page.getByLabel("New password")).toHaveCount(0);
});

test("A member signs out everywhere, and the other browser is out at once", async ({
  page,
  browser,
  member,
}) => {
  const [cookie] = await page.context().cookies();
  const elsewhere = await browser.newContext();
  const value = await sealSession(await openSession(member.id, "Another browser"));
  await elsewhere.addCookies([{ ...cookie!, value }]);
  const other = await elsewhere.newPage();
  await other.goto("/account");
  await expect(other.getByText(member.handle).first()).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});
