/** What an edit changed about a part of the brief. Pure. */

export type PartState = {
  words: Record<string, unknown>;
  /** Where it stands in a list that editors order; null elsewhere. */
  place: number | null;
  sources: readonly unknown[];
};

export type Difference = {
  change: "ADDED" | "CHANGED" | "MOVED" | "REMOVED";
  /** Which fields say something else. */
  fields: string[];
};

/** How two states of a part differ; null when they do not. */
export function differenceOf(before: PartState | null, after: PartState | null): Difference | null {
  if (!before || !after) {
    if (!before && !after) return null;
    return { change: after ? "ADDED" : "REMOVED", fields: [] };
  }
  const names = new Set([...Object.keys(before.words), ...Object.keys(after.words)]);
  const fields = [...names].filter((name) => !same(before.words[name], after.words[name]));
  if (!same(before.sources, after.sources)) fields.push("sources");
  if (fields.length > 0) return { change: "CHANGED", fields };
  return before.place === after.place ? null : { change: "MOVED", fields: [] };
}

/** A field that was never written is empty. */
function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value ?? "");
  return text(one) === text(other) || (isEmpty(one) && isEmpty(other));
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}
