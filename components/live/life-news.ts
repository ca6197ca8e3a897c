import type { Life, LiveWords } from "./words";

/** What has changed since the page was made; empty when nothing has. The gravest is said. */
export function lifeNews(was: Life, now: Life, words: LiveWords): string {
  if (now.status !== was.status) return now.status === "OPEN" ? words.opened : words.closed;
  if (now.locked !== was.locked) return now.locked ? words.locked : words.unlocked;
  if (now.slowMinutes === was.slowMinutes) return "";
  return now.slowMinutes === null ? words.notSlow : words.slow;
}
