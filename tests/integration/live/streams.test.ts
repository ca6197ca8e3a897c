import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archiveArgument } from "@/lib/arguments/commands/archive-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { forgetOldEvents } from "@/lib/live/commands/forget-events";
import { changeSchema } from "@/lib/live/schema";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { openInstance, Reader } from "./instance";

type Instance = Awaited<ReturnType<typeof openInstance>>;
let here: Instance;
let there: Instance;
let member: Viewer;

beforeAll(async () => {
  // Two hubs that know nothing of each other but what the database tells.
  [here, there] = await Promise.all([openInstance({ passesOn: true }), openInstance()]);
  member = asViewer(await createUser(db));
});
afterAll(() => Promise.all([here.stop(), there.stop()]));

async function debateWith(count: number) {
  const debate = await createDebate(db);
  const made = [];
  for (let index = 0; index < count; index += 1)
    made.push(await createArgument(db, { debateId: debate.id }));
  return { debate, refs: made.map(({ id }) => ({ debateId: debate.id, id })) };
}

const submit = (slug: string, title: string) =>
  submitArgument(
    member,
    submitArgumentSchema.parse({ debate: slug, parentId: null, stance: "OPPOSE", title }),
  );

describe("A reader with an open page", () => {
  test("is told of votes, arguments and comments, with the numbers of that moment", async () => {
    const { debate, refs } = await debateWith(1);
    const reader = await (await Reader.open(here.port, debate.slug)).ready();
    expect(reader.status).toBe(200);
    expect(reader.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    expect(reader.headers["content-encoding"]).toBeUndefined();
    const id = publicId(refs[0]!);
    await castVote(member, { id: refs[0]!, impact: 3 });
    await expect.poll(() => reader.all("change")).toHaveLength(1);
    const [voted] = reader.all("change");
    expect(changeSchema.parse(voted)).toMatchObject({
      votes: [{ id, count: 1, mean: 3, histogram: [0, 0, 0, 1, 0] }],
      counts: { arguments: 1, people: 2 },
    });
    const made = await submit(debate.slug, "Staff need a day together.");
    const comment = await postComment(member, { argumentId: refs[0]!, body: "Which staff?" });
    const heard = () => Object.assign({}, ...reader.all("change")) as Record<string, unknown>;
    await expect.poll(() => heard().comments).toEqual([{ id, count: 1 }]);
    expect(heard().added).toEqual([
      {
        id: made.id,
        parentId: null,
        stance: "OPPOSE",
        number: made.number,
        title: "Staff need a day together.",
      },
    ]);
    await deleteComment(member, { id: parsePublicId(comment.id)! });
    await expect.poll(() => heard().comments).toEqual([{ id, count: 0 }]);
    await archiveArgument(member, { id: parsePublicId(made.id)!, version: 1, reason: "Twice." });
    await expect.poll(() => heard().archived).toEqual([made.id]);
    reader.close();
  });

  test("hears the same at every instance, in order, at most four times a second", async () => {
    const { debate, refs } = await debateWith(3);
    const readers = await Promise.all(
      [here, there].map(async ({ port }) => (await Reader.open(port, debate.slug)).ready()),
    );
    const voters = await Promise.all(Array.from({ length: 12 }, () => createUser(db)));
    const began = Date.now();
    for (const [index, voter] of voters.entries()) {
      await castVote(asViewer(voter), { id: refs[index % 3]!, impact: 4 });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const counted = (reader: Reader) => {
      const last = new Map<string, number>();
      for (const change of reader.all("change")) {
        for (const { id, count } of changeSchema.parse(change).votes ?? []) {
          expect(count).toBeGreaterThanOrEqual(last.get(id) ?? 0);
          last.set(id, count);
        }
      }
      return [...last.values()];
    };
    for (const reader of readers) await expect.poll(() => counted(reader)).toEqual([4, 4, 4]);
    const seconds = (Date.now() - began) / 1000;
    const ids = readers.map(({ told }) => told.flatMap(({ id }) => id ?? []));
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).toEqual([...ids[0]!].sort((a, b) => Number(a) - Number(b)));
    expect(ids[0]!.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    for (const reader of readers) reader.close();
  });

  test("knows how many others are here, at other instances too", async () => {
    const { debate } = await debateWith(0);
    const readers = [
      await Reader.open(here.port, debate.slug),
      await Reader.open(here.port, debate.slug),
      await Reader.open(there.port, debate.slug),
    ];
    for (const reader of readers) {
      await expect.poll(() => reader.all("here").at(-1), { timeout: 5000 }).toEqual({ count: 3 });
    }
    readers[2]!.close();
    await expect
      .poll(() => readers[0]!.all("here").at(-1), { timeout: 5000 })
      .toEqual({ count: 2 });
    for (const reader of readers) reader.close();
  });
});

describe("Whoever comes back", () => {
  test("hears what was missed, from an instance that has just started", async () => {
    const { debate, refs } = await debateWith(1);
    const first = await (await Reader.open(here.port, debate.slug)).ready();
    const from = first.lastId;
    first.close();
    const titles = ["One more reason.", "Another reason.", "A third reason."];
    for (const title of titles) {
      await submit(debate.slug, title);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await castVote(member, { id: refs[0]!, impact: 2 });
    await expect.poll(() => db.liveEvent.count({ where: { debateId: debate.id } })).toBe(5);
    const fresh = await openInstance();
    const again = await Reader.open(fresh.port, debate.slug, { "last-event-id": from });
    const added = () =>
      again
        .all("change")
        .flatMap((change) => changeSchema.parse(change).added ?? [])
        .map(({ title }) => title);
    await expect.poll(() => again.all("change")).toHaveLength(4);
    expect(added()).toEqual(titles);
    expect(again.all("reset")).toEqual([]);
    await fresh.stop();
    await expect.poll(() => again.ended).toBe(true);
    expect(again.raw).toMatch(/retry: \d+\n\n$/);
  });

  test("hears each event once, whatever the moment of the cut", async () => {
    const { debate } = await debateWith(0);
    const watcher = await (await Reader.open(here.port, debate.slug)).ready();
    let heard: string[] = [];
    let from = watcher.lastId;
    for (let round = 0; round < 6; round += 1) {
      const reader = await Reader.open(there.port, debate.slug, {}, `?after=${from}`);
      await submit(debate.slug, `Reason ${round}.`);
      await new Promise((resolve) => setTimeout(resolve, 40 * round));
      heard.push(...reader.told.flatMap(({ id }) => id ?? []));
      from = reader.lastId || from;
      reader.close();
    }
    const last = await Reader.open(here.port, debate.slug, { "last-event-id": from });
    await expect
      .poll(() => watcher.all("change").flatMap((change) => changeSchema.parse(change).added))
      .toHaveLength(6);
    const all = watcher.told.flatMap(({ id }) => id ?? []);
    await expect.poll(() => [...heard, ...last.told.flatMap(({ id }) => id ?? [])]).toEqual(all);
    heard = [];
    last.close();
    watcher.close();
  });

  test("after more than ten minutes is told to read everything anew; before, is not", async () => {
    const { debate } = await debateWith(0);
    const age = (minutes: number) =>
      db.$executeRaw`UPDATE live_events SET at = at - make_interval(mins => ${minutes}::int)
                     WHERE debate_id = ${debate.id}`;
    for (const [index, title] of ["First.", "Second.", "Third."].entries()) {
      await submit(debate.slug, `${title} It is so.`);
      const where = { debateId: debate.id };
      await expect.poll(() => db.liveEvent.count({ where })).toBe(index + 2);
      await age(6);
    }
    const rows = await db.liveEvent.findMany({
      where: { debateId: debate.id },
      orderBy: { id: "asc" },
    });
    expect(await forgetOldEvents()).toBeGreaterThan(0);
    // Ages now: 18, 12 and 6 minutes. Who heard the second misses only the third.
    const [, first, second, third] = rows.map(({ id }) => String(id));
    const fresh = await openInstance();
    const resume = (id: string) => Reader.open(fresh.port, debate.slug, { "last-event-id": id });
    const [late, inTime, current] = await Promise.all([first!, second!, third!].map(resume));
    await expect.poll(() => late!.all("reset")).toHaveLength(1);
    await expect.poll(() => inTime!.told.map(({ id }) => id)).toContain(third);
    await current!.ready();
    expect(inTime!.all("reset")).toEqual([]);
    expect(current!.all("reset")).toEqual([]);
    expect(late!.lastId).toBe(third);
    await fresh.stop();
  });
});
