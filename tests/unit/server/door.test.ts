import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { passHeader, whoKnocks } from "@/lib/server/pages/door";

const words = { pass: "word", own: "another" };

const knocking = (...rawHeaders: string[]) => {
  const headers: Record<string, string> = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers[rawHeaders[index]!.toLowerCase()] = rawHeaders[index + 1]!;
  }
  return { headers, rawHeaders } as unknown as IncomingMessage;
};

test.each([
  ["A reader", "word", "reader"],
  ["The process itself", "another", "process"],
] as const)("%s comes in by a word, which nobody behind the door sees", (_, word, who) => {
  const request = knocking("Host", "a.example", passHeader, word, "Accept", "text/html");
  expect(whoKnocks(request, words)).toBe(who);
  expect(request.headers).toEqual({ host: "a.example", accept: "text/html" });
  expect(request.rawHeaders).toEqual(["Host", "a.example", "Accept", "text/html"]);
});

test.each([
  ["without a word", []],
  ["with another word", [passHeader, "guess"]],
  ["with an empty word", [passHeader, ""]],
])("Nobody comes in %s", (_, headers) => {
  expect(whoKnocks(knocking("Host", "a.example", ...headers), words)).toBeNull();
});
