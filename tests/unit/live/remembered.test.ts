import { expect, test, vi } from "vitest";
import { tellChanged } from "@/lib/live/changes";
import { remembered } from "@/lib/live/remembered";
import { tags } from "@/lib/live/tags";

let tests = 0;
const remember = <T>(read: (debateId: number) => Promise<T>) =>
  remembered(`test ${(tests += 1)}`, tags.brief, read);

/** Readings that each last until they are let go. */
function slowly() {
  const held: ((words: string) => void)[] = [];
  const read = remember(() => new Promise<string>((resolve) => held.push(resolve)));
  return { held, read };
}

test("A brief is read once, until a change of it is told", async () => {
  const read = vi.fn(async (debateId: number) => `brief ${debateId}`);
  const get = remember(read);
  expect(await Promise.all([get(1), get(1), get(2)])).toEqual(["brief 1", "brief 1", "brief 2"]);
  await get(1);
  expect(read).toHaveBeenCalledTimes(2);
  tellChanged(tags.debate(1), tags.brief(2));
  await get(1);
  expect(read).toHaveBeenCalledTimes(2);
  await get(2);
  expect(read).toHaveBeenCalledTimes(3);
  tellChanged(tags.everything());
  await get(1);
  expect(read).toHaveBeenCalledTimes(4);
});

test("What was being read when it changed is given to who asked before, and to nobody after", async () => {
  const { held, read } = slowly();
  const before = read(1);
  tellChanged(tags.brief(1));
  const after = read(1);
  await expect.poll(() => held.length).toBe(2);
  held[1]!("new");
  held[0]!("old");
  expect(await before).toBe("old");
  expect(await after).toBe("new");
  expect(await read(1)).toBe("new");
});

test("The debate without a brief is remembered too, and a failure is not", async () => {
  const none = vi.fn(async () => null);
  const get = remember(none);
  expect([await get(1), await get(1)]).toEqual([null, null]);
  expect(none).toHaveBeenCalledTimes(1);
  let away = true;
  const failing = remember(async () => {
    if (away) throw new Error("away");
    return "back";
  });
  await expect(failing(1)).rejects.toThrow("away");
  away = false;
  expect(await failing(1)).toBe("back");
});
