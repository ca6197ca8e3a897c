import type { APIRequestContext, APIResponse } from "@playwright/test";
import { hashPassword } from "@/lib/accounts/passwords";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { db, expect, firstDebate, test } from "./fixtures";

const debate = `/debates/${firstDebate}`;
const origin = () => process.env.NEXTAUTH_URL!;

type Send = (request: APIRequestContext) => Promise<APIResponse>;
const get =
  (url: string): Send =>
  (request) =>
    request.get(url, { maxRedirects: 0 });

/** One answer of every kind, with its status. */
const answers: readonly [what: string, status: number, send: Send][] = [
  ["the front page", 200, get("/")],
  ["a debate", 200, get(debate)],
  ["the sign-in page", 200, get("/sign-in")],
  ["a page that is not there", 404, get("/no-such-page")],
  ["a debate that is not there", 404, get("/debates/no-such-debate")],
  ["an address that cannot be read", 400, get("/debates/%E0%A4%A")],
  ["an address with a slash too many", 308, get("/debates/")],
  ["a private page, to a stranger", 307, get("/account")],
  ["the data of an account, to a stranger", 303, get("/account/export")],
  ["the feed", 200, get(`${debate}/feed.xml`)],
  ["the list of pages", 200, get("/sitemap.xml")],
  ["the word to robots", 200, get("/robots.txt")],
  ["the manifest", 200, get("/manifest.webmanifest")],
  ["the icon", 200, get("/icon.svg")],
  ["the pulse", 200, get("/api/health/live")],
  ["the API", 200, get("/api/v1/debates")],
  ["the API's description", 200, get("/api/v1/openapi.json")],
  ["the API's 404", 404, get("/api/v1/no-such-thing")],
  ["the API's 401", 401, get("/api/v1/me")],
  [
    "a form that is led on",
    303,
    (request) =>
      request.post("/api/accounts/sign-in", {
        form: { email: "nobody@example.org", password: "wrong" },
        headers: { origin: origin() },
        maxRedirects: 0,
      }),
  ],
  [
    "a form from a foreign page",
    403,
    (request) =>
      request.post("/api/accounts/sign-in", {
        form: { email: "nobody@example.org", password: "wrong" },
        headers: { origin: "https://elsewhere.example" },
        maxRedirects: 0,
      }),
  ],
  [
    "a request that announces too much",
    413,
    (request) =>
      request.post("/api/v1/debates", {
        data: Buffer.alloc(1024 * 1024 + 1, "a"),
        headers: { "content-type": "application/json" },
      }),
  ],
];

function expectGuarded(answer: APIResponse, what: string): void {
  const headers = answer.headers();
  const csp = headers["content-security-policy"] ?? "";
  expect.soft(headers["x-content-type-options"], `${what}: nosniff`).toBe("nosniff");
  expect.soft(headers["referrer-policy"], `${what}: Referrer-Policy`).toMatch(/origin|no-referrer/);
  expect.soft(headers["x-powered-by"], `${what}: X-Powered-By`).toBeUndefined();
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect.soft(csp.split("; "), `${what}: ${directive}`).toContain(directive);
  }
}

test("Every answer, whatever its status, tells the browser what it may not do", async ({
  request,
}) => {
  for (const [what, status, send] of answers) {
    const answer = await send(request);
    expect.soft(answer.status(), what).toBe(status);
    expectGuarded(answer, what);
  }
});

test("So do the files that a page loads, and the picture by which it is shared", async ({
  page,
  request,
}) => {
  await page.goto(debate);
  const urls = await page.evaluate(() => [
    document.querySelector<HTMLScriptElement>("script[src]")!.src,
    document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')!.href,
    document.querySelector<HTMLMetaElement>('meta[property="og:image"]')!.content,
  ]);
  for (const url of urls) {
    const answer = await request.get(new URL(url).pathname + new URL(url).search);
    expect(answer.status(), url).toBe(200);
    expectGuarded(answer, url);
  }
  const missing = await request.get("/_next/static/chunks/no-such-file.js");
  expect(missing.status()).toBe(404);
  expectGuarded(missing, "a file that is not there");
});

test("What only one person may see is kept by no cache", async ({ page, member }) => {
  const { id, slug } = await createDebate(db);
  const argument = await createArgument(db, { debateId: id, authorId: member.id });
  for (const url of [
    "/account",
    "/account/tokens",
    "/account/erase",
    "/account/export",
    "/api/v1/me",
    `/debates/${slug}`,
    `/debates/${slug}/arguments/${id}-${argument.id}/edit`,
  ]) {
    const answer = await page.request.get(url, { maxRedirects: 0 });
    expect(answer.status(), url).toBe(200);
    expect(await answer.text(), url).toContain(member.name);
    expect(answer.headers()["cache-control"], url).toMatch(/no-store|private/);
    expectGuarded(answer, url);
  }
});

test("A session's cookie is out of reach of scripts and of other sites", async ({ request }) => {
  const password = "four unrelated brass kettles";
  const { email } = await createUser(db, { passwordHash: await hashPassword(password) });
  const answer = await request.post("/api/accounts/sign-in", {
    form: { email: email!, password },
    headers: { origin: origin() },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  const session = cookies.find(({ value }) => value.includes("session-token="))!.value;
  const attributes = session.split("; ").slice(1);
  expect(attributes).toContain("HttpOnly");
  expect(attributes).toContain("SameSite=Lax");
  expect(attributes).toContain("Path=/");
  expect(answer.headers()["cache-control"]).toMatch(/no-store/);
});

test("Reading a debate asks no other host for anything", async ({ page }) => {
  const hosts = new Map<string, string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:") hosts.set(url.host, request.url());
  });
  await page.goto(debate);
  await page
    .getByRole("button", { name: /^Source/ })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await page.mouse.wheel(0, 20_000);
  await page.waitForLoadState("networkidle");
  expect([...hosts.keys()]).toEqual([new URL(origin()).host]);
});
