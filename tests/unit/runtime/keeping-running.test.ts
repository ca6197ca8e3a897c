import { expect, test, vi } from "vitest";
import { Closing } from "@/lib/cli/runtime/closing";
import { supervise } from "@/lib/cli/runtime/supervise";

test("What was started last is stopped first, once", async () => {
  const closing = new Closing();
  const order: string[] = [];
  closing.add(async () => void order.push("database"));
  closing.add(async () => void order.push("web server"));
  await Promise.all([closing.run(), closing.run()]);
  expect(order).toEqual(["web server", "database"]);
});

test("What is still starting when the stop comes is stopped when it has started", async () => {
  const closing = new Closing();
  let stopped = false;
  let started: (name: string) => void = () => undefined;
  const starting = new Promise<string>((resolve) => (started = resolve));
  void closing.own(starting, async () => void (stopped = true));
  const ending = closing.run();
  expect(stopped).toBe(false);
  started("database");
  await ending;
  expect(stopped).toBe(true);
});

test("A server that dies is started again, later each time, and given up in the end", async () => {
  const waits: number[] = [];
  const restart = vi.fn(() => Promise.resolve());
  const ending = supervise({
    name: "The web server",
    died: () => Promise.resolve(),
    restart,
    stopping: () => false,
    say: () => undefined,
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  await expect(ending).rejects.toThrow(/stopped 10 times/);
  expect(restart).toHaveBeenCalledTimes(10);
  expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
  expect(Math.max(...waits)).toBe(30_000);
});

test("A server that is stopped on purpose stays stopped", async () => {
  const restart = vi.fn<() => Promise<void>>();
  const died = () => Promise.resolve();
  await supervise({ name: "It", died, restart, stopping: () => true, say: () => undefined });
  expect(restart).not.toHaveBeenCalled();
});
