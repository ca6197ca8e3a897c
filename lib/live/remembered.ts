import "server-only";
import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/shared/process-wide";
import { onChanged } from "./changes";
import { tags, type Tag } from "./tags";

/** So many debates' worth is kept. */
const mostDebates = 50;
/** What nobody told us of (a database changed by hand) shows after this. */
const longestUnseen = 30_000;

/**
 * What every page of a debate asks for and hardly anything changes: read once, and again when a
 * change of it was told. Requests at the same moment wait for one reading.
 *
 * @param name of what is remembered, once in the process
 * @param tagOf what is told when it has changed
 * @param read by the debate's id; what it returns belongs to everybody and must not be changed
 */
export function remembered<T>(
  name: string,
  tagOf: (debateId: number) => Tag,
  read: (debateId: number) => Promise<T>,
): (debateId: number) => Promise<T> {
  const open = () => {
    const kept = new LRUCache<Tag, { value: T }, number>({
      max: mostDebates,
      ttl: longestUnseen,
      ignoreFetchAbort: true,
      fetchMethod: async (_tag, _stale, { context }) => ({ value: await read(context) }),
    });
    // A reading that is on its way is forgotten too: it may have begun before the change.
    onChanged((changed) => {
      if (changed.includes(tags.everything())) kept.clear();
      for (const tag of changed) kept.delete(tag);
    });
    return kept;
  };
  return async (debateId) => {
    const kept = processWide(`remembered-${name}`, open);
    return (await kept.forceFetch(tagOf(debateId), { context: debateId })).value;
  };
}
