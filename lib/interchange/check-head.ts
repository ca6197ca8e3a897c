import type { z } from "zod";
import type { BundleHead } from "./bundle";
import { headSchema } from "./bundle-head";
import { lineOf } from "./lines";
import type { Problems } from "./report";

/** What the rest of a file may refer to. */
export type Known = {
  people: ReadonlySet<string>;
  sources: ReadonlySet<number>;
  facts: ReadonlySet<number>;
};

/** Issues of zod as problems, each with the place in the file. */
export function addIssues(
  problems: Problems,
  error: z.ZodError,
  place: { path: string; line?: number | undefined },
): void {
  for (const issue of error.issues) {
    const inner = issue.path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
      .join("");
    const ours = /^[A-Z][A-Z_]+$/.test(issue.message);
    problems.add({
      severity: "error",
      code: ours ? issue.message : issue.code === "unrecognized_keys" ? "UNKNOWN_FIELD" : "SHAPE",
      ...(issue.code === "unrecognized_keys" ? { params: { field: issue.keys.join(", ") } } : {}),
      path: `${place.path}${inner}`.replace(/^\./, ""),
      ...(place.line === undefined ? {} : { line: place.line }),
    });
  }
}

/** Checks the short parts of a debate and what they refer to. Null when they have another shape. */
export function checkHead(head: BundleHead, problems: Problems): Known | null {
  const parsed = headSchema.safeParse(head);
  if (!parsed.success) {
    addIssues(problems, parsed.error, { path: "" });
    return null;
  }
  const unique = <T>(list: readonly object[], name: string, keys: readonly T[]): Set<T> => {
    const seen = new Set<T>();
    keys.forEach((key, index) => {
      if (key !== null && seen.has(key)) twice(problems, `${name}[${index}]`, key, list[index]);
      seen.add(key);
    });
    return seen;
  };
  const of = <T extends object, K>(name: string, list: readonly T[], key: (item: T) => K) =>
    unique(list, name, list.map(key));
  of("sources", head.sources, (source) => source.url);
  of("glossary", head.glossary, (item) => item.term);
  const known = {
    people: of("people", head.people, (person) => person.ref),
    sources: of("sources", head.sources, (source) => source.number),
    facts: of("facts", head.facts, (fact) => fact.number),
  };
  checkReferences(head, known, problems);
  return known;
}

function twice(problems: Problems, path: string, value: unknown, item: unknown): void {
  const line = lineOf(item);
  problems.add({
    severity: "error",
    code: "TWICE",
    params: { value: String(value).slice(0, 200) },
    path,
    ...(line === undefined ? {} : { line }),
  });
}

function checkReferences(head: BundleHead, known: Known, problems: Problems): void {
  if (head.brief) checkCitations(head.brief.citations, "brief", known, problems);
  for (const name of ["facts", "actors", "timeline", "openQuestions"] as const) {
    head[name].forEach((item, index) => {
      const path = `${name}[${index}]`;
      checkCitations(item.citations, path, known, problems, lineOf(item), name === "facts");
    });
  }
  head.caveats.forEach((caveat, index) => {
    if (caveat.fact !== null && !known.facts.has(caveat.fact))
      missing(problems, `caveats[${index}].fact`, `F${caveat.fact}`, lineOf(caveat));
  });
}

/** Says that a file names something which is not in it. */
export function missing(problems: Problems, path: string, value: string, line?: number): void {
  problems.add({
    severity: "error",
    code: "NOT_IN_FILE",
    params: { value: value.slice(0, 200) },
    path,
    ...(line === undefined ? {} : { line }),
  });
}

/** @param once whether a source may be cited here only once */
export function checkCitations(
  list: readonly { source: number }[],
  path: string,
  known: Known,
  problems: Problems,
  line?: number,
  once = false,
): void {
  const seen = new Set<number>();
  for (const { source } of list) {
    if (!known.sources.has(source)) missing(problems, `${path}.citations`, `[${source}]`, line);
    if (once && seen.has(source)) {
      problems.add({
        severity: "error",
        code: "TWICE",
        params: { value: `[${source}]` },
        path: `${path}.citations`,
        ...(line === undefined ? {} : { line }),
      });
    }
    seen.add(source);
  }
}
