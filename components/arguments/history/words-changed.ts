import { diffWordsWithSpace } from "diff";

export type Piece = { text: string; change: "same" | "added" | "removed" };

/** Texts that differ in more words are shown whole: looking on would take seconds (Myers 1986). */
const mostEdits = 400;

/** Texts that have less of their letters in common are shown whole: word by word nobody reads them. */
const leastCommon = 0.6;

/**
 * What changed between two texts, word by word, in reading order.
 * @returns one "same" piece when nothing changed; none for two empty texts
 */
export function wordsChanged(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes || common(changes) < leastCommon * letters(shorter(before, after))) {
    return replaced(before, after);
  }
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}

const letters = (text: string) => text.replace(/\s/g, "").length;
const shorter = (one: string, other: string) => (one.length < other.length ? one : other);

/** How many letters stand in both. */
function common(changes: readonly { value: string; added: boolean; removed: boolean }[]): number {
  return changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + letters(value), 0);
}

function replaced(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { text: before, change: "removed" },
    { text: after, change: "added" },
  ];
  return pieces.filter(({ text }) => text !== "");
}
