import type Crypto from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { prepareExport } from "@/lib/interchange/commands/prepare-export";
import { writePreparedExport } from "@/lib/interchange/commands/write-prepared";
import { exportStream } from "@/lib/interchange/queries/export";
import { getPrepared, getPreparedFile, listPrepared } from "@/lib/interchange/queries/prepared";
import { exportFormats, type ExportFormat } from "@/lib/interchange/schema";
import { pieceSize, preparedDays } from "@/lib/interchange/vocabulary";
import { writers } from "@/lib/interchange/writers";
import { cleanUp } from "@/lib/jobs/commands/housekeeping";
import { sender, startBoss } from "@/lib/jobs/queue";
import { jobs } from "@/lib/jobs/registry";
import { workOnce } from "@/lib/jobs/worker";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import type { Viewer } from "@/lib/shared/viewer";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { fullDebate } from "./full-debate";

// What makes two files of the same debate differ: the key that voters are called by, and the time.
const chance = vi.hoisted(() => ({ stopped: false }));
vi.mock("node:crypto", async (load) => {
  const real = await load<typeof Crypto>();
  const randomBytes = (size: number) =>
    chance.stopped ? Buffer.alloc(size, 7) : real.randomBytes(size);
  return { ...real, randomBytes };
});

let debate: { id: number; slug: string };
beforeAll(async () => {
  await sender();
  debate = await fullDebate(20_261_127);
}, 120_000);

afterEach(async () => {
  chance.stopped = false;
  vi.restoreAllMocks();
  vi.useRealTimers();
  await db.$executeRaw`DELETE FROM pgboss.job`;
  await db.preparedExport.deleteMany({});
});

const someone = async () => asViewer(await createUser(db));
const ask = (who: Viewer, format: ExportFormat = "json") =>
  prepareExport(who, { debate: debate.slug, format });
const news = async (who: Viewer) =>
  (await listNotifications(who, { unread: false, limit: 30 })).items;

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const streamed = async (format: ExportFormat) =>
  bytesOf(await exportStream(debate, writers[format].write));
const taken = async (who: Viewer, id: string) => bytesOf((await getPreparedFile(who, id))!.read());

function stopChance(): void {
  chance.stopped = true;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-01T08:00:00Z") });
}
/** Jobs that failed before need not wait for their next attempt. */
const hurry = () => db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '1 s'`;

describe("Somebody has a file prepared", () => {
  test.each(exportFormats)(
    "as %s: it is the file that is streamed, byte for byte",
    async (format) => {
      const person = await someone();
      const { id } = await ask(person, format);
      expect(await getPrepared(person, id)).toMatchObject({ state: "WAITING", bytes: null });
      stopChance();
      expect(await workOnce()).toEqual({ done: 1, failed: 0 });
      const [file, expected] = [await taken(person, id), await streamed(format)];
      vi.useRealTimers();
      expect(file.equals(expected)).toBe(true);
      expect(await getPrepared(person, id)).toMatchObject({ state: "READY", bytes: file.length });
      // How far it was, was told by what there is to read.
      const { done, total } = await db.preparedExport.findUniqueOrThrow({ where: { id } });
      expect(done).toBe(total);
    },
  );

  test("is told of it once, with the way to it", async () => {
    const person = await someone();
    const { id } = await ask(person, "argdown");
    await workOnce();
    const [item, ...rest] = await news(person);
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      ...{ kind: "EXPORT", event: "EXPORT_READY", read: false },
      ...{ href: `/debates/${debate.slug}/export#prepared`, export: { id, format: "argdown" } },
    });
  });

  test("asks twice, also at once, and gets the same; another format or person gets another", async () => {
    const [person, other] = [await someone(), await someone()];
    const same = await Promise.all([ask(person), ask(person), ask(person)]);
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    const others = await Promise.all([ask(person, "kialo"), ask(other)]);
    expect(new Set([...same, ...others].map(({ id }) => id)).size).toBe(3);
    expect(await workOnce()).toEqual({ done: 3, failed: 0 });
    expect(await ask(person)).not.toEqual(same[0]);
  });

  test("anew: the newer file takes the older one's place", async () => {
    const person = await someone();
    const first = await ask(person, "ris");
    await workOnce();
    const second = await ask(person, "ris");
    await workOnce();
    expect(await getPrepared(person, first.id)).toMatchObject({ state: "EXPIRED" });
    expect(await db.exportPiece.count({ where: { exportId: first.id } })).toBe(0);
    expect(await listPrepared(person, debate.slug)).toMatchObject([
      { id: second.id, state: "READY" },
    ]);
  });
});

