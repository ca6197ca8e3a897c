import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/shared/process-wide";
import { sameWords } from "./held-text";

const minute = 60_000;
const hour = 60 * minute;
const mostKept = 20_000;
/** More accounts with the same words than this make no difference. */
const mostAccounts = 10;

const posts = () =>
  processWide(
    "posts-by-person",
    () => new LRUCache<number, number[]>({ max: mostKept, ttl: hour }),
  );
const said = () =>
  processWide(
    "posts-by-words",
    () => new LRUCache<string, Set<number>>({ max: mostKept, ttl: hour }),
  );

/**
 * Counts one post in this process alone, so that no post waits for it; several instances let through
 * a few more. Words are kept as their hash.
 *
 * @param now milliseconds since 1970
 * @returns posts of this person within the last minute, and accounts with the same words within the
 *   hour, this one included
 */
export function countPost(
  personId: number,
  text: string,
  now = Date.now(),
): { posts: number; accounts: number } {
  const recent = (posts().get(personId) ?? []).filter((at) => at > now - minute);
  recent.push(now);
  posts().set(personId, recent);
  const words = sameWords(text);
  return { posts: recent.length, accounts: words === null ? 1 : accountsWith(words, personId) };
}

function accountsWith(words: string, personId: number): number {
  const key = createHash("sha256").update(words).digest("base64url");
  const before = said().get(key);
  const people = before ?? new Set<number>();
  if (people.size < mostAccounts) people.add(personId);
  if (!before) said().set(key, people);
  return people.size;
}
