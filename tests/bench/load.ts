/** Sending requests as fast as they are answered: with wrk when it is there, else autocannon. */
import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import autocannon from "autocannon";
import { z } from "zod";

const run = promisify(execFile);

export type Request = {
  method: "GET" | "PUT" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

export type Load = {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers of 400 and above, and connections that broke. */
  failed: number;
};

export type LoadOptions = {
  port: number;
  requests: readonly Request[];
  seconds: number;
  connections?: number;
  /** Requests a second in all; as many as possible if not given. */
  rate?: number;
  /** Where files of requests are kept. */
  folder: string;
};

/** As many connections as the figures are named for. */
export const connections = 16;

export const tool = spawnSync("wrk", ["--version"]).error ? "autocannon" : "wrk";

/** Runs one turn. The requests are sent in their order, from another place in every turn. */
export async function load(options: LoadOptions): Promise<Load> {
  return tool === "wrk" ? withWrk(options) : withAutocannon(options);
}

const files = new WeakMap<readonly Request[], string>();
const script = fileURLToPath(new URL("./wrk.lua", import.meta.url));
const answer = z.object({
  requests: z.number(),
  seconds: z.number(),
  p50: z.number(),
  p99: z.number(),
  refused: z.number(),
  broken: z.number(),
});

async function withWrk(options: LoadOptions): Promise<Load> {
  const { port, requests, seconds, rate = 0, folder } = options;
  let file = files.get(requests);
  if (!file) {
    file = path.join(folder, `${randomUUID()}.requests`);
    await writeFile(file, requests.map((request) => messageOf(request, port)).join("\0"));
    files.set(requests, file);
  }
  const first = Math.floor(Math.random() * requests.length);
  const count = String(options.connections ?? connections);
  const { stdout } = await run("wrk", [
    ...["-t1", "-c", count, "-d", `${seconds}s`, "--timeout", "20s", "-s", script],
    ...[`http://127.0.0.1:${port}/`, "--", file, String(first), String(rate)],
  ]);
  const said = answer.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}"));
  return {
    perSecond: (said.requests - said.refused) / said.seconds,
    p50: said.p50,
    p99: said.p99,
    failed: said.refused + said.broken,
  };
}

/** The request as it goes over the line. */
export function messageOf({ method, path, headers = {}, body }: Request, port: number): string {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: localhost:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body ?? ""}`;
}

async function withAutocannon(options: LoadOptions): Promise<Load> {
  const { port, requests, seconds, rate } = options;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: options.connections ?? connections,
    duration: seconds,
    ...(rate ? { overallRate: rate } : {}),
    setupClient: (client) => {
      const first = Math.floor(Math.random() * requests.length);
      const turned = [...requests.slice(first), ...requests.slice(0, first)].slice(0, 5000);
      client.setRequests(turned.map((request) => ({ ...request })));
    },
  });
  return {
    perSecond: (result["2xx"] + result["3xx"]) / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
