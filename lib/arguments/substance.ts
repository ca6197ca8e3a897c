/** At least this share of a text's words stays in a change of wording (Dice's coefficient). */
const sameReasonsFrom = 2 / 3;

/** The words of a text: case, punctuation and layout say nothing. */
function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase("en").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Whether an edit changes what people voted on: a claim with another word in it (a slip of one
 * letter in a longer word aside), or reasons of which more than a third are other words. Reasons
 * where there were none change nothing; sources neither.
 */
export function isSubstantial(
  before: { title: string; body: string },
  after: { title: string; body: string },
): boolean {
  const claim = wordsOf(before.title);
  const next = wordsOf(after.title);
  if (claim.length !== next.length) return true;
  if (claim.some((word, at) => word !== next[at] && !isSlip(word, next[at]!))) return true;
  const reasons = wordsOf(before.body);
  return reasons.length > 0 && similarity(reasons, wordsOf(after.body)) < sameReasonsFrom;
}

/** One letter changed, added, left out or two swapped, in a word of five letters or more without digits. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || /\d/.test(a + b)) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Dice's coefficient of two bags of words, 0 to 1. */
function similarity(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}
