import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { passHeader, showsPass } from "@/lib/server/pages/door";

const knocking = (...rawHeaders: string[]) => {
  const headers: Record<string, string> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers[rawHeaders[index]!.toLowerCase()] = rawHeaders[index + 1]!;
  }
  return { headers, rawHeaders } as unknown as IncomingMessage;
};

test("the process itself is let in, and its word goes no further", () => {
  const request = knocking("Host", "a.example", passHeader, "word", "Accept", "text/html");
  expect(showsPass(request, { pass: "word" })).toBe(true);
  expect(request.headers).toEqual({ host: "a.example", accept: "text/html" });
  expect(request.rawHeaders).toEqual(["Host", "a.example", "Accept", "text/html"]);
});

test.each([
  ["without a word", []],
  ["with another word", [passHeader, "guess"]],
  ["with an empty word", [passHeader, ""]],
])("another program on the machine is not let in %s", (_how, headers) => {
  expect(showsPass(knocking("Host", "a.example", ...headers), { pass: "word" })).toBe(false);
});
