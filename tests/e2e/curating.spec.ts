import type { Page } from "@playwright/test";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

async function place() {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const author = await createUser(db);
  const [staff, , cost] = await createArguments(db, {
    debateId: debate.id,
    authorId: author.id,
    branches: [
      {
        stance: "OPPOSE",
        title: "The staff need a day of rest.",
        replies: [{ stance: "SUPPORT", title: "They work on Saturdays too." }],
      },
      { stance: "OPPOSE", title: "It costs more than it brings, and nobody comes." },
    ],
  });
  const id = (argument: { id: number } | undefined) => `${debate.id}-${argument!.id}`;
  const url = (argument: { id: number } | undefined) =>
    `/debates/${debate.slug}/arguments/${id(argument)}`;
  return { debate, author, staff: staff!, cost: cost!, id, url };
}

const curate = async (page: Page, number: string) => {
  await page
    .getByRole("button", { name: `More about argument ${number}` })
    .first()
    .click();
  await page.getByRole("link", { name: "Curate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Curate ${number}`);
};

test("A moderator moves an argument, and the member who weighed it says that the vote still holds", async ({
  page,
}) => {
  const { debate, staff, cost, url } = await place();
  const voter = await createUser(db);
  const ref = { debateId: debate.id, id: cost.id };
  await castVote(asViewer(voter), { id: ref, impact: 3 });
  await signIn(page, "MODERATOR");
  await page.goto(url(cost));
  await curate(page, "2");
  await expectAccessible(page);
  const move = page.getByRole("region", { name: "Move" });
  await move.getByLabel("Below which argument").fill("9.9");
  await move.getByLabel("Reason, in public").fill("It answers the first one.");
  await move.getByRole("button", { name: "Move it" }).click();
  await expect(move.getByText("This debate has no other argument with that number")).toHaveCount(2);
  await expect(move.getByLabel("Reason, in public")).toHaveValue("It answers the first one.");
  await move.getByLabel("Below which argument").fill("1");
  await move.getByRole("button", { name: "Move it" }).click();
  await expect(page).toHaveURL(/\/modlog\/\d+$/);
  await expect(page.getByText("It answers the first one.")).toBeVisible();

  await signInAs(page, voter.id);
  await page.goto("/notifications");
  await page
    .getByRole("button", { name: /Does your vote still hold\?/ })
    .first()
    .click();
  await expect(page.getByText(/One of the votes was given before/)).toBeVisible();
  await expect(page.getByText("You gave it strong before it was changed.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "It still holds" }).click();
  await expect(page.getByText("You gave it strong before it was changed.")).toBeHidden();
  await page.reload();
  await expect(page.getByText(/given before this argument was changed/)).toBeHidden();
  await page.goto(url(staff));
  await expect(page.getByText("It costs more than it brings")).toBeVisible();
});

test("A merged argument's link leads to the kept one, and a split makes two of one", async ({
  page,
}) => {
  const { staff, cost, url } = await place();
  await signIn(page, "MODERATOR");
  await page.goto(url(cost));
  await curate(page, "2");
  const split = page.getByRole("region", { name: "Split in two" });
  await split.getByLabel("What this one says from now on").fill("It costs more than it brings.");
  await split.getByLabel("What the second one says").fill("Nobody comes on Sundays.");
  await split.getByLabel("Reason, in public").fill("These are two claims.");
  await split.getByRole("button", { name: "Split it" }).click();
  await expect(page).toHaveURL(/\/modlog\/\d+$/);

  await page.goto(url(cost));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It costs more than it brings.");
  await curate(page, "2");
  const merge = page.getByRole("region", { name: "Merge into another" });
  await merge.getByLabel("Which one is kept").fill("1");
  await merge.getByLabel("Reason, in public").fill("Said there already.");
  await merge.getByRole("button", { name: "Merge it" }).click();
  await expect(page).toHaveURL(/\/modlog\/\d+$/);
  const entry = page.url();
  await page.goto(url(cost));
  await expect(page).toHaveURL(new RegExp(`${url(staff)}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The staff need a day of rest.");

  await page.goto(entry);
  await page.getByLabel("Reason, in public").fill("Not quite the same.");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Taken back, as another entry of the log.")).toBeVisible();
  await page.goto(url(cost));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It costs more than it brings.");
});

test("A moderator marks an argument and links it in another place; readers see both", async ({
  page,
  browser,
}) => {
  const { staff, cost, url } = await place();
  await signIn(page, "MODERATOR");
  await page.goto(`${url(cost)}/curate`);
  const marks = page.getByRole("region", { name: "Mark" });
  await marks.getByLabel("unsupported").check();
  await marks.getByLabel("Reason, in public").fill("No figure is given.");
  await marks.getByRole("button", { name: "Mark it" }).click();
  await expect(page).toHaveURL(/\/modlog\/\d+$/);
  await page.goto(`${url(cost)}/curate`);
  const link = page.getByRole("region", { name: "Link in another place" });
  await link.getByLabel("Below which argument").fill("1");
  await link.getByLabel("Reason, in public").fill("It bears on the staff too.");
  await link.getByRole("button", { name: "Link it" }).click();
  await expect(page).toHaveURL(/\/modlog\/\d+$/);

  const context = await browser.newContext({
    baseURL: process.env.NEXTAUTH_URL,
    javaScriptEnabled: false,
  });
  const reader = await context.newPage();
  await reader.goto(url(cost));
  await expect(reader.getByText("Marked by a curator: unsupported")).toBeVisible();
  await reader.goto(url(staff));
  const linked = reader.getByRole("region", { name: /^Said elsewhere in this debate/ });
  await expect(linked.getByRole("link")).toHaveText(/It costs more than it brings/);
  await context.close();
});

test("A member who opens the page of curating is told why it is closed to them", async ({
  page,
}) => {
  const { cost, url } = await place();
  await signIn(page);
  await page.goto(`${url(cost)}/curate`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "You cannot curate this argument",
  );
  await expect(page.getByText("Your role does not allow this.")).toBeVisible();
  await expectAccessible(page);
});
