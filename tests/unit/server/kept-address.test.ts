import { expect, test } from "vitest";
import { keptAddress } from "@/lib/server/edition/address";
import { sendKeptPage } from "@/lib/server/edition/answer";
import { askedPage } from "@/lib/server/edition/request";

test.each([
  ["/", "/"],
  ["/?utm_source=news", "/"],
  ["/debates/a-b", "/debates/a-b"],
  ["/debates/a-b?side=oppose&sort=newest", "/debates/a-b?sort=newest&side=oppose"],
  ["/debates/a-b?sort=nonsense&open=42-7", "/debates/a-b?open=42-7"],
  ["/debates/a-b/brief?x=1", "/debates/a-b/brief"],
  ["/debates/a-b/print?x=1", "/debates/a-b/print"],
  ["/debates/a-b/arguments/42-137", "/debates/a-b/arguments/42-137"],
  ["/embed/debates/a-b?x=1", "/embed/debates/a-b"],
  ["/embed/arguments/42-137", "/embed/arguments/42-137"],
  ["/users/ada", "/users/ada"],
  ["/users/ada?show=comments&x=1", "/users/ada?show=comments"],
  ["/modlog?q_=1", "/modlog"],
  [
    "/modlog?undone=true&debate=a-b&person=&action=HIDE",
    "/modlog?debate=a-b&action=HIDE&undone=true",
  ],
  ["/modlog?person=Nobody at all", "/modlog?person=Nobody+at+all"],
  ["/modlog/12?x=1", "/modlog/12"],
])("%s is kept as %s", (url, key) => expect(keptAddress(url)?.key).toBe(key));

test.each([
  ["/debates/a-b?sort=newest&after=71", 71],
  ["/debates/a-b?after=71x", 0],
  ["/debates/a-b?after=-1", 0],
  ["/debates/a-b", 0],
])("%s asks for a page that shows event %i, and is kept with the others", (url, event) => {
  expect(keptAddress(url)?.since).toBe(event);
  expect(keptAddress(url)?.key).not.toContain("after");
});

test.each([
  "/search?q=a",
  "/debates?q=a",
  "/debates?cursor=x",
  "/modlog?cursor=x",
  "/modlog?q=a",
  "/modlog/0",
  "/modlog/feed.xml",
  "/debates/a-b?add=support",
  "/debates/a-b?posted=1-2",
  "/debates/a-b?after-support=x",
  "/debates/a-b?_rsc=1",
  "/debates/a-b/arguments/42-137?replyTo=1-1",
  "/account",
  "/sign-in",
  "/api/v1/debates",
  "//evil.example/",
  "/debates/A-B",
])("%s is never kept", (url) => expect(keptAddress(url)).toBeNull());

type Asked = Parameters<typeof askedPage>[0];
const request = (headers: Record<string, string>, method: string) =>
  ({ method, url: "/", rawHeaders: Object.entries(headers).flat() }) as unknown as Asked;
const asks = (headers: Record<string, string>, method = "GET") =>
  askedPage(request(headers, method))?.address ?? null;

test("a kept page answers readers, never members, programs, forms or the framework", () => {
  expect(asks({})?.key).toBe("/");
  expect(asks({ cookie: "theme=dark" })?.key).toBe("/");
  expect(asks({}, "HEAD")?.key).toBe("/");
  expect(asks({}, "POST")).toBeNull();
  expect(asks({ cookie: "next-auth.session-token=x" })).toBeNull();
  expect(asks({ cookie: "__Secure-next-auth.session-token=x" })).toBeNull();
  expect(asks({ Cookie: "next-auth.session-token=x" })).toBeNull();
  expect(asks({ authorization: "Bearer cp_x" })).toBeNull();
  expect(asks({ Authorization: "Bearer cp_x" })).toBeNull();
  expect(asks({ RSC: "1" })).toBeNull();
  expect(asks({ "Next-Router-Prefetch": "1" })).toBeNull();
});

type Sent = { status: number; headers: Record<string, string>; body: Buffer | undefined };

/** What is sent to a reader who asks with these headers for a page of known bytes. */
function sent(headers: Record<string, string>, method = "GET"): Sent {
  const page = {
    headers: { "content-type": "text/html" },
    brotli: Buffer.from("brotli"),
    gzip: Buffer.from("gzip"),
    etag: "abc",
    tags: [],
    event: null,
  };
  const answer: Sent = { status: 0, headers: {}, body: undefined };
  const response = {
    writeHead(status: number, given: string[]) {
      const pairs = given.flatMap((name, at) => (at % 2 === 0 ? [[name, given[at + 1]!]] : []));
      Object.assign(answer, { status, headers: Object.fromEntries(pairs) });
      return response;
    },
    end(body?: Buffer) {
      answer.body = body;
    },
  };
  const incoming = request(headers, method);
  type Response = Parameters<typeof sendKeptPage>[3];
  sendKeptPage(page, askedPage(incoming)!, incoming, response as unknown as Response, false);
  return answer;
}

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["br;q=0.0,gzip", "gzip"],
  ["BR", "br"],
])("a reader who accepts %s gets %s", (accepted, encoding) => {
  const answer = sent({ "accept-encoding": accepted });
  expect(answer.headers["content-encoding"]).toBe(encoding);
  expect(answer.headers["etag"]).toBe(`"abc-${encoding}"`);
  expect(answer.body?.toString()).toBe(encoding === "br" ? "brotli" : "gzip");
});

test("a reader who has the page is told so, and one who asks for the head gets no body", () => {
  const known = { "accept-encoding": "br", "if-none-match": 'W/"old", "abc-br"' };
  expect(sent(known)).toMatchObject({ status: 304, body: undefined });
  expect(sent({ ...known, "if-none-match": '"abc-gzip"' }).status).toBe(200);
  const head = sent({ "accept-encoding": "br" }, "HEAD");
  expect(head).toMatchObject({ status: 200, body: undefined });
  expect(head.headers["content-length"]).toBe("6");
});
