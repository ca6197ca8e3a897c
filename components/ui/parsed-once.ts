import { LRUCache } from "lru-cache";

type Parse = (text: string, file: unknown) => object;

/** Trees of texts by their words: reading a text takes ten times as long as drawing its tree. */
const trees = new LRUCache<string, object>({
  maxSize: 300_000, // characters; a tree takes some thirty times the room of its text
  sizeCalculation: (_, text) => text.length + 100,
});

/**
 * remark: a text that was read before is not read again. What changes the tree afterwards must not
 * stand in the same processor, for the tree is everybody's; what changes the reading must neither.
 */
export function parsedOnce(this: { parser?: unknown }): void {
  const parse = this.parser as Parse | undefined;
  if (!parse) throw new Error("parsedOnce stands behind what reads the text");
  const once: Parse = (text, file) => {
    const kept = trees.get(text);
    if (kept) return kept;
    const tree = parse(text, file);
    trees.set(text, tree);
    return tree;
  };
  this.parser = once;
}
