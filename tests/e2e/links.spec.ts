import { db, expect, firstDebate, signIn, test } from "./fixtures";

const hrefs = /<a\b[^>]*?\shref="([^"#]*)(#[^"]*)?"/g;

test("No link on any page for readers leads nowhere, nor to a place that is not on its page", async ({
  request,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const pages = new Map<string, string>();
  const wanted: { from: string; to: string; hash: string }[] = [];
  const waiting = ["/", "/debates", `/debates/${firstDebate}`, "/search?q=pause", "/about"];
  while (waiting.length > 0 && pages.size < 250) {
    const path = waiting.shift()!;
    if (pages.has(path)) continue;
    const answer = await request.get(path, { maxRedirects: 3 });
    expect(answer.status(), path).toBeLessThan(400);
    const type = answer.headers()["content-type"] ?? "";
    const html = type.includes("text/html") ? await answer.text() : "";
    pages.set(path, html);
    for (const [, href = "", hash = ""] of html.matchAll(hrefs)) {
      const url = new URL(href.replaceAll("&amp;", "&"), `${baseURL}${path}`);
      if (url.origin !== new URL(baseURL!).origin) continue;
      const to = `${url.pathname}${url.search}`;
      wanted.push({ from: path, to: href === "" ? path : to, hash: decodeURIComponent(hash) });
      // Each way of looking at the same page is one page here; its variants are many.
      if (!url.search || url.pathname === "/search") waiting.push(to);
    }
  }
  expect(pages.size).toBeGreaterThan(60);
  const lost = wanted.filter(
    ({ to, hash }) => hash && pages.get(to) && !pages.get(to)!.includes(`id="${hash.slice(1)}"`),
  );
  expect([...new Set(lost.map(({ from, to, hash }) => `${from} → ${to}${hash}`))]).toEqual([]);
});

test("No link that an administrator sees leads nowhere", async ({ page }) => {
  test.setTimeout(180_000);
  const { id, handle } = await signIn(page);
  await db.user.update({ where: { id }, data: { role: "ADMINISTRATOR" } });
  const found = new Set<string>();
  for (const path of [
    "/",
    `/debates/${firstDebate}`,
    "/account",
    "/account/tokens",
    "/account/notifications",
    "/notifications",
    `/users/${handle}`,
  ]) {
    const html = await (await page.request.get(path)).text();
    for (const [, href = ""] of html.matchAll(hrefs)) {
      if (href.startsWith("/")) found.add(href.replaceAll("&amp;", "&"));
    }
  }
  expect(found.size).toBeGreaterThan(40);
  for (const href of found) expect((await page.request.get(href)).status(), href).toBeLessThan(400);
});
