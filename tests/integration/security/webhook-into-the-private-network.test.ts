import { createServer, type Server } from "node:http";
import { createServer as createPlainServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { workOnce } from "@/lib/jobs/worker";
import { createWebhook } from "@/lib/webhooks/commands/manage";
import { pingWebhook } from "@/lib/webhooks/commands/resend";
import { post } from "@/lib/webhooks/sending/post";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

/** What stands for a service of the operator's, which a member must not reach through the server. */
let inner: Server;
let port = 0;
let lines = 0;

beforeAll(async () => {
  inner = createServer((_, response) => response.end("the operator's secrets"));
  inner.on("connection", () => (lines += 1));
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  port = (inner.address() as AddressInfo).port;
});
beforeEach(() => void (lines = 0));
afterAll(() => inner.close());

const strict = { allowPrivate: false };
const resolving = (...addresses: string[]) => {
  let asked = 0;
  const resolve = async () => {
    const address = addresses[Math.min(asked, addresses.length - 1)]!;
    asked += 1;
    return [{ address, family: address.includes(":") ? 6 : 4 }];
  };
  return { ...strict, resolve };
};

test.each([
  "https://127.0.0.1",
  "https://127.1",
  "https://2130706433",
  "https://0x7f.1",
  "https://[::1]",
  "https://[::ffff:127.0.0.1]",
  "https://localhost",
  "https://169.254.169.254",
])("A member cannot make a webhook that leads to %s", async (host) => {
  const member = asViewer(await createUser(db));
  const input = { url: `${host}:${port}/`, events: ["argument.created" as const] };
  await expect(createWebhook(member, { ...input, debate: undefined })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: { fields: { url: [expect.stringContaining("https://")] } },
  });
});

test.each(["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"])(
  "A name of the member's own that leads to %s is not connected to",
  async (address) => {
    const url = `https://hook.example.org:${port}/`;
    expect(await post(url, {}, "{}", resolving(address))).toEqual({
      status: null,
      note: "ADDRESS",
    });
    expect(lines).toBe(0);
  },
);

test("A name that leads to a public and a private address is not connected to", async () => {
  const resolve = async () => [
    { address: "93.184.216.34", family: 4 },
    { address: "127.0.0.1", family: 4 },
  ];
  const url = `https://hook.example.org:${port}/`;
  expect(await post(url, {}, "{}", { ...strict, resolve })).toMatchObject({ note: "ADDRESS" });
  expect(lines).toBe(0);
});

test("A name that answers publicly first and privately then is asked once: the line goes where was judged", async () => {
  const changing = resolving("93.184.216.34", "127.0.0.1");
  const url = `https://hook.example.org:${port}/`;
  const signal = AbortSignal.timeout(300);
  expect(await post(url, {}, "{}", { ...changing, signal })).toMatchObject({ status: null });
  expect(lines).toBe(0);
});

test("A name that does not exist is told in the same words as one that leads inward", async () => {
  const url = `https://hook.example.org:${port}/`;
  const nowhere = async () => Promise.reject(new Error("ENOTFOUND"));
  expect(await post(url, {}, "{}", { ...strict, resolve: nowhere })).toEqual({
    status: null,
    note: "ADDRESS",
  });
});

test("An address that got into the table by another way is judged again when it is sent to", async () => {
  const member = await createUser(db);
  const { id } = await createWebhook(asViewer(member), {
    url: "https://example.org/",
    events: ["argument.created"],
    debate: undefined,
  });
  await db.webhook.update({ where: { id }, data: { url: `http://127.0.0.1:${port}/` } });
  const { deliveryId } = await pingWebhook(asViewer(member), { webhookId: id });
  await workOnce();
  const key = { webhookId_id: { webhookId: id, id: deliveryId } };
  expect(await db.webhookDelivery.findUnique({ where: key })).toMatchObject({
    attempts: 1,
    responseStatus: null,
    note: "ADDRESS",
  });
  expect(lines).toBe(0);
});

test("A redirect to a private address is not followed", async () => {
  const outer = createServer((_, response) =>
    response.writeHead(307, { Location: `http://127.0.0.1:${port}/` }).end(),
  );
  await new Promise<void>((resolve) => outer.listen(0, "127.0.0.1", resolve));
  const { port: outerPort } = outer.address() as AddressInfo;
  // Allowed here alone, so that the redirecting server itself can be reached.
  const answer = await post(`http://127.0.0.1:${outerPort}/`, {}, "{}", { allowPrivate: true });
  expect(answer).toEqual({ status: 307, note: "REDIRECT" });
  expect(lines).toBe(0);
  outer.close();
});

test("A line that ends at a private address all the same carries nothing", async () => {
  const said: string[] = [];
  const listener = createPlainServer((socket) =>
    socket.on("data", (chunk) => said.push(`${chunk}`)),
  );
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port: lastPort } = listener.address() as AddressInfo;
  // The judge is told one address and the line another, as no resolver could do.
  let asked = 0;
  const found = {
    family: 4,
    get address() {
      asked += 1;
      return asked === 1 ? "93.184.216.34" : "127.0.0.1";
    },
  };
  const url = `https://hook.example.org:${lastPort}/`;
  const signal = AbortSignal.timeout(5000);
  const answer = await post(url, {}, "{}", { ...strict, resolve: async () => [found], signal });
  // Not TIMEOUT: the listener never answers, the line was cut here.
  expect(answer).toEqual({ status: null, note: "CONNECTION" });
  expect(said.join("")).not.toContain("POST");
  listener.close();
});
