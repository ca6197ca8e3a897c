import { createServer, request, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { announcesTooMuch, bodyLimit, countBody, refuseBody } from "@/lib/server/body-limit";
import { refuseUnreadableAddress } from "@/lib/server/readable-address";
import { dropUntrustedHeaders } from "@/lib/server/untrusted-headers";

type Sent = { path?: string; headers?: Record<string, string>; chunks?: Buffer[] };

async function exchange(listener: RequestListener, { path, headers, chunks = [] }: Sent) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request({ port, host: "127.0.0.1", method: "POST", path, headers }, resolve);
      outgoing.on("error", reject);
      for (const chunk of chunks) outgoing.write(chunk);
      outgoing.end();
    });
    return { status: response.statusCode, body: await text(response) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const echoLength: RequestListener = (incoming, response) => {
  if (announcesTooMuch(incoming)) return refuseBody(incoming, response);
  countBody(incoming, () => refuseBody(incoming, response));
  text(incoming).then(
    (body) => response.headersSent || response.end(String(body.length)),
    () => undefined,
  );
};

const half = Buffer.alloc(bodyLimit / 2, "a");

test("A form of exactly 1 MiB arrives whole", async () => {
  const answer = await exchange(echoLength, { chunks: [half, half] });
  expect(answer).toEqual({ status: 200, body: String(bodyLimit) });
});

test("A body that announces more is refused in words", async () => {
  const headers = { "Content-Length": String(bodyLimit + 1) };
  const answer = await exchange(echoLength, { headers, chunks: [half, half, Buffer.from("a")] });
  expect(answer.status).toBe(413);
  expect(answer.body).toContain("at most 1 MiB");
});

test("A body that announces nothing and turns out larger is refused too", async () => {
  const answer = await exchange(echoLength, { chunks: [half, half, Buffer.from("a")] });
  expect(answer.status).toBe(413);
});

const echoHeaders =
  (trustProxy: boolean): RequestListener =>
  (incoming, response) => {
    dropUntrustedHeaders(incoming, trustProxy);
    response.end(JSON.stringify([incoming.headers, incoming.rawHeaders]).toLowerCase());
  };

const forged = {
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-For": "192.0.2.1",
  Forwarded: "for=192.0.2.1",
  "x-middleware-subrequest": "proxy:proxy",
  Accept: "text/html",
};

test("A reader cannot pretend to be a proxy or Next itself", async () => {
  const { body } = await exchange(echoHeaders(false), { headers: forged });
  expect(body).not.toMatch(/forwarded|evil|192\.0\.2|x-middleware/);
  expect(body).toContain("text/html");
});

test("A proxy that the operator trusts is believed, but not as Next itself", async () => {
  const { body } = await exchange(echoHeaders(true), { headers: forged });
  expect(body).toContain("x-forwarded-for");
  expect(body).not.toContain("x-middleware");
});

const readOrRefuse: RequestListener = (incoming, response) => {
  if (!refuseUnreadableAddress(incoming, response)) response.end("read");
};

test("An address that spells no characters is refused in words, others are read", async () => {
  for (const path of ["/debates/%E0%A4%A", "/%", "/a%zz?q=1"]) {
    const answer = await exchange(readOrRefuse, { path });
    expect([path, answer.status]).toEqual([path, 400]);
    expect(answer.body).toContain("cannot be read");
  }
  for (const path of ["/", "/debates/caf%C3%A9?q=%E0", "/search?q=100%"]) {
    expect(await exchange(readOrRefuse, { path })).toEqual({ status: 200, body: "read" });
  }
});
