const known = new WeakMap<object, number>();

/** Remembers on which line of its file an item began, for the report; the item stays as it is. */
export function atLine<T extends object>(item: T, line: number): T {
  known.set(item, line);
  return item;
}

/** @returns from 1; undefined when nobody said */
export function lineOf(item: unknown): number | undefined {
  return typeof item === "object" && item !== null ? known.get(item) : undefined;
}