/** A writer that stops in the middle until it is told to go on, once. */
function stumbling() {
  const real = writers.json.write;
  let goOn = () => undefined as void;
  const waiting = new Promise<void>((resolve) => (goOn = resolve));
  vi.spyOn(writers.json, "write").mockImplementationOnce(async function* (bundle) {
    yield "x".repeat(pieceSize + 10);
    yield "y".repeat(pieceSize);
    await waiting;
    yield* real(bundle);
  });
  return { goOn };
}

describe("A worker is killed in the middle", () => {
  test("another begins anew, and the file is whole; the first, if it lives, changes nothing", async () => {
    const person = await someone();
    const { id } = await ask(person);
    const boss = await startBoss({ works: false });
    const [job] = await boss.fetch<{ exportId: string }>("export"); // never heard of again
    const { goOn } = stumbling();
    const first = writePreparedExport(job!.data, new AbortController().signal);
    await vi.waitFor(async () =>
      expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(2),
    );
    expect(await getPrepared(person, id)).toMatchObject({
      state: "RUNNING",
      progress: { done: 0, total: expect.any(Number) as number },
    });
    await db.$executeRaw`UPDATE pgboss.job SET started_on = started_on - expire_in - interval '1 s'`;
    await boss.maintain();
    await hurry();
    stopChance();
    expect(await workOnce()).toEqual({ done: 1, failed: 0 });
    const expected = await streamed("json");
    goOn();
    expect(await first).toBeNull();
    expect((await taken(person, id)).equals(expected)).toBe(true);
    expect(await news(person)).toHaveLength(1);
  });

  test("a process that stops leaves its work to the next", async () => {
    const person = await someone();
    const { id } = await ask(person);
    const { goOn } = stumbling();
    const stop = new AbortController();
    const first = writePreparedExport({ exportId: id }, stop.signal);
    await vi.waitFor(async () => expect(await db.exportPiece.count()).toBe(2));
    stop.abort();
    goOn();
    await expect(first).rejects.toThrow("abort");
    expect(await getPrepared(person, id)).toMatchObject({ state: "WAITING" });
    await workOnce();
    expect(await getPrepared(person, id)).toMatchObject({ state: "READY" });
  });
});

test("What cannot be made is given up after the last attempt, and its person is told", async () => {
  const person = await someone();
  const { id } = await ask(person);
  const broken = vi.spyOn(writers.json, "write").mockImplementation(() => {
    throw new Error("the disk is full");
  });
  for (let attempt = 0; attempt <= jobs.export.retryLimit; attempt += 1) {
    expect(await news(person)).toEqual([]);
    await workOnce();
    await hurry();
  }
  expect(broken).toHaveBeenCalledTimes(1 + jobs.export.retryLimit);
  expect(await getPrepared(person, id)).toMatchObject({ state: "FAILED" });
  expect(await news(person)).toMatchObject([{ event: "EXPORT_FAILED" }]);
  await expect(getPreparedFile(person, id)).rejects.toMatchObject({ code: "EXPORT_NOT_READY" });
  vi.restoreAllMocks();
  expect((await ask(person)).id).not.toBe(id);
});

describe("Tidying up", () => {
  const hours = (count: number) => new Date(Date.now() + count * 60 * 60_000);

  test("a file is kept for seven days, and remembered a while longer", async () => {
    const person = await someone();
    const { id } = await ask(person);
    await workOnce();
    await cleanUp(hours(24 * preparedDays - 1));
    expect(await taken(person, id)).not.toHaveLength(0);
    await db.$executeRaw`UPDATE prepared_exports SET expires_at = now()`;
    await expect(getPreparedFile(person, id)).rejects.toMatchObject({ code: "EXPORT_EXPIRED" });
    await cleanUp(hours(1));
    expect(await db.exportPiece.count()).toBe(0);
    expect(await getPrepared(person, id)).toMatchObject({ state: "EXPIRED" });
    await cleanUp(hours(24 * 24));
    expect(await getPrepared(person, id)).toBeNull();
    expect(await news(person)).toEqual([]);
  });

  test("a file of which nothing was heard for long is given up", async () => {
    const person = await someone();
    const { id } = await ask(person);
    await cleanUp(hours(5));
    expect(await getPrepared(person, id)).toMatchObject({ state: "WAITING" });
    await cleanUp(hours(7));
    expect(await getPrepared(person, id)).toMatchObject({ state: "FAILED" });
    expect(await workOnce()).toEqual({ done: 1, failed: 0 });
    expect(await getPrepared(person, id)).toMatchObject({ state: "FAILED" });
  });
});
