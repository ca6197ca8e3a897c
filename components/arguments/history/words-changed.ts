import { diffWordsWithSpace } from "diff";

export type Piece = { text: string; change: "same" | "added" | "removed" };

/** Texts that differ in more words are shown whole: looking on would take seconds (Myers 1986). */
const mostEdits = 400;

/**
 * What changed between two texts, word by word, in reading order.
 * @returns one "same" piece when nothing changed; none for two empty texts
 */
export function wordsChanged(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes) return replaced(before, after);
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}

function replaced(before: string, after: string): Piece[] {
  return [
    { text: before, change: "removed" },
    { text: after, change: "added" },
  ];
}
