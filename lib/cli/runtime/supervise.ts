/** Keeps something running: when it dies unasked it is started again, each time a little later. */
import { setTimeout as pause } from "node:timers/promises";

export interface Supervised {
  name: string;
  /** Resolves when the running one has died. */
  died: () => Promise<unknown>;
  restart: () => Promise<void>;
  /** True once everything is being stopped: a death is then no accident. */
  stopping: () => boolean;
  say: (line: string) => void;
  /** Waits some milliseconds; told otherwise by tests. */
  wait?: (milliseconds: number) => Promise<void>;
}

const longestWait = 30_000;
const calmAfter = 60_000;
const giveUpAfter = 10;

/** Ends when everything is being stopped; rejects when restarting does not help. */
export async function supervise(thing: Supervised): Promise<void> {
  const { wait = pause } = thing;
  let accidents = 0;
  for (;;) {
    const since = Date.now();
    await thing.died();
    if (thing.stopping()) return;
    accidents = Date.now() - since > calmAfter ? 1 : accidents + 1;
    if (accidents > giveUpAfter) {
      throw new Error(`${thing.name} stopped ${giveUpAfter} times in a row.`);
    }
    thing.say(`${thing.name} stopped unexpectedly; it is being started again.`);
    await wait(Math.min(longestWait, 250 * 2 ** (accidents - 1)));
    if (thing.stopping()) return;
    // A failed restart counts as one more accident: what died is still dead.
    await thing.restart().catch((error: unknown) => thing.say(String(error)));
  }
}
