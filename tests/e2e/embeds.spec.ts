import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { frameCode, frameScript } from "@/lib/embeds/frame";
import { expect, expectAccessible, firstDebate, signIn, test } from "./fixtures";

const site = process.env.NEXTAUTH_URL!;
const frame = `/embed/debates/${firstDebate}`;
let foreign: Server;

/** A page of somebody else's, on an address of its own, with the code that this site gives. */
test.beforeAll(async () => {
  const what = { kind: "debate", slug: firstDebate } as const;
  const code = frameCode({ what, title: "A debate elsewhere", height: 60 }, site);
  foreign = createServer((request, response) => {
    const own =
      request.url === "/own" ? `<iframe src="${site}/debates/${firstDebate}"></iframe>` : "";
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>${own || code + frameScript(site)}</html>`,
    );
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
});
test.afterAll(() => void foreign.close());

const elsewhere = (path = "/") =>
  `http://127.0.0.1:${(foreign.address() as AddressInfo).port}${path}`;

test("A debate shown on another site grows to its content and sets no cookie", async ({ page }) => {
  const cookies: string[] = [];
  page.on("response", (response) => {
    if (response.headers()["set-cookie"]) cookies.push(response.url());
  });
  await page.goto(elsewhere());
  const inner = page.frameLocator("iframe");
  await expect(inner.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(inner.getByText("Supporting", { exact: true })).toBeVisible();
  await expect
    .poll(() => page.locator("iframe").evaluate((element) => element.clientHeight))
    .toBeGreaterThan(200);
  const [height, content] = [
    await page.locator("iframe").evaluate((element) => element.clientHeight),
    await inner.locator("html").evaluate((element) => element.scrollHeight),
  ];
  expect(content).toBeLessThanOrEqual(height);
  expect(cookies).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("Any other page of this site is shown in no frame", async ({ browser }) => {
  // A page of its own: here the console has to name the refusal.
  const page = await browser.newPage();
  const refusal = page.waitForEvent("console", (said) => said.text().includes("frame-ancestors"));
  await page.goto(elsewhere("/own"));
  expect((await refusal).text()).toContain("'none'");
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveCount(0);
});

test("The frame is the same for a member, and has nothing that axe finds", async ({ page }) => {
  const before = await page.request.get(frame);
  expect(before.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(before.headers()["x-frame-options"]).toBeUndefined();
  await signIn(page);
  const after = await page.request.get(frame);
  expect(after.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(after.headers()["x-frame-options"]).toBeUndefined();
  expect(await after.text()).toBe(await before.text());
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(frame);
    await expectAccessible(page);
  }
});

test("A reader copies the code for a frame and sees what it shows", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  await page.getByRole("link", { name: "Embed" }).click();
  const code = page.getByLabel("Code to paste into your page");
  await expect(code).toHaveValue(new RegExp(`<iframe src="${site}${frame}"`));
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("A program finds in a page's head how to show it elsewhere", async ({ page }) => {
  await page.goto(`/debates/${firstDebate}`);
  const link = page.locator('link[type="application/json+oembed"]');
  const answer = await page.request.get((await link.getAttribute("href"))!);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ version: "1.0", type: "rich" });
});

test("Every public page has a card to be shared by", async ({ page }) => {
  for (const path of ["/", "/debates", `/debates/${firstDebate}`, "/about", "/search?q=russia"]) {
    await page.goto(path);
    for (const name of ["og:title", "og:image"]) {
      await expect(page.locator(`meta[property="${name}"]`).first(), path).toHaveAttribute(
        "content",
        /./,
      );
    }
    await expect(page.locator('meta[name="twitter:card"]'), path).toHaveAttribute("content", /./);
  }
});
