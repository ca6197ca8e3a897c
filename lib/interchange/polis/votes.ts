/** What somebody said to a statement: 1 agree, 0 pass, −1 disagree. */
export type Opinion = -1 | 0 | 1;

/** What Polis calls agree, pass and disagree, as impact. */
export const impactOf = (opinion: number): 0 | 2 | 4 => (opinion > 0 ? 4 : opinion < 0 ? 0 : 2);

/** An impact as one of the three values: 3 and 4 agree, 2 passes, 0 and 1 disagree. */
export const opinionOf = (impact: number): Opinion => (impact > 2 ? 1 : impact < 2 ? -1 : 0);

/** Votes in columns of numbers: a million of them take 17 MB. */
export class VoteTable {
  #size = 0;
  #statements = new Int32Array(1024);
  #people = new Int32Array(1024);
  #opinions = new Int8Array(1024);
  #times = new Float64Array(1024);

  get size(): number {
    return this.#size;
  }

  /** @param time milliseconds since 1970 */
  add(statement: number, person: number, opinion: number, time: number): void {
    if (this.#size === this.#statements.length) this.#grow();
    this.#statements[this.#size] = statement;
    this.#people[this.#size] = person;
    this.#opinions[this.#size] = opinion;
    this.#times[this.#size] = time;
    this.#size += 1;
  }

  #grow(): void {
    const grown = <T extends Int32Array | Int8Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.#size * 2;
    this.#statements = grown(this.#statements, new Int32Array(size));
    this.#people = grown(this.#people, new Int32Array(size));
    this.#opinions = grown(this.#opinions, new Int8Array(size));
    this.#times = grown(this.#times, new Float64Array(size));
  }

  /** Every event in the order in which they were added. */
  *events(): Generator<Vote> {
    for (let index = 0; index < this.#size; index += 1) yield this.#at(index);
  }

  #at(index: number): Vote {
    return {
      statement: this.#statements[index]!,
      person: this.#people[index]!,
      opinion: this.#opinions[index]! as Opinion,
      time: this.#times[index]!,
    };
  }

  /**
   * The last vote of each person on each statement (by time; at one moment the later in the file),
   * ordered by person and statement.
   */
  last(): () => Generator<Vote> {
    const order = Uint32Array.from({ length: this.#size }, (_, index) => index).sort(
      (a, b) =>
        this.#people[a]! - this.#people[b]! ||
        this.#statements[a]! - this.#statements[b]! ||
        this.#times[a]! - this.#times[b]! ||
        a - b,
    );
    const kept = order.filter((index, place) => {
      const next = order[place + 1];
      return (
        next === undefined ||
        this.#people[next] !== this.#people[index] ||
        this.#statements[next] !== this.#statements[index]
      );
    });
    const at = (index: number) => this.#at(index);
    return function* () {
      for (const index of kept) yield at(index);
    };
  }

  /** Turns agree and disagree around. */
  turn(): void {
    for (let index = 0; index < this.#size; index += 1) {
      this.#opinions[index] = -this.#opinions[index]!;
    }
  }
}

export type Vote = { statement: number; person: number; opinion: Opinion; time: number };
