import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { Worker } from "node:worker_threads";
import { createProxyServer } from "httpxy";
import { shutdownSignal } from "../shutdown";
import { bridge } from "./bridge";
import { passHeader, type Door } from "./door";

export type Pages = {
  /** Where the thread listens, for requests of this process's own, once it does. */
  door: Promise<Door>;
  /** Has the thread answer the request, as soon as it can. */
  pass: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  stop: () => Promise<void>;
};

/** A little less than the launcher waits. */
const longestStop = 11_000;

/**
 * Starts the thread in which Next renders pages, so that rendering holds up neither pages in memory
 * nor the API nor open streams; a process whose thread is lost ends, and is started anew.
 *
 * @param file the thread's built program
 */
export function openPages(file: URL): Pages {
  const thread = new Worker(file, { execArgv: [] });
  let stopping = false;
  thread.on("error", (error) => console.error(error));
  const gone = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
  void gone.then(() => {
    if (!stopping) process.exit(1);
  });
  const part = bridge(thread);
  shutdownSignal().addEventListener("abort", () => thread.postMessage({ stopping: true }));
  const door = new Promise<Door>((resolve) => {
    thread.on("message", ({ door: opened }: { door?: Door }) => opened && resolve(opened));
  });
  const proxy = door.then(openProxy);
  let listens = false;
  void door.then(() => (listens = true));
  return {
    door,
    pass: async (request, response) => (await proxy).web(request, response),
    stop: async () => {
      stopping = true;
      if (listens) thread.postMessage({ stop: true });
      else void thread.terminate();
      const late = setTimeout(() => void thread.terminate(), longestStop);
      await gone;
      clearTimeout(late);
      part();
    },
  };
}

function openProxy({ port, pass }: Door) {
  const proxy = createProxyServer({
    target: { host: "127.0.0.1", port },
    agent: new Agent({ keepAlive: true }),
    headers: { [passHeader]: pass },
  });
  // What the thread says of its own connections is nobody else's business.
  proxy.on("proxyRes", ({ headers }) => {
    delete headers.connection;
    delete headers["keep-alive"];
  });
  return proxy;
}
