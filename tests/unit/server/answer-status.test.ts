import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { answerNotFound, watchAnswers } from "@/lib/server/answer-status";

test("A page that finds nothing is answered with 404, and nobody else's at the same moment", async () => {
  answerNotFound(); // outside of a request it means nothing
  watchAnswers();
  const server = createServer((request, response) => {
    void (async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (request.url === "/missing") answerNotFound();
      await new Promise((resolve) => setTimeout(resolve, 10));
      response.end("words");
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statusOf = async (path: string, headers = {}) =>
    (await fetch(site + path, { headers })).status;
  try {
    const paths = ["/missing", "/there", "/missing", "/there"];
    expect(await Promise.all(paths.map((path) => statusOf(path)))).toEqual([404, 200, 404, 200]);
    expect(await statusOf("/missing", { rsc: "1" })).toBe(200);
  } finally {
    server.close();
  }
});
