import { writeFactSchema } from "@/lib/debates/brief-schema";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, expectAccessible, signIn, signInAs, test } from "./fixtures";

const sources = [{ title: "Minutes", url: "https://example.org/minutes", quotation: "Voted." }];

/** A debate whose brief has one fact, and its editor. */
async function place() {
  const editor = await createUser(db);
  const debate = await createDebate(db, { title: "Sunday opening", createdById: editor.id });
  const debateId = debate.id;
  await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
  const fact = { text: "The council voted in May.", certainty: "REPORTED", sources };
  await writeFact(
    asViewer(editor),
    writeFactSchema.parse({ debate: debate.slug, version: 1, ...fact }),
  );
  return { editor, debateId, brief: `/debates/${debate.slug}/brief` };
}

test("A member reports an error in a fact, its editor corrects it, and the member hears of it", async ({
  page,
}) => {
  test.slow();
  const { editor, debateId, brief } = await place();
  const reporter = await signIn(page);
  await page.goto(brief);
  await page.getByRole("link", { name: "Report an error in fact 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report an error in the brief");
  await expect(page.getByText("The council voted in May.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /Uncivil/ })).toHaveCount(0);
  await page.getByRole("radio", { name: "False, and a source shows it" }).check();
  await page.getByLabel("Where can the truth be read?").fill("https://example.org/june");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to the moderators" }).click();
  await expect(page.getByText("you will hear what came of it")).toBeVisible();

  await signInAs(page, editor.id);
  const { id: review } = await db.review.findFirstOrThrow({ where: { debateId } });
  await page.goto("/moderation");
  await expect(page.getByText("Fact 1 of a brief")).toBeVisible();
  await page.goto(`/moderation/${review}`);
  await expect(page.getByText("https://example.org/june")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Fact 1 as it stands" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /Hide|Warn|Ban/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Correct the fact" }).click();
  await page.getByLabel("The fact", { exact: true }).fill("The council voted in June.");
  await page.getByLabel("Why it is corrected").fill("The minutes say June.");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto(`/moderation/${review}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "It has been corrected" }).click();
  await expect(page.getByText(/^Decided: entry \d+ of the log\./)).toBeVisible();

  await signInAs(page, reporter.id);
  await page.goto("/notifications");
  await page.getByRole("button", { name: /^What you flagged was wrong indeed/ }).click();
  await expect(page.locator("#F1")).toContainText("The council voted in June.");
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader is led to sign in; a member reports an error in the brief, and it stands", async ({
    page,
  }) => {
    const { debateId, brief } = await place();
    await page.goto(brief);
    await page.getByRole("link", { name: "Report an error in the brief" }).click();
    await expect(page.getByRole("link", { name: "Sign in to report an error" })).toBeVisible();

    await signIn(page);
    await page.goto(brief);
    await page.getByRole("link", { name: "Report an error in the brief" }).click();
    await page.getByRole("radio", { name: "Something else" }).check();
    await page.getByLabel("What should the moderator know?").fill("It does not say who paid.");
    await page.getByRole("button", { name: "Send to the moderators" }).click();
    await expect(page.getByText("you will hear what came of it")).toBeVisible();

    await signIn(page, "MODERATOR");
    const { id: review } = await db.review.findFirstOrThrow({ where: { debateId } });
    await page.goto(`/moderation/${review}`);
    await expect(page.getByText("It does not say who paid.")).toBeVisible();
    await page.getByRole("radio", { name: "The brief stands" }).check();
    await page.getByRole("button", { name: "Decide and go on" }).click();
    await expect(page.getByText(/^Decided: entry \d+ of the log\./)).toBeVisible();
  });
});
