import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands/enqueue";

const program = ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts", "jobs"];
const run = promisify(execFile);

test("Whoever runs the site works what is waiting, and sees how it stands, from a terminal", async () => {
  await enqueue("housekeeping", {});
  const before = await run(process.execPath, [...program, "list", "--json"]);
  const { queues } = JSON.parse(before.stdout) as { queues: { name: string; waiting: number }[] };
  expect(queues.find(({ name }) => name === "housekeeping")).toMatchObject({ waiting: 1 });
  const worked = await run(process.execPath, [...program, "run", "--once", "--json"]);
  expect(JSON.parse(worked.stdout)).toEqual({ done: 1, failed: 0 });
}, 240_000);

test("A worker of its own works until it is asked to stop, and then leaves", async () => {
  const worker = spawn(process.execPath, [...program, "run"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => worker.once("exit", resolve));
  let said = "";
  worker.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 120_000 }).toContain("Working jobs.");
  await enqueue("housekeeping", {});
  const waiting = () => db.$queryRaw<{ left: number }[]>`
    SELECT count(*)::int AS left FROM pgboss.job WHERE name = 'housekeeping' AND state <> 'completed'`;
  await expect.poll(async () => (await waiting())[0]!.left, { timeout: 30_000 }).toBe(0);
  worker.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 240_000);

test("A job survives a worker that is killed: another one finishes it", async () => {
  const worker = spawn(process.execPath, [...program, "run"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  let said = "";
  worker.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 120_000 }).toContain("Working jobs.");
  // Housekeeping waits for this lock, so that the worker is killed with the job in its hands.
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE`;
      await enqueue("housekeeping", {});
      const active = () => db.$queryRaw<{ id: string }[]>`
        SELECT id FROM pgboss.job WHERE name = 'housekeeping' AND state = 'active'`;
      await expect.poll(async () => (await active()).length, { timeout: 10_000 }).toBe(1);
      worker.kill("SIGKILL");
      await ended;
    },
    { timeout: 30_000 },
  );
  const over = () => db.$executeRaw`
    UPDATE pgboss.job SET started_on = started_on - expire_in WHERE state = 'active'`;
  await over(); // its time passes
  const { startBoss } = await import("@/lib/jobs/queue");
  await (await startBoss({ works: false })).maintain();
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 s' WHERE state = 'retry'`;
  const worked = await run(process.execPath, [...program, "run", "--once", "--json"]);
  expect(JSON.parse(worked.stdout)).toEqual({ done: 1, failed: 0 });
}, 240_000);
