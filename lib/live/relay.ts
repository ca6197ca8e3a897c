import { Gathering, type Touched } from "./gathering";
import type { Happening } from "./happenings";
import { changeInterval } from "./schema";

/** How long the first happening waits for others of the same moment, in milliseconds. */
const company = 15;
const afterFailure = 1000;
/** One event is about this many arguments at most (about 20 kB); the rest goes into the next. */
export const mostInOne = 50;

/** What became of an attempt to write an event: written, or to be tried again that much later. */
export type Attempt = { written: true } | { written: false; waitMilliseconds: number };

type Options = {
  write: (debateId: number, touched: Touched) => Promise<Attempt>;
  /** Called when an event has been written. */
  written: (debateId: number) => void;
  failed: (error: unknown) => void;
};

type Waiting = { gathering: Gathering; timer?: NodeJS.Timeout; writing?: Promise<void> };

/**
 * Turns what happens in this process into events, at most four a second for each debate: gathers,
 * then has the numbers read and the event written, after the writes themselves have been answered.
 */
export class Relay {
  private readonly debates = new Map<number, Waiting>();
  private stopped = false;

  constructor(private readonly options: Options) {}

  hear(happening: Happening): void {
    const { debateId } = happening;
    let waiting = this.debates.get(debateId);
    if (!waiting) this.debates.set(debateId, (waiting = { gathering: new Gathering() }));
    waiting.gathering.add(happening);
    if (!waiting.timer && !waiting.writing) this.schedule(debateId, waiting, company);
  }

  /** Passes on what is left, without waiting. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const [debateId, waiting] of this.debates) {
      clearTimeout(waiting.timer);
      await waiting.writing;
      if (waiting.gathering.size > 0) await this.write(debateId, waiting);
    }
    for (const { timer } of this.debates.values()) clearTimeout(timer);
    this.debates.clear();
  }

  private schedule(debateId: number, waiting: Waiting, milliseconds: number): void {
    waiting.timer = setTimeout(() => {
      waiting.timer = undefined;
      if (waiting.gathering.size === 0) return void this.debates.delete(debateId);
      waiting.writing = this.write(debateId, waiting).finally(() => (waiting.writing = undefined));
    }, milliseconds);
    waiting.timer.unref();
  }

  private async write(debateId: number, waiting: Waiting): Promise<void> {
    const touched = waiting.gathering.take(mostInOne);
    let next = changeInterval;
    try {
      const attempt = await this.options.write(debateId, touched);
      if (attempt.written) this.options.written(debateId);
      else {
        waiting.gathering.putBack(touched);
        next = attempt.waitMilliseconds;
      }
    } catch (error) {
      this.options.failed(error);
      waiting.gathering.putBack(touched);
      next = afterFailure;
    }
    if (!this.stopped) this.schedule(debateId, waiting, next);
  }
}
