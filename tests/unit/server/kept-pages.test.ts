import { expect, test } from "vitest";
import { tags, type Tag } from "@/lib/live/tags";
import { KeptPages, type KeptPage } from "@/lib/server/edition/kept-pages";

const debate = tags.debate(1);

function page(text: string, size = 10, event: number | null = 0): KeptPage {
  const body = Buffer.alloc(size, text);
  return { headers: {}, brotli: body, gzip: body, etag: text, tags: [debate], event };
}

/** A site whose page says how often it was read, and a clock that the test moves. */
function site(limit?: number) {
  const state = {
    now: 1000,
    reads: 0,
    waiting: [] as (() => void)[],
    hold: false,
    event: 0 as number | null,
  };
  const pages = new KeptPages(
    async ({ key }) => {
      const read = (state.reads += 1);
      const { event } = state;
      if (state.hold) await new Promise<void>((resolve) => state.waiting.push(resolve));
      return key === "/none" ? null : page(`${key} ${read}`, limit ? limit / 10 : 10, event);
    },
    limit,
    () => state.now,
  );
  const read = async (key = "/", since = 0) =>
    (await pages.read({ key, tags: [] as Tag[], since }))?.etag ?? null;
  return { state, pages, read };
}

test("a page is read once for a thousand readers at the same moment", async () => {
  const { state, read } = site();
  const answers = await Promise.all(Array.from({ length: 1000 }, () => read()));
  expect(new Set(answers)).toEqual(new Set(["/ 1"]));
  expect(state.reads).toBe(1);
});

test("a change shows within a second: half a second of rest, then read anew while the old is served", async () => {
  const { state, pages, read } = site();
  await read();
  pages.touch([debate]);
  state.now += 400;
  expect(await read()).toBe("/ 1");
  expect(state.reads).toBe(1);
  state.now += 200;
  expect(await read()).toBe("/ 1");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toBe("/ 2");
});

test("a page that takes long to read is read anew sooner, and not before it is out of date", async () => {
  const { state, pages, read } = site();
  state.hold = true;
  const first = read();
  await new Promise((resolve) => setImmediate(resolve));
  state.now += 450;
  state.hold = false;
  state.waiting.shift()!();
  await first;
  state.now += 400;
  expect(await read()).toBe("/ 1");
  expect(state.reads).toBe(1);
  pages.touch([debate]);
  state.now += 150;
  expect(await read()).toBe("/ 1");
  expect(state.reads).toBe(2);
});

test("nobody is served a page that is out of date for more than a second", async () => {
  const { state, pages, read } = site();
  await read();
  pages.touch([debate]);
  state.now += 1200;
  expect(await read()).toBe("/ 2");
});

test("a change to something else leaves the page alone; a change to everything does not", async () => {
  const { state, pages, read } = site();
  await read();
  pages.touch([tags.debate(2), tags.member("ada")]);
  state.now += 1200;
  expect(await read()).toBe("/ 1");
  pages.touch([tags.everything()]);
  state.now += 1200;
  expect(await read()).toBe("/ 2");
});

test("a change that comes while the page is being read is not lost", async () => {
  const { state, pages, read } = site();
  state.hold = true;
  const first = read();
  await new Promise((resolve) => setImmediate(resolve));
  pages.touch([debate]);
  state.hold = false;
  state.waiting.forEach((go) => go());
  expect(await first).toBe("/ 1");
  state.now += 1200;
  expect(await read()).toBe("/ 2");
});

test("what nobody told of shows after half a minute", async () => {
  const { state, read } = site();
  await read();
  state.now += 31_000;
  await read();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toBe("/ 2");
});

test("what may not be kept is not, and memory stays bounded", async () => {
  const { state, read } = site(100_000);
  expect(await read("/none")).toBeNull();
  for (let n = 0; n < 20; n += 1) await read(`/${n}`);
  const before = state.reads;
  await read("/19");
  expect(state.reads).toBe(before);
  await read("/0");
  expect(state.reads).toBe(before + 1);
});

test("who has heard of an event is never shown a page that was made before it", async () => {
  const { state, pages, read } = site();
  await read();
  state.event = 7;
  expect(pages.peek({ key: "/", tags: [], since: 7 })).toBeNull();
  expect(await read("/", 7)).toBe("/ 2");
  expect(await read("/", 7)).toBe("/ 2");
  expect(await read("/", 6)).toBe("/ 2");
  expect(state.reads).toBe(2);
});

test("a page that was being read before the event is read once more for those who heard of it", async () => {
  const { state, read } = site();
  state.hold = true;
  const early = read();
  await new Promise((resolve) => setImmediate(resolve));
  state.event = 7;
  const late = read("/", 7);
  state.hold = false;
  state.waiting.shift()!();
  expect(await early).toBe("/ 1");
  expect(await late).toBe("/ 2");
});

test("a page that tells nothing of events is read anew for them when it is out of date", async () => {
  const { state, pages, read } = site();
  state.event = null;
  await read();
  expect(await read("/", 7)).toBe("/ 1");
  pages.touch([debate]);
  state.now += 10;
  expect(await read()).toBe("/ 1");
  expect(await read("/", 7)).toBe("/ 2");
});
