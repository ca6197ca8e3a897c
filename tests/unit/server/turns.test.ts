import { createServer, get, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { inTurns } from "@/lib/server/pages/turns";

const open: (() => void)[] = [];
afterEach(() => {
  for (const end of open.splice(0)) end();
});

/** A server whose answers each wait until they are let go. */
async function waitingServer() {
  const held: { url: string; letGo: () => void }[] = [];
  const handle = inTurns(async (request, response) => {
    await new Promise<void>((resolve) => held.push({ url: request.url!, letGo: resolve }));
    response.end(request.url);
  });
  const server = createServer((request, response) => {
    void (request.url!.startsWith("/many") ? handle.many : handle.one)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const read = (path: string) =>
    new Promise<string>((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      }).on("error", reject);
    });
  return { held, port, read };
}

const soon = { timeout: 5000 };

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

test("The third reader waits until one of the first two is answered", async () => {
  const { held, read } = await waitingServer();
  const answers = ["/1", "/2"].map(read);
  await expect.poll(() => held.length, soon).toBe(2);
  const third = read("/3");
  await aMoment();
  expect(held.map(({ url }) => url)).not.toContain("/3");
  held[0]!.letGo();
  await expect.poll(() => held.length, soon).toBe(3);
  for (const { letGo } of held) letGo();
  await expect(Promise.all([...answers, third])).resolves.toEqual(["/1", "/2", "/3"]);
});

test("A page that many wait for goes before those that wait for their turn", async () => {
  const { held, read } = await waitingServer();
  const answers = ["/1", "/2"].map(read);
  await expect.poll(() => held.length, soon).toBe(2);
  answers.push(read("/many"));
  await expect.poll(() => held.length, soon).toBe(3);
  answers.push(read("/3"));
  held.find(({ url }) => url === "/1")!.letGo();
  await aMoment();
  expect(held.map(({ url }) => url)).not.toContain("/3");
  held.find(({ url }) => url === "/many")!.letGo();
  await expect.poll(() => held.length, soon).toBe(4);
  for (const { letGo } of held) letGo();
  await Promise.all(answers);
});

test("Who writes something does not wait for readers", async () => {
  const { held, port, read } = await waitingServer();
  const answers = ["/1", "/2"].map(read);
  await expect.poll(() => held.length, soon).toBe(2);
  ask({ host: "127.0.0.1", port, path: "/form", method: "POST", agent: false }).end();
  await expect.poll(() => held.at(-1)?.url, soon).toBe("/form");
  for (const { letGo } of held) letGo();
  await Promise.all(answers);
});

test("Pages that take long hold nobody up for more than a second or two", async () => {
  const { held, read } = await waitingServer();
  const answers = ["/1", "/2", "/3"].map(read);
  await expect.poll(() => held.length, soon).toBe(3);
  for (const { letGo } of held) letGo();
  await Promise.all(answers);
});

test("A page that fails is said to fail, and the next one has its turn", async () => {
  let asked = 0;
  const { one } = inTurns(async () => {
    asked += 1;
    if (asked <= 3) throw new Error("broken");
  });
  const request = { method: "GET" } as never;
  const response = { destroyed: false } as never;
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => one(request, response)));
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...["rejected", "rejected", "rejected"],
    "fulfilled",
  ]);
});
