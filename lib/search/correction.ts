/** What was typed, put right: text only, for searches that found nothing. */

/** Of a word that was typed: the known one it is most like, and whether it means nothing ("the"). */
export type Nearest = { nearest: string | null; empty: boolean };

/** More words than these are not put right, and count no more. */
const most = 8;
const anyWord = /[\p{L}\p{M}\p{N}]+/gu;
const wholeWord = /^[\p{L}\p{M}]{3,40}$/u;
const sign = /["-]|(?:^|\s)or(?:\s|$)/iu;

/** The words that can be put right: no numbers, and nothing of one or two letters. */
export function wordsToCorrect(q: string): string[] {
  const words = (q.match(anyWord) ?? []).filter((word) => wholeWord.test(word));
  return [...new Set(words.map((word) => word.toLowerCase()))].slice(0, most);
}

/**
 * The search that was probably meant: each word as its nearest, without those that are like no word
 * at all; quotation marks and minus signs stay where they are. Of three and more words one may be
 * missing. Null when that is no other search than the first, or none.
 */
export function correct(q: string, nearest: ReadonlyMap<string, Nearest>): string | null {
  if (![...nearest.values()].some((word) => word.nearest !== null && !word.empty)) return null;
  const text = q.replace(anyWord, (word) =>
    wholeWord.test(word) ? (nearest.get(word.toLowerCase())?.nearest ?? "") : word,
  );
  const empty = new Set([...nearest.values()].map((word) => word.empty && word.nearest));
  const words = [...new Set((text.match(anyWord) ?? []).map((word) => word.toLowerCase()))].filter(
    (word) => !empty.has(word) && (wholeWord.test(word) || /\p{N}/u.test(word)),
  );
  if (words.length >= 3 && !sign.test(q)) return allButOne(words.slice(0, most));
  return text.toLowerCase() === q.toLowerCase() ? null : text;
}

/** In the language of websearch_to_tsquery: "b c or a c or a b". */
function allButOne(words: readonly string[]): string {
  return words.map((_, left) => words.filter((__, index) => index !== left).join(" ")).join(" or ");
}
