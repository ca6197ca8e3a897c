import { spawn } from "node:child_process";
import { once } from "node:events";
import { serverFile } from "@/lib/cli/runtime/build-server";
import { freePort } from "@/lib/db/embedded/server";
import { expect, test } from "./fixtures";

test.describe.configure({ timeout: 120_000 });

test("Several processes serve one port, a killed one is replaced, and all of them stop when told", async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [serverFile], {
    env: { ...process.env, PORT: String(port), WEB_CONCURRENCY: "2", NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    await once(server, "message");
    expect((await fetch(address)).status).toBe(200);

    const before = await workersOf(server.pid!);
    expect(before).toHaveLength(2);
    process.kill(before[0]!, "SIGKILL");
    // A connection that the killed one held is lost; the next is taken by the other.
    const status = () =>
      fetch(address).then(
        (answer) => answer.status,
        () => 0,
      );
    await expect.poll(status).toBe(200);
    await expect
      .poll(async () => (await workersOf(server.pid!)).filter((pid) => pid !== before[0]).length, {
        timeout: 20_000,
      })
      .toBe(2);
  } finally {
    const ended = once(server, "exit");
    server.kill("SIGTERM");
    const [code] = (await ended) as [number | null];
    expect(code).toBe(0);
  }
});

/** The processes that a process has started, from the machine's list. */
async function workersOf(parent: number): Promise<number[]> {
  const list = spawn("ps", ["-A", "-o", "pid=,ppid="], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  list.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await once(list, "close");
  const rows = text.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return rows.flatMap(([pid, ppid]) => (ppid === parent && pid ? [pid] : []));
}
