import { expect, test } from "vitest";
import { keptAddress } from "@/lib/server/edition/address";
import { asksForKeptPage } from "@/lib/server/edition/answer";

test.each([
  ["/", "/"],
  ["/?utm_source=news", "/"],
  ["/debates/a-b", "/debates/a-b"],
  ["/debates/a-b?side=oppose&sort=newest", "/debates/a-b?sort=newest&side=oppose"],
  ["/debates/a-b?sort=nonsense&open=42-7", "/debates/a-b?open=42-7"],
  ["/debates/a-b/brief?x=1", "/debates/a-b/brief"],
  ["/debates/a-b/arguments/42-137", "/debates/a-b/arguments/42-137"],
  ["/users/ada", "/users/ada"],
])("%s is kept as %s", (url, key) => expect(keptAddress(url)?.key).toBe(key));

test.each([
  "/search?q=a",
  "/debates?q=a",
  "/debates?cursor=x",
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

type Asked = Parameters<typeof asksForKeptPage>[0];
const asks = (headers: Record<string, string>, method = "GET") =>
  asksForKeptPage({ method, url: "/", headers } as unknown as Asked);

test("a kept page answers readers, never members, programs, forms or the framework", () => {
  expect(asks({})?.key).toBe("/");
  expect(asks({ cookie: "theme=dark" })?.key).toBe("/");
  expect(asks({}, "HEAD")?.key).toBe("/");
  expect(asks({}, "POST")).toBeNull();
  expect(asks({ cookie: "next-auth.session-token=x" })).toBeNull();
  expect(asks({ cookie: "__Secure-next-auth.session-token=x" })).toBeNull();
  expect(asks({ authorization: "Bearer cp_x" })).toBeNull();
  expect(asks({ rsc: "1" })).toBeNull();
  expect(asks({ "next-router-prefetch": "1" })).toBeNull();
});
