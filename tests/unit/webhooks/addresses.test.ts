import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWebhookUrl } from "@/lib/webhooks/sending/address";
import { post } from "@/lib/webhooks/sending/post";
import { isPublicAddress } from "@/lib/webhooks/sending/public-address";

const strict = { allowPrivate: false };

describe("An address", () => {
  test.each([
    "1.1.1.1",
    "93.184.216.34",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:801::200e",
    "2001:4860:4860::8888",
  ])("of the public internet can be sent to: %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::10.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:a00:1",
    "64:ff9b::1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:a00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
  ])("of this machine, a private network or a reserve cannot: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("A webhook's address", () => {
  test.each([
    ["https://example.org/hook", "https://example.org/hook"],
    ["https://EXAMPLE.org:8443/hook?a=1#b", "https://example.org:8443/hook?a=1"],
    ["https://1.1.1.1/", "https://1.1.1.1/"],
    ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"],
  ])("that anybody can reach is taken: %s", (given, kept) => {
    expect(readWebhookUrl(given, strict)?.href).toBe(kept);
  });

  test.each([
    "http://example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://name:password@example.org/",
    "https://name@example.org/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://0/",
    "https://127.0.0.1./",
    "https://１２７.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://sub.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://example.org:22/",
    "https://example.org:25/",
    "https://example.org:80/",
    "https://example.org:6379/",
    "nonsense",
  ])("that leads inward, or is none, is refused: %s", (given) => {
    expect(readWebhookUrl(given, strict)).toBeNull();
  });

  test("may lead inward and go by http where the operator allows it, and never carries a password", () => {
    const open = { allowPrivate: true };
    expect(readWebhookUrl("http://127.0.0.1:8080/", open)?.href).toBe("http://127.0.0.1:8080/");
    expect(readWebhookUrl("https://intranet/", open)?.href).toBe("https://intranet/");
    expect(readWebhookUrl("http://name:password@127.0.0.1/", open)).toBeNull();
    expect(readWebhookUrl("ftp://127.0.0.1/", open)).toBeNull();
  });
});

describe("What is posted", () => {
  let server: Server;
  let port = 0;
  const heard: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(request.url ?? "");
      if (request.url === "/away") response.writeHead(302, { Location: "/arrived" }).end();
      else if (request.url === "/gone") response.writeHead(410).end();
      else if (request.url === "/broken") response.writeHead(500).end("no");
      else if (request.url === "/endless") {
        const more = setInterval(() => response.write("x".repeat(8192)), 5);
        response.on("close", () => clearInterval(more));
      } else if (request.url === "/cut") request.socket.destroy();
      else response.end("thanks");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (path: string) =>
    post(`http://127.0.0.1:${port}${path}`, {}, "{}", { allowPrivate: true });

  test.each([
    ["/", { status: 200, note: "" }],
    ["/gone", { status: 410, note: "GONE" }],
    ["/broken", { status: 500, note: "STATUS" }],
    ["/endless", { status: 200, note: "" }],
    ["/cut", { status: null, note: "CONNECTION" }],
  ])("to %s is judged by the answer", async (path, answer) => {
    expect(await send(path)).toEqual(answer);
  });

  test("does not follow where an answer leads", async () => {
    heard.length = 0;
    expect(await send("/away")).toEqual({ status: 302, note: "REDIRECT" });
    expect(heard).toEqual(["/away"]);
  });

  test("waits only as long as it is told", async () => {
    const slow = createServer(() => undefined);
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const { port: slowPort } = slow.address() as AddressInfo;
    const signal = AbortSignal.timeout(200);
    const url = `http://127.0.0.1:${slowPort}/`;
    expect(await post(url, {}, "{}", { allowPrivate: true, signal })).toEqual({
      status: null,
      note: "TIMEOUT",
    });
    slow.closeAllConnections();
    slow.close();
  });
});
