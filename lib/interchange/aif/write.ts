import { parentOf } from "../bundle-parts";
import { joinClaim } from "../claim-text";
import { motionLimit } from "../graph";
import type { Outline, OutlineNode } from "../outline";

/** Node ids: 1 is the motion; the n-th argument is 2n and what links it to the one above 2n + 1. */
const statementId = (position: number): string => String(position === 0 ? 1 : 2 * position);
const schemeId = (position: number): string => String(2 * position + 1);

const schemes = {
  SUPPORT: { type: "RA", text: "Default Inference", scheme: "Default Inference" },
  OPPOSE: { type: "CA", text: "Default Conflict", scheme: "Default Conflict" },
} as const;

/** "2026-11-24 08:00:00", as AIFdb writes times. */
const timestamp = (at: string): string => at.slice(0, 19).replace("T", " ");

type Dated = { node: OutlineNode; at: string };

/**
 * Writes AIF as AIFdb's JSON: information nodes, inferences (RA) and conflicts (CA), edges. What
 * AIF has no place for stands under `counterpoint` in each node, which other tools pass over.
 *
 * @param arguments_ read twice: for the nodes and for the edges
 */
export async function* writeAif(
  top: Omit<Outline, "nodes"> & { at: string },
  arguments_: () => AsyncIterable<Dated> | Iterable<Dated>,
): AsyncGenerator<string> {
  yield `{\n"counterpoint": ${JSON.stringify({ title: top.title })},\n"nodes": [\n`;
  yield JSON.stringify(motionNode(top));
  const positions = new Map<string, number>();
  for await (const { node, at } of arguments_()) {
    positions.set(node.number, positions.size + 1);
    yield `,\n${argumentNodes(node, positions.size, at)}`;
  }
  yield '\n],\n"edges": [';
  let first = true;
  for (const [number, position] of positions) {
    const parent = parentOf(number);
    const above = parent === null ? 0 : positions.get(parent);
    if (above === undefined) continue;
    yield `${first ? "\n" : ",\n"}${edges(position, above)}`;
    first = false;
  }
  yield '\n],\n"locutions": []\n}\n';
}

function motionNode({ motion, motionNote, at }: Omit<Outline, "nodes"> & { at: string }) {
  return {
    nodeID: statementId(0),
    text: joinClaim({ title: motion, body: motionNote }, motionLimit),
    type: "I",
    timestamp: timestamp(at),
    counterpoint: { title: motion, body: motionNote, sources: [] },
  };
}

function argumentNodes(node: OutlineNode, position: number, at: string): string {
  const { number, stance, title, body, sources } = node;
  const statement = {
    nodeID: statementId(position),
    text: joinClaim({ title, body }),
    type: "I",
    timestamp: timestamp(at),
    counterpoint: { number, title, body, sources },
  };
  const scheme = { nodeID: schemeId(position), ...schemes[stance], timestamp: timestamp(at) };
  return `${JSON.stringify(statement)},\n${JSON.stringify(scheme)}`;
}

function edges(position: number, above: number): string {
  const edge = (id: number, fromID: string, toID: string) =>
    JSON.stringify({ edgeID: String(id), fromID, toID, formEdgeID: null });
  const scheme = schemeId(position);
  return `${edge(2 * position - 1, statementId(position), scheme)},\n${edge(2 * position, scheme, statementId(above))}`;
}
