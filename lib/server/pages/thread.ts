/** The program of the thread that renders pages and works jobs: Next behind a door on this machine. */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort } from "node:worker_threads";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";
import { writeMarks } from "@/lib/auth/seen";
import { env } from "@/lib/env";
import { keepWorking } from "../background";
import { beginShutdown } from "../shutdown";
import { bridge } from "./bridge";
import { whoKnocks } from "./door";
import { inTurns } from "./turns";

/** What is made for one request alone is compressed lightly: it is read once. */
const compress = compression({
  level: 4,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});

async function open(): Promise<void> {
  const front = parentPort!;
  const part = bridge(front);
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST, port: env.PORT });
  await app.prepare();
  const handle = inTurns(app.getRequestHandler());
  const word = () => randomBytes(16).toString("hex");
  const words = { pass: word(), own: word() };
  // The connections are the process's own: it waits as long as it likes.
  const patience = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };
  const server = createServer(patience, (request: IncomingMessage, response: ServerResponse) => {
    const who = whoKnocks(request, words);
    if (!who) return void response.writeHead(403).end();
    const answer = who === "process" ? handle.many : handle.one;
    compress(request as never, response as never, () => {
      answer(request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const work = keepWorking(env.JOBS === "on");
  const stop = async () => {
    await work.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await app.close();
    await writeMarks().catch(() => undefined);
    part();
    process.exit(0); // ends the thread alone
  };
  front.on("message", ({ stopping, stop: last }: { stopping?: true; stop?: true }) => {
    if (stopping) {
      beginShutdown();
      void work.stop();
    }
    if (last) void stop();
  });
  front.postMessage({ door: { port: (server.address() as AddressInfo).port, ...words } });
}

await open();
