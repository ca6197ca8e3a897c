import type { Bundle, BundleArgument } from "./bundle";
import { parentOf } from "./bundle-parts";
import type { Outline, OutlineNode, OutlineSource } from "./outline";

export type DatedNode = { node: OutlineNode; at: string };

/** What stands above the arguments. */
export function topOf({ head }: Bundle): Omit<Outline, "nodes"> {
  const { title, motion, motionNote } = head.debate;
  return { title, motion, motionNote };
}

/** The arguments as the text formats show them: archived ones, and what answers them, are left out. */
export async function* nodesOf(bundle: Bundle): AsyncGenerator<DatedNode> {
  const sources = new Map<number, OutlineSource>(
    bundle.head.sources.map(({ number, title, url, publisher, published }) => [
      number,
      { title, url, publisher, published, quotation: "" },
    ]),
  );
  const hidden = new Set<string>();
  for await (const argument of bundle.arguments()) {
    const parent = parentOf(argument.number);
    if (argument.status === "ARCHIVED" || (parent !== null && hidden.has(parent))) {
      hidden.add(argument.number);
    } else {
      yield { node: nodeOf(argument, sources), at: argument.createdAt };
    }
  }
}

function nodeOf(
  argument: BundleArgument,
  sources: ReadonlyMap<number, OutlineSource>,
): OutlineNode {
  const { number, stance, title, body, citations } = argument;
  const cited = citations.flatMap(({ source, quotation }) => {
    const known = sources.get(source);
    return known ? [{ ...known, quotation }] : [];
  });
  return { number, stance, title, body, sources: cited, line: 0 };
}
