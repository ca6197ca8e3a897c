import { diffWordsWithSpace } from "diff";

export type Piece = { text: string; change: "same" | "added" | "removed" };

/**
 * What changed between two texts, word by word, in reading order.
 * @returns one "same" piece when nothing changed; none for two empty texts
 */
export function wordsChanged(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
