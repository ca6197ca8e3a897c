import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { changeSchema } from "@/lib/live/schema";
import { curateArgument } from "@/lib/moderation/commands/curate-argument";
import { curateDebate } from "@/lib/moderation/commands/curate-debate";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { curateDebateSchema } from "@/lib/moderation/schema";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { openInstance, Reader } from "./instance";

let here: Awaited<ReturnType<typeof openInstance>>;
let there: Awaited<ReturnType<typeof openInstance>>;
let moderator: Viewer;
let debate: Awaited<ReturnType<typeof createDebate>>;
let reader: Reader;

beforeAll(async () => {
  [here, there] = await Promise.all([openInstance({ passesOn: true }), openInstance()]);
  moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
});
afterAll(() => Promise.all([here.stop(), there.stop()]));
beforeEach(async () => {
  debate = await createDebate(db);
  reader = await (await Reader.open(there.port, debate.slug)).ready();
});

const reason = { publicReason: "The council has decided.", privateNote: "" };
const curate = (act: string, changes: object = {}) =>
  curateDebate(
    moderator,
    curateDebateSchema.parse({ debate: debate.slug, act, ...reason, ...changes }),
  );
const takeBack = (entry: number) => undoEntry(moderator, { entry, ...reason });
const heard = () => reader.all("change").map((one) => changeSchema.parse(one));
const life = () => heard().flatMap((change) => change.debate ?? []);
const open = { status: "OPEN", locked: false, slowMinutes: null };

test("An open page hears that the debate was closed, and that it was opened again", async () => {
  await curate("CLOSE", { conclusion: "Both sides were heard." });
  await expect.poll(life).toEqual([{ ...open, status: "CLOSED" }]);
  await curate("REOPEN");
  await expect.poll(() => life().at(-1)).toEqual(open);
});

test("It hears of a lock and of slow mode, and when they are taken back", async () => {
  const lock = await curate("LOCK");
  await expect.poll(life).toEqual([{ ...open, locked: true }]);
  await takeBack(lock.entry);
  await expect.poll(() => life().at(-1)).toEqual(open);
  const slow = await curate("SLOW", { minutes: 10 });
  await expect.poll(() => life().at(-1)).toEqual({ ...open, slowMinutes: 10 });
  await takeBack(slow.entry);
  await expect.poll(() => life().at(-1)).toEqual(open);
});

test("It hears of a locked thread, by its head, and when that is taken back", async () => {
  const { id } = await createArgument(db, { debateId: debate.id });
  const argument = { debateId: debate.id, id };
  const { entry } = await curateArgument(moderator, { argument, act: "LOCK", ...reason });
  const threads = () => heard().flatMap((change) => change.threads ?? []);
  await expect.poll(threads).toEqual([{ id: publicId(argument), locked: true }]);
  await takeBack(entry);
  await expect.poll(() => threads().at(-1)).toEqual({ id: publicId(argument), locked: false });
  expect(life()).toEqual([]);
});

test("What is featured is no news", async () => {
  await curate("FEATURE");
  await curate("LOCK");
  await expect.poll(life).toEqual([{ ...open, locked: true }]);
  expect(heard()).toHaveLength(1);
});
