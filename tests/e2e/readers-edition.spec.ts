import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { db, expect, firstDebate, signIn, test } from "./fixtures";

test("A reader without an account gets the page without its framework, under a strict policy", async ({
  request,
}) => {
  const answer = await request.get(`/debates/${firstDebate}`);
  const html = await answer.text();
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) =>
    attributes!.trim(),
  );
  expect(
    scripts.every((script) =>
      /^(src="\/(theme|reader)\.js"|type="application\/ld\+json")/.test(script),
    ),
  ).toBe(true);
  const headers = answer.headers();
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["vary"]).toBe("Cookie, Accept-Encoding");
  expect(headers["cache-control"]).toBe("no-cache");
  const again = await request.get(`/debates/${firstDebate}`, {
    headers: { "if-none-match": headers["etag"]! },
  });
  expect(again.status()).toBe(304);
});

test("A member's vote shows on the page of a reader who looks again", async ({ page, browser }) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const url = `/debates/${debate.slug}`;
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(url);
  await expect(reader.getByText("Be the first to weigh this")).toBeVisible();
  await signIn(page);
  await page.goto(url);
  await page.getByRole("article").first().getByText("Weigh", { exact: true }).click();
  await page
    .getByRole("button", { name: /strong/i })
    .first()
    .click();
  await expect(page.getByText(/Counted/)).toBeVisible();
  await expect
    .poll(
      async () => {
        await reader.reload();
        return reader.getByText("3.0 of 4 · 1 person").count();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  await reader.context().close();
});

test("A vote through the API shows on a reader's page too", async ({ page, request }) => {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const { id } = await createArgument(db, { debateId: debate.id, title: "Sunday suits families." });
  const url = `/debates/${debate.slug}`;
  expect(await (await request.get(url)).text()).toContain("Be the first to weigh this");
  await signIn(page);
  const answer = await page.request.put(`/api/v1/arguments/${debate.id}-${id}/vote`, {
    data: { impact: 4 },
    headers: { origin: process.env.NEXTAUTH_URL! },
  });
  expect(answer.status()).toBe(200);
  await expect
    .poll(async () => (await (await request.get(url)).text()).includes("4.0 of 4"), {
      timeout: 10_000,
    })
    .toBe(true);
});

test("Sharing copies the link of an argument without the framework", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/debates/${firstDebate}`);
  await page
    .getByRole("article")
    .first()
    .getByRole("link", { name: /^Share/ })
    .click();
  await expect(page.getByRole("article").first().getByText("Link copied").first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`/debates/${firstDebate}/arguments/`);
});
