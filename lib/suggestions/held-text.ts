/** What can be seen of a text without asking anybody: links, held words, and whether it says the same. */

const link = /https?:\/\/|\bwww\./giu;

/** How many web addresses a text has. */
export function linksIn(text: string): number {
  return text.match(link)?.length ?? 0;
}

/** One form for all that reads alike: small letters, one blank between words. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

const partOfWord = /[\p{L}\p{N}\p{M}]/u;

/** Whether a text has one of these words or phrases, as whole words and in any case. */
export function hasHeldWord(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const read = plain(text);
  return words.some((word) => standsIn(read, plain(word)));
}

function standsIn(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? "";
    const after = String.fromCodePoint(text.codePointAt(at + word.length) ?? 32);
    if (!partOfWord.test(before) && !partOfWord.test(after)) return true;
  }
  return false;
}

/** Shorter texts are said by many without anything behind it. */
const telling = 60;

/** What two texts have in common that say the same; null for a text too short to tell. */
export function sameWords(text: string): string | null {
  const read = plain(text);
  return read.length < telling ? null : read;
}
