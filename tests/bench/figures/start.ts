/** How long the built site's server process takes to its first answer, PostgreSQL already running. */
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { stopProcess, startWeb } from "@/lib/cli/runtime/next-process";
import { freePort } from "@/lib/db/embedded/server";
import { messageOf } from "../load";
import { residentBytesOfAll } from "../processes";
import type { Figure } from "../report";
import { interleave } from "../rounds";
import { usualSize, type Stage } from "../stage";

const patience = 60_000;

export async function measureStart(stage: Stage): Promise<Figure[]> {
  const { slug } = await stage.debate(usualSize);
  const measured = await interleave(stage.options.rounds, {
    any: () => startOnce(stage, "/api/health/live"),
    page: () => startOnce(stage, `/debates/${slug}`),
  });
  return [
    {
      name: "First answer of the server process",
      unit: "s",
      value: measured.any.seconds,
      goal: { of: "value", atMost: 1.5 },
    },
    {
      name: "… and its first debate page",
      unit: "s",
      value: measured.page.seconds,
      note: `${Math.round(measured.page.megabytes)} MB resident then`,
    },
  ];
}

async function startOnce(
  stage: Stage,
  path: string,
): Promise<{ seconds: number; megabytes: number }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const child = startWeb(false, { ...stage.env, PORT: String(port), NEXTAUTH_URL: url });
  try {
    while (!(await isAnswered(port, path))) {
      if (child.exitCode !== null) throw new Error("The web server ended before it answered.");
      if (performance.now() - began > patience) throw new Error("The web server never answered.");
      await pause(5);
    }
    const seconds = (performance.now() - began) / 1000;
    return { seconds, megabytes: residentBytesOfAll(child.pid!) / 2 ** 20 };
  } finally {
    await stopProcess(child, 15_000);
  }
}

function isAnswered(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.setEncoding("latin1");
    socket.on("connect", () => socket.write(messageOf({ method: "GET", path }, port)));
    socket.on("data", (text: string) => {
      socket.destroy();
      resolve(text.startsWith("HTTP/1.1 200"));
    });
    socket.on("error", () => resolve(false));
    socket.on("end", () => resolve(false));
  });
}
