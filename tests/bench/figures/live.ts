/** Thousands of listeners to one debate on one process, beside node:http that only writes. */
import type { ChildProcess } from "node:child_process";
import { request as httpRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/lib/db/embedded/server";
import type { Request } from "../load";
import { residentBytes, startProgram, startServer, startSite, type Served } from "../processes";
import type { Figure } from "../report";
import { interleave, quantile } from "../rounds";
import type { Stage } from "../stage";
import { reasons } from "../statements";

const programs = 2;
/** A debate of its own: only what is told here is heard. */
const heardIn = 500;

type Contender = { start: () => Promise<Served>; path: string; cause: (number: number) => Request };

type Turn = {
  /** Milliseconds from an event's first receipt to a listener's. */
  p50: number;
  p99: number;
  missed: number;
  events: number;
  bytesEach: number;
  /** Milliseconds from what was sent to the last receipt. */
  whole: number;
};

export async function measureLive(stage: Stage): Promise<Figure[]> {
  const listeners = stage.options.quick ? 1000 : 5000;
  const rounds = Math.min(stage.options.rounds, 3);
  const turn = (contender: Contender) => () => listenOnce(stage, contender, listeners);
  const measured = await interleave(rounds, {
    site: turn(await siteContender(stage)),
    plain: turn(plainContender(stage)),
  });
  const { site, plain } = measured;
  const people = `${listeners.toLocaleString("en-GB")} listeners`;
  return [
    {
      name: `${people}: event to all of them, p99`,
      unit: "ms",
      value: site.p99,
      limit: { name: "node:http", value: plain.p99 },
      goal: { of: "ratio", atMost: 1.5 },
      note: `${site.events} events; from the request to the last listener ${Math.round(site.whole)} ms`,
    },
    {
      name: `${people}: events not delivered`,
      unit: "",
      value: site.missed,
      goal: { of: "value", atMost: 0 },
      note: `${plain.missed} with node:http`,
    },
    {
      name: `${people}: memory each`,
      unit: "kB",
      value: site.bytesEach / 1024,
      limit: { name: "node:http", value: plain.bytesEach / 1024 },
      goal: { of: "value", atMost: 20 },
    },
  ];
}

async function siteContender(stage: Stage): Promise<Contender> {
  const { slug, argumentIds, debateId } = await stage.debate(heardIn);
  const voters = await stage.voters();
  return {
    path: `/api/v1/debates/${slug}/events`,
    start: async () => {
      const port = String(await freePort());
      const url = `http://localhost:${port}`;
      return startSite(stage.closing, { ...stage.env, PORT: port, NEXTAUTH_URL: url });
    },
    cause: (number) => ({
      method: "POST",
      path: `/api/v1/debates/${slug}/arguments`,
      headers: {
        authorization: `Bearer ${voters[number % voters.length]!.token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        ...{ parentId: `${debateId}-${argumentIds[0]!}`, stance: "SUPPORT", sources: [] },
        ...{ title: `Heard ${number}`, body: reasons },
      }),
    }),
  };
}

function plainContender(stage: Stage): Contender {
  return {
    path: "/",
    start: () => startServer(stage.closing, "contenders/plain-stream.ts", {}),
    cause: () => ({ method: "POST", path: "/", body: "" }),
  };
}

async function listenOnce(
  { closing, options }: Stage,
  { start, path, cause }: Contender,
  count: number,
): Promise<Turn> {
  const server = await start();
  const listening: ChildProcess[] = [];
  try {
    await startListeners(1, 0); // the first one loads what all of them need
    await pause(1000);
    const before = residentBytes(server.pid);
    for (let group = 1; group <= programs; group += 1) {
      await startListeners(Math.floor(count / programs), group);
    }
    await pause(2000);
    const bytesEach = (residentBytes(server.pid) - before) / count;
    for (const child of listening) child.send({ begin: true });
    const events = options.quick ? 6 : 15;
    for (let number = 1; number <= events; number += 1) {
      await send(server.port, cause(number));
      await pause(1000);
    }
    await pause(1500);
    return { ...(await gather(listening, count + 1)), bytesEach };
  } finally {
    for (const child of listening) child.kill();
    await server.stop();
  }

  async function startListeners(number: number, group: number): Promise<void> {
    const settings = { port: server.port, path, count: number, group };
    const { child, told } = await startProgram(closing, "contenders/listeners.ts", settings);
    listening.push(child);
    if (told.open !== number) {
      throw new Error(`${told.open} of ${number} may listen: ${JSON.stringify(told.refusals)}`);
    }
  }
}

const sentAt: number[] = [];

function send(port: number, { method, path, headers, body }: Request): Promise<void> {
  sentAt.push(performance.timeOrigin + performance.now());
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers };
    const request = httpRequest(options, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode! < 300
          ? resolve()
          : reject(new Error(`What is told was answered with ${response.statusCode}.`)),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

type Told = { heard: Record<string, number[]>; open: number };

async function gather(
  listening: readonly ChildProcess[],
  count: number,
): Promise<Omit<Turn, "bytesEach">> {
  const all = new Map<string, number[]>();
  for (const child of listening) {
    const answer = new Promise<Told>((resolve) =>
      child.once("message", (message) => resolve(message as Told)),
    );
    child.send({ finish: true });
    for (const [id, times] of Object.entries((await answer).heard)) {
      all.set(id, [...(all.get(id) ?? []), ...times]);
    }
  }
  if (all.size === 0) throw new Error("Nobody heard anything.");
  const delays: number[] = [];
  const wholes: number[] = [];
  let missed = 0;
  for (const times of all.values()) {
    const first = times.reduce((a, b) => Math.min(a, b));
    const last = times.reduce((a, b) => Math.max(a, b));
    for (const time of times) delays.push(time - first);
    const cause = sentAt.findLast((sent) => sent <= first);
    if (cause !== undefined) wholes.push(last - cause);
    missed += Math.max(0, count - times.length);
  }
  return {
    p50: quantile(delays, 0.5),
    p99: quantile(delays, 0.99),
    missed,
    events: all.size,
    whole: quantile(wholes, 0.99),
  };
}
