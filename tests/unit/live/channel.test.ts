import { expect, test } from "vitest";
import { Channel, mostUnread, type Listener } from "@/lib/live/channel";

function listener() {
  const written: Buffer[] = [];
  const sink = {
    writableLength: 0,
    destroyed: false,
    write: (bytes: Buffer) => written.push(bytes),
    end: () => undefined,
    destroy: () => (sink.destroyed = true),
  };
  const made: Listener = { sink, debateId: 1, network: "", credential: null, turn: 0 };
  return { made, sink, written };
}

test("Every listener gets the same bytes, each event once and in order", () => {
  const channel = new Channel(1, 5);
  const [one, other] = [listener(), listener()];
  channel.listeners.add(one.made).add(other.made);
  const [six, eight] = [Buffer.from("six"), Buffer.from("eight")];
  for (const [id, bytes] of [
    [5, six],
    [6, six],
    [8, eight],
    [6, six],
  ] as const) {
    channel.deliver(id, bytes);
  }
  expect(one.written).toEqual([six, eight]);
  expect(one.written[0]).toBe(other.written[0]);
  expect(channel.since(6)).toEqual([eight]);
  expect(channel.since(4)).toBeNull();
});

test("A reader who does not read is cut off; the others hear on", () => {
  const channel = new Channel(1, 0);
  const [slow, quick] = [listener(), listener()];
  channel.listeners.add(slow.made).add(quick.made);
  slow.sink.writableLength = mostUnread + 1;
  channel.deliver(1, Buffer.from("news"));
  expect([slow.sink.destroyed, slow.written.length]).toEqual([true, 0]);
  expect([quick.sink.destroyed, quick.written.length]).toEqual([false, 1]);
});

test("Memory is bounded: the oldest events are left to the database", () => {
  const channel = new Channel(1, 0);
  for (let id = 1; id <= 100; id += 1) channel.deliver(id, Buffer.alloc(10_000));
  expect(channel.since(0)).toBeNull();
  expect(channel.since(100)).toEqual([]);
  expect(channel.since(95)).toHaveLength(5);
});
