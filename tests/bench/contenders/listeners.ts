/**
 * Many listeners to one event stream, over plain sockets. Tells when all of them hear; then, for
 * every event since, by its id, when each of them had it.
 */
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

type Settings = { port: number; path: string; count: number; group: number };

const { port, path, count, group } = JSON.parse(process.argv[2]!) as Settings;
/** Fewer than a class behind one address. */
const perAddress = 20;
const atOnce = 50;

let heard = new Map<string, number[]>();
const refusals = new Map<string, number>();
let open = 0;

function listen(index: number): Promise<void> {
  const block = Math.floor(index / perAddress);
  const localAddress =
    process.platform === "linux"
      ? `127.${10 + group}.${Math.floor(block / 250)}.${1 + (block % 250)}`
      : undefined;
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, localAddress });
    let rest = "";
    let answered = false;
    socket.setEncoding("utf8");
    socket.on("connect", () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/event-stream\r\n\r\n`,
      ),
    );
    socket.on("data", (text: string) => {
      const now = performance.timeOrigin + performance.now();
      if (!answered) {
        answered = true;
        const status = text.slice(9, 12);
        if (status === "200") open += 1;
        else refusals.set(status, (refusals.get(status) ?? 0) + 1);
        resolve();
      }
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop()!;
      for (const one of blocks) {
        const id = /(?:^|\n)id: ?([^\r\n]+)/.exec(one)?.[1];
        if (id === undefined) continue;
        const times = heard.get(id);
        if (times) times.push(now);
        else heard.set(id, [now]);
      }
    });
    socket.on("error", () => resolve());
    socket.on("close", () => {
      if (answered) open -= 1;
      resolve();
    });
  });
}

process.on("message", (message: { begin?: true; finish?: true }) => {
  if (message.begin) heard = new Map();
  if (message.finish) process.send?.({ heard: Object.fromEntries(heard), open });
});

for (let index = 0; index < count; index += atOnce) {
  const some = Array.from({ length: Math.min(atOnce, count - index) }, (_, n) => listen(index + n));
  await Promise.race([Promise.all(some), pause(10_000)]);
}
process.send?.({ open, refusals: Object.fromEntries(refusals) });
