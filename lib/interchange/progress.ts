import type { Bundle, BundleLogEntry, Stream } from "./bundle";
import type { ListName } from "./lists";

type Lists = Bundle & { log: () => Stream<BundleLogEntry> };

/** Counts what is read of a debate's lists, each time that it is read. */
export function counting<T extends Lists>(bundle: T): { bundle: T; read: () => number } {
  let count = 0;
  async function* counted<Item>(stream: Stream<Item>): AsyncGenerator<Item> {
    for await (const item of stream) {
      count += 1;
      yield item;
    }
  }
  const lists = {
    arguments: () => counted(bundle.arguments()),
    revisions: () => counted(bundle.revisions()),
    votes: () => counted(bundle.votes()),
    comments: () => counted(bundle.comments()),
    log: () => counted(bundle.log()),
  };
  return { bundle: { ...bundle, ...lists }, read: () => count };
}

/** How many items somebody reads who reads these lists. */
export function lengthOf(
  lists: readonly ListName[],
  lengths: Readonly<Record<ListName, number>>,
): number {
  return lists.reduce((sum, list) => sum + lengths[list], 0);
}
