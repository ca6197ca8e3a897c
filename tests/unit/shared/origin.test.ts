import { expect, test } from "vitest";
import { isOwnOrigin, ownOrigins } from "@/lib/shared/origin";

const own = ["https://debate.example"];
const asks = (headers: Record<string, string>) => isOwnOrigin((name) => headers[name], own);

test.each([
  ["a page of this site", { origin: own[0]!, "sec-fetch-site": "same-origin" }, true],
  ["an older browser on this site", { origin: own[0]! }, true],
  [
    "a page of this site that hides its address",
    { origin: "null", "sec-fetch-site": "same-origin" },
    true,
  ],
  ["a foreign page", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
  ["a foreign page in an older browser", { origin: "https://evil.example" }, false],
  [
    "a sibling site",
    { origin: "https://other.debate.example", "sec-fetch-site": "same-site" },
    false,
  ],
  ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }, false],
  ["a sandboxed frame in an older browser", { origin: "null" }, false],
  ["a program that says nothing", {}, false],
  ["a program that says an empty origin", { origin: "" }, false],
  ["an address typed into the browser", { "sec-fetch-site": "none" }, false],
  [
    "a foreign origin that claims to be same-origin",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    false,
  ],
])("A write from %s: %j is own: %s", (_who, headers, expected) => {
  expect(asks(headers as Record<string, string>)).toBe(expected);
});

test("the site's own origins are its address and the host it was asked under", () => {
  const header = (name: string) => (name === "host" ? "localhost:3000" : undefined);
  expect(ownOrigins(header, "https://debate.example/path")).toEqual([
    "https://debate.example",
    "http://localhost:3000",
    "https://localhost:3000",
  ]);
});
