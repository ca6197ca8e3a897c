import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { Worker } from "node:worker_threads";
import { createProxyServer } from "httpxy";
import { shutdownSignal } from "../shutdown";
import { bridge } from "./bridge";
import { passHeader, type Door } from "./door";

export type Pages = {
  /** Where the thread listens, for requests of this process's own. */
  door: Door;
  /** Has the thread answer the request. */
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
 * @throws Error when the thread ends before it listens
 */
export async function openPages(file: URL): Promise<Pages> {
  const thread = new Worker(file, { execArgv: [] });
  let stopping = false;
  thread.on("error", (error) => console.error(error));
  const gone = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
  void gone.then(() => {
    if (!stopping) process.exit(1);
  });
  const part = bridge(thread);
  shutdownSignal().addEventListener("abort", () => thread.postMessage({ stopping: true }));
  const door = await new Promise<Door>((resolve) => {
    thread.on("message", ({ door: opened }: { door?: Door }) => opened && resolve(opened));
  });

  const proxy = createProxyServer({
    target: { host: "127.0.0.1", port: door.port },
    agent: new Agent({ keepAlive: true }),
    headers: { [passHeader]: door.pass },
  });
  // What the thread says of its own connections is nobody else's business.
  proxy.on("proxyRes", ({ headers }) => {
    delete headers.connection;
    delete headers["keep-alive"];
  });
  return {
    door,
    pass: (request, response) => proxy.web(request, response),
    stop: async () => {
      stopping = true;
      thread.postMessage({ stop: true });
      const late = setTimeout(() => void thread.terminate(), longestStop);
      await gone;
      clearTimeout(late);
      part();
    },
  };
}
