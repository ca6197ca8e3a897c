/** A number that an instance told is believed this long, in milliseconds. */
export const believed = 40_000;
/** What has not changed is told again after this. */
const repeated = 15_000;

type Told = { count: number; at: number };

/**
 * How many browsers have a page of each debate open, over all instances. Every instance tells the
 * others its own numbers; one that has gone silent is forgotten.
 */
export class Presence {
  private readonly own = new Map<number, number>();
  private readonly told = new Map<number, Told>();
  private readonly others = new Map<string, Map<number, Told>>();

  constructor(private readonly now: () => number = Date.now) {}

  /** How many listen to a debate at this instance. */
  set(debateId: number, count: number): void {
    if (count === 0) this.own.delete(debateId);
    else this.own.set(debateId, count);
  }

  /** What another instance said: "42:7 43:0". */
  hear(instance: string, numbers: string): number[] {
    const known = this.others.get(instance) ?? new Map<number, Told>();
    this.others.set(instance, known);
    const heard: number[] = [];
    for (const [, debate, count] of numbers.matchAll(/(?<=^| )(\d{1,9}):(\d{1,7})(?= |$)/g)) {
      heard.push(Number(debate));
      if (Number(count) === 0) known.delete(Number(debate));
      else known.set(Number(debate), { count: Number(count), at: this.now() });
    }
    return heard;
  }

  total(debateId: number): number {
    let total = this.own.get(debateId) ?? 0;
    for (const known of this.others.values()) {
      const told = known.get(debateId);
      if (told && this.now() - told.at < believed) total += told.count;
    }
    return total;
  }

  /** What is to be told now: what has changed, and what was last told 15 seconds ago. */
  toTell(): string[] {
    const due: string[] = [];
    const now = this.now();
    for (const debateId of new Set([...this.own.keys(), ...this.told.keys()])) {
      const count = this.own.get(debateId) ?? 0;
      const before = this.told.get(debateId);
      if (before?.count === count && now - before.at < repeated) continue;
      due.push(`${debateId}:${count}`);
      if (count === 0) this.told.delete(debateId);
      else this.told.set(debateId, { count, at: now });
    }
    return due;
  }

  /** Forgets what was told too long ago. */
  sweep(): void {
    for (const [instance, known] of this.others) {
      for (const [debateId, { at }] of known) {
        if (this.now() - at >= believed) known.delete(debateId);
      }
      if (known.size === 0) this.others.delete(instance);
    }
  }
}
