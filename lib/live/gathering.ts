import type { Happening } from "./happenings";

/** What happened to each argument, and to the debate (null), since it was last passed on. */
export type Touched = ReadonlyMap<number | null, ReadonlySet<Happening["what"]>>;

/**
 * What happened in one debate and has not been passed on yet. However often something happens to
 * an argument, it is passed on once, with the numbers of that moment.
 */
export class Gathering {
  private touched = new Map<number | null, Set<Happening["what"]>>();

  get size(): number {
    return this.touched.size;
  }

  add({ argumentId, what }: Pick<Happening, "argumentId" | "what">): void {
    const before = this.touched.get(argumentId);
    if (before) before.add(what);
    else this.touched.set(argumentId, new Set([what]));
  }

  /** Takes out up to `most` arguments, those that have waited longest first. */
  take(most: number): Touched {
    const taken = new Map<number | null, Set<Happening["what"]>>();
    for (const [argumentId, whats] of this.touched) {
      if (taken.size >= most) break;
      taken.set(argumentId, whats);
      this.touched.delete(argumentId);
    }
    return taken;
  }

  /** Puts back what could not be passed on, before what has happened since. */
  putBack(untold: Touched): void {
    const since = this.touched;
    this.touched = new Map();
    for (const part of [untold, since]) {
      for (const [argumentId, whats] of part) {
        for (const what of whats) this.add({ argumentId, what });
      }
    }
  }
}
