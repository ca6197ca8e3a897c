/** One instance of the live channel behind node:http, and readers with open streams. */
import http, { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect } from "vitest";
import { api } from "@/lib/api/app";
import { env } from "@/lib/env";
import { openLive } from "@/lib/live/live";
import { answerStream } from "@/lib/server/events/answer";

export type Told = { id: string | undefined; event: string; data: Record<string, unknown> };

type Options = Partial<Parameters<typeof openLive>[0]>;

/**
 * An instance with its own streams; what it does not answer goes to the API, as in the server. One
 * of them at a time passes on what happens in the process of the test.
 */
export async function openInstance(options: Options = {}) {
  const live = openLive({ databaseUrl: env.DATABASE_URL!, passesOn: false, ...options });
  const others = getRequestListener(api.fetch);
  const server = createServer((request, response) => {
    answerStream(live.hub, request, response)
      .then((answered) => (answered ? undefined : others(request, response)))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    live,
    port,
    stop: async () => {
      await live.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A reader's stream: what it was told so far, and whether it has ended. */
export class Reader {
  readonly told: Told[] = [];
  raw = "";
  ended = false;
  private rest = "";

  private constructor(
    readonly status: number,
    readonly headers: http.IncomingHttpHeaders,
    private readonly response: IncomingMessage,
  ) {
    response.setEncoding("utf8");
    response.on("data", (text: string) => this.take(text));
    response.on("close", () => (this.ended = true));
    response.on("error", () => undefined);
  }

  static open(port: number, slug: string, headers: Record<string, string> = {}, query = "") {
    const path = `/api/v1/debates/${slug}/events${query}`;
    return new Promise<Reader>((resolve, reject) => {
      http
        .get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) =>
          resolve(new Reader(response.statusCode!, response.headers, response)),
        )
        .on("error", reject);
    });
  }

  /** What was told under one name. */
  all(event: string): Told["data"][] {
    return this.told.filter((one) => one.event === event).map(({ data }) => data);
  }

  /** The id to resume from. */
  get lastId(): string {
    return [...this.raw.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? "";
  }

  /** Waits until the beginning has come, so that what happens next is heard. */
  async ready(): Promise<this> {
    await expect.poll(() => this.raw).toContain("retry:");
    return this;
  }

  close(): void {
    this.response.destroy();
  }

  private take(text: string): void {
    this.raw += text;
    const blocks = (this.rest + text).split("\n\n");
    this.rest = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const event = field("event");
      if (event) this.told.push({ id: field("id"), event, data: JSON.parse(field("data")!) });
    }
  }
}
