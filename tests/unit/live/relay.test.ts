import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Touched } from "@/lib/live/gathering";
import { mostInOne, Relay, type Attempt } from "@/lib/live/relay";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const vote = (argumentId: number, debateId = 1) =>
  ({ debateId, argumentId, what: "VOTED" }) as const;

/** A relay whose events are kept instead of written. */
function relay(answer: () => Attempt | Error = () => ({ written: true })) {
  const events: { debateId: number; touched: Touched; at: number }[] = [];
  const told: number[] = [];
  const made = new Relay({
    write: (debateId, touched) => {
      const attempt = answer();
      if (attempt instanceof Error) return Promise.reject(attempt);
      if (attempt.written) events.push({ debateId, touched, at: Date.now() });
      return Promise.resolve(attempt);
    },
    written: (debateId) => told.push(debateId),
    failed: () => undefined,
  });
  return { relay: made, events, told };
}

test("Many votes on one argument at once are one event", async () => {
  const { relay: made, events, told } = relay();
  for (let count = 0; count < 1000; count += 1) made.hear(vote(7));
  await vi.advanceTimersByTimeAsync(100);
  expect(events).toHaveLength(1);
  expect([...events[0]!.touched]).toEqual([[7, new Set(["VOTED"])]]);
  expect(told).toEqual([1]);
});

test("A debate in which something happens all the time has four events a second", async () => {
  const { relay: made, events } = relay();
  for (let moment = 0; moment < 2000; moment += 10) {
    made.hear(vote(moment));
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(events.length).toBeLessThanOrEqual(9);
  const gaps = events.slice(1).map(({ at }, index) => at - events[index]!.at);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(250);
  expect(events.flatMap(({ touched }) => [...touched.keys()])).toHaveLength(200);
});

test("Debates do not wait for each other", async () => {
  const { relay: made, events } = relay();
  for (const debateId of [1, 2, 3]) made.hear(vote(1, debateId));
  await vi.advanceTimersByTimeAsync(50);
  expect(events.map(({ debateId }) => debateId)).toEqual([1, 2, 3]);
});

test("An event has a largest size; the rest comes with the next, the oldest first", async () => {
  const { relay: made, events } = relay();
  for (let id = 1; id <= mostInOne * 2 + 1; id += 1) made.hear(vote(id));
  await vi.advanceTimersByTimeAsync(1000);
  expect(events.map(({ touched }) => touched.size)).toEqual([mostInOne, mostInOne, 1]);
  expect([...events[0]!.touched.keys()][0]).toBe(1);
});

test("What could not be written is written later, with what has happened since", async () => {
  const answers: (Attempt | Error)[] = [
    new Error("away"),
    { written: false, waitMilliseconds: 90 },
  ];
  const { relay: made, events } = relay(() => answers.shift() ?? { written: true });
  made.hear(vote(1));
  await vi.advanceTimersByTimeAsync(100);
  made.hear({ debateId: 1, argumentId: 1, what: "EDITED" });
  await vi.advanceTimersByTimeAsync(2000);
  expect(events).toHaveLength(1);
  expect(events[0]!.touched.get(1)).toEqual(new Set(["VOTED", "EDITED"]));
});

test("What is left is written before the server stops", async () => {
  const { relay: made, events } = relay();
  made.hear(vote(1));
  await made.stop();
  expect(events).toHaveLength(1);
});
