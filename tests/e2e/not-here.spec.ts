import { firstDebate, db, expect, signIn, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

const debate = `/debates/${firstDebate}`;
const page = "This page is not here";
const noDebate = "This debate is not here";
const noArgument = "This argument is not here";

/** Addresses of what is not there, with the heading that says so. */
const addresses: readonly [path: string, heading: string][] = [
  ["/no-such-page", page],
  ["/users/nobody-at-all", page],
  ["/debates/no-such-debate", noDebate],
  ["/debates/no-such-debate/brief", noDebate],
  ["/debates/no-such-debate/sources", noDebate],
  ["/debates/no-such-debate/history", noDebate],
  ["/debates/no-such-debate/export", noDebate],
  ["/debates/no-such-debate/embed", noDebate],
  ["/debates/no-such-debate/print", noDebate],
  [`${debate}/arguments/1-999999`, noArgument],
  [`${debate}/arguments/1-999999?reply=1`, noArgument],
  [`${debate}/arguments/1-999999/history`, noArgument],
  [`${debate}/arguments/1-999999/edit`, noArgument],
  [`${debate}/arguments/1-999999/embed`, noArgument],
];
const ownAddresses: readonly [path: string, heading: string][] = [
  ["/account/webhooks/999999", page],
  ["/account/webhooks/none", page],
  ["/admin/jobs", page],
];

/** The words of a page, without what scripts would make of it. */
const wordsIn = (html: string) =>
  html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, "\n");

for (const who of ["A reader", "A member"]) {
  test(`${who} without JavaScript reads that something is not there, and is led on`, async ({
    page: tab,
  }) => {
    if (who === "A member") await signIn(tab);
    for (const [path, heading] of who === "A member"
      ? [...addresses, ...ownAddresses]
      : addresses) {
      const answer = await tab.request.get(path);
      expect.soft([path, answer.status()]).toEqual([path, 404]);
      expect.soft(wordsIn(await answer.text()), path).toContain(`\n${heading}\n`);
    }
    const answer = await tab.goto("/debates/no-such-debate");
    expect(answer?.status()).toBe(404);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(noDebate);
    await tab.getByRole("main").getByRole("link").first().click();
    await expect(tab).toHaveURL(/\/debates$/);
  });
}

test("What is there is answered with 200, before and after something that is not", async ({
  page: tab,
}) => {
  await signIn(tab);
  const { id, debateId } = await db.argument.findFirstOrThrow();
  for (const path of [debate, `${debate}/arguments/${debateId}-${id}`, "/debates"]) {
    expect((await tab.request.get("/debates/no-such-debate")).status()).toBe(404);
    expect([path, (await tab.request.get(path)).status()]).toEqual([path, 200]);
  }
});
