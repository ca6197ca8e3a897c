import type { ImportFormat } from "./schema";

/** An error keeps the file out; a warning says what is lost or changed; a note only tells. */
export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** Something about a file that the person who brings it should know. */
export type Problem = {
  severity: Severity;
  /** Worded in the catalogue under `interchange.problems.<code>`. */
  code: string;
  params?: Record<string, string | number>;
  /** Which of several files. */
  file?: string;
  /** From 1. */
  line?: number;
  /** Where in a structured file: "arguments[12].title". */
  path?: string;
};

export type Counts = {
  arguments: number;
  comments: number;
  votes: number;
  /** People named as authors, and voters. */
  people: number;
  voters: number;
  sources: number;
  facts: number;
};

/** What a dry run finds, in any format. */
export type Report = {
  format: ImportFormat;
  /** Of the debate; empty when it could not be read. */
  title: string;
  motion: string;
  counts: Counts;
  problems: Problem[];
  /** Further problems that were counted but not kept. */
  omitted: number;
};

export const noCounts: Counts = {
  arguments: 0,
  comments: 0,
  votes: 0,
  people: 0,
  voters: 0,
  sources: 0,
  facts: 0,
};

const mostKept = 200;

/** Gathers problems, the first 200 of them; errors are always kept in front of the others. */
export class Problems {
  readonly #kept: Problem[] = [];
  #count = 0;
  #errors = 0;

  add(problem: Problem): void {
    this.#count += 1;
    if (problem.severity === "error") this.#errors += 1;
    if (this.#kept.length < mostKept) this.#kept.push(problem);
    else if (problem.severity === "error") this.#replaceLesser(problem);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) this.add(problem);
  }

  get errors(): number {
    return this.#errors;
  }

  get omitted(): number {
    return this.#count - this.#kept.length;
  }

  /** Errors first, each in the order in which they were met. */
  list(): Problem[] {
    return severities.flatMap((level) => this.#kept.filter(({ severity }) => severity === level));
  }

  #replaceLesser(problem: Problem): void {
    const place = this.#kept.findLastIndex(({ severity }) => severity !== "error");
    if (place === -1) return;
    this.#kept.splice(place, 1);
    this.#kept.push(problem);
  }
}
