import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/commands/enqueue";
import { handlers } from "@/lib/jobs/handlers";
import { listQueues } from "@/lib/jobs/queries";
import { sender, startBoss } from "@/lib/jobs/queue";
import { jobs } from "@/lib/jobs/registry";
import { openJobs, workOnce } from "@/lib/jobs/worker";

// Work of any kind will do; housekeeping's is replaced by what the test counts.
const worked = vi.spyOn(handlers, "housekeeping");
const waiting = async () => (await listQueues()).find(({ name }) => name === "housekeeping")!;

beforeAll(async () => {
  await sender();
});

afterEach(async () => {
  worked.mockReset();
  await db.$executeRaw`DELETE FROM pgboss.job`;
});

test("Work that was asked for is done once and can be seen", async () => {
  worked.mockResolvedValue({ removed: 3 });
  await enqueue("housekeeping", {});
  expect(await waiting()).toMatchObject({ waiting: 1, done: 0 });
  expect(await workOnce()).toEqual({ done: 1, failed: 0 });
  expect(worked).toHaveBeenCalledTimes(1);
  const after = await waiting();
  expect(after).toMatchObject({ waiting: 0, done: 1, cron: "17 * * * *" });
  expect(after.lastRun).toBeInstanceOf(Date);
  expect(after.nextRun!.getUTCMinutes()).toBe(17);
});

test("Work asked for in a transaction that is taken back is not done", async () => {
  const refused = db.$transaction(async (tx) => {
    await enqueue("housekeeping", {}, { tx });
    throw new Error("taken back");
  });
  await expect(refused).rejects.toThrow("taken back");
  await db.$transaction((tx) => enqueue("housekeeping", {}, { tx }));
  expect(await workOnce()).toEqual({ done: 1, failed: 0 });
});

test("Of jobs with the same key one waits; without a key each stands for itself", async () => {
  await enqueue("housekeeping", {}, { key: "same" });
  await enqueue("housekeeping", {}, { key: "same" });
  await enqueue("housekeeping", {});
  await enqueue("housekeeping", {});
  expect(await waiting()).toMatchObject({ waiting: 3 });
});

test("Work for later waits for its time", async () => {
  await enqueue("housekeeping", {}, { after: new Date(Date.now() + 60_000) });
  expect(await waiting()).toMatchObject({ waiting: 0, later: 1 });
  expect(await workOnce()).toEqual({ done: 0, failed: 0 });
});

test("What failed is tried again later, and given up after the last try", async () => {
  worked.mockRejectedValue(new Error("the printer is on fire"));
  await enqueue("housekeeping", {});
  expect(await workOnce()).toEqual({ done: 0, failed: 1 });
  expect(await waiting()).toMatchObject({ retrying: 1, lastError: "the printer is on fire" });
  const [{ seconds } = { seconds: 0 }] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT EXTRACT(EPOCH FROM start_after - now())::float AS seconds FROM pgboss.job`;
  expect(seconds).toBeGreaterThan(jobs.housekeeping.retryDelay - 5);
  expect(seconds).toBeLessThan(2 * jobs.housekeeping.retryDelay + 5);
  for (let more = 0; more < jobs.housekeeping.retryLimit; more += 1) {
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 s'`;
    await workOnce();
  }
  expect(worked).toHaveBeenCalledTimes(1 + jobs.housekeeping.retryLimit);
  expect(await waiting()).toMatchObject({ retrying: 0, failed: 1 });
});

test("Two workers share the work: nothing is done twice", async () => {
  const done: string[] = [];
  worked.mockImplementation(async () => {
    done.push(randomUUID());
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  for (let count = 0; count < 20; count += 1) await enqueue("housekeeping", {});
  await Promise.all([workOnce(), workOnce(), workOnce()]);
  await workOnce();
  expect(done).toHaveLength(20);
  expect(await waiting()).toMatchObject({ waiting: 0, done: 20, failed: 0 });
});

test("A worker takes what was asked for without waiting for its next look, and lets it finish when it stops", async () => {
  let finished = false;
  worked.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    finished = true;
  });
  const worker = await openJobs();
  await enqueue("housekeeping", {});
  await vi.waitFor(() => expect(worked).toHaveBeenCalled(), 900);
  await worker.stop();
  expect(finished).toBe(true);
  expect(await waiting()).toMatchObject({ active: 0, done: 1 });
});

test("What a killed worker had in hand is given to another when its time is over", async () => {
  const boss = await startBoss({ works: false });
  await enqueue("housekeeping", {});
  const [taken] = await boss.fetch("housekeeping"); // and this worker is never heard of again
  expect(taken).toBeDefined();
  await boss.maintain();
  expect(await workOnce()).toEqual({ done: 0, failed: 0 });
  await db.$executeRaw`UPDATE pgboss.job SET started_on = started_on - expire_in - interval '1 s'`;
  await boss.maintain();
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 s'`;
  expect(await workOnce()).toEqual({ done: 1, failed: 0 });
});

test("What comes by itself comes once for all instances", async () => {
  worked.mockResolvedValue({});
  const usual = jobs.housekeeping.cron;
  Object.assign(jobs.housekeeping, { cron: "* * * * *" });
  await (await sender()).schedule("housekeeping", "* * * * *", {});
  await db.$executeRaw`UPDATE pgboss.version SET cron_on = NULL`; // nobody looked at the clock yet
  const workers = await Promise.all([openJobs(), openJobs()]);
  await vi.waitFor(() => expect(worked).toHaveBeenCalled(), 9000);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(worked).toHaveBeenCalledTimes(1);
  Object.assign(jobs.housekeeping, { cron: usual });
});
