import { argumentLimits, type Stance } from "@/lib/arguments/vocabulary";
import { cutTitle, oneLine, splitClaim } from "./claim-text";
import { numberSchema, parentOf } from "./bundle-parts";
import { argumentLink, type OutlineNode, type OutlineSource, type Reading } from "./outline";
import type { Problem } from "./report";

/** A statement of a format that knows graphs. */
export type GraphNode = {
  key: string;
  title: string;
  body: string;
  sources: OutlineSource[];
  line: number;
};

/** What supports or attacks what. */
export type GraphEdge = { from: string; to: string; stance: Stance; line: number };

export type Graph = { name: string; nodes: GraphNode[]; edges: GraphEdge[] };

/** Characters of a motion. */
export const motionLimit = 300;

/**
 * Makes a tree of a graph. What answers nothing is the motion, if there is one such statement;
 * otherwise the graph's name is the motion and each such statement a direct argument on it. Of
 * several statements that one answers the first named counts; the others are reported, as are
 * circles. Keys that are numbers of exactly this tree stay its numbers.
 */
export function treeOf({ nodes: all, ...rest }: Graph): Reading {
  const problems: Problem[] = [];
  const graph = { ...rest, nodes: eachOnce(all, problems) };
  const above = chooseParents(graph, problems);
  const top = graph.nodes.filter(({ key }) => !above.has(key));
  const motion = top.length === 1 ? top[0]! : null;
  if (graph.nodes.length === 0) problems.push({ severity: "error", code: "NO_CLAIMS", line: 1 });
  else if (!motion) {
    if (!graph.name) problems.push({ severity: "error", code: "NO_MOTION", line: 1 });
    problems.push({
      severity: "note",
      code: "SEVERAL_THESES",
      params: { count: top.length },
      line: 1,
    });
  }
  const nodes = inOrder(graph.nodes, above, motion, problems);
  if (problems.some(({ severity }) => severity === "error")) return { outline: null, problems };
  return { outline: { ...topOf(graph.name, motion), nodes }, problems };
}

function eachOnce(nodes: readonly GraphNode[], problems: Problem[]): GraphNode[] {
  const seen = new Set<string>();
  return nodes.filter(({ key, line }) => {
    if (!seen.has(key)) return Boolean(seen.add(key));
    problems.push({ severity: "warning", code: "NODE_TWICE", params: { key }, line });
    return false;
  });
}

function topOf(name: string, motion: GraphNode | null) {
  if (!motion) return { title: name, motion: cutTitle(name, motionLimit), motionNote: "" };
  const links = motion.sources.map(({ title, url }) => (url ? `[${title}](${url})` : title));
  const note = [motion.body, links.join(" ")].filter(Boolean).join("\n\n");
  return { title: name || motion.title, motion: motion.title, motionNote: note };
}

/** The motion of a text: longer than an argument's title may be. */
export const motionOf = (text: string): { title: string; body: string } =>
  splitClaim(text, motionLimit);

/** One parent each, none of them in a circle: sets of joined statements grow edge by edge. */
function chooseParents({ nodes, edges }: Graph, problems: Problem[]): Map<string, GraphEdge> {
  const above = new Map<string, GraphEdge>();
  const joined = new Map(nodes.map(({ key }) => [key, key]));
  const setOf = (key: string): string => {
    let root = key;
    while (joined.get(root) !== root) root = joined.get(root)!;
    let step = key;
    while (step !== root) {
      const next = joined.get(step)!;
      joined.set(step, root);
      step = next;
    }
    return root;
  };
  for (const edge of edges) {
    if (!joined.has(edge.from) || !joined.has(edge.to)) continue;
    const params = { from: edge.from, to: edge.to };
    if (above.has(edge.from)) {
      const same = above.get(edge.from)!.to === edge.to;
      if (!same)
        problems.push({ severity: "warning", code: "SECOND_PARENT", params, line: edge.line });
    } else if (setOf(edge.from) === setOf(edge.to)) {
      problems.push({ severity: "warning", code: "CIRCLE", params, line: edge.line });
    } else {
      above.set(edge.from, edge);
      joined.set(setOf(edge.from), setOf(edge.to));
    }
  }
  return above;
}

/** Walks the tree from the top, siblings in the file's order, and numbers it. */
function inOrder(
  nodes: readonly GraphNode[],
  above: ReadonlyMap<string, GraphEdge>,
  motion: GraphNode | null,
  problems: Problem[],
): OutlineNode[] {
  const below = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const parent = above.get(node.key)?.to ?? "";
    if (node === motion) continue;
    const siblings = below.get(parent);
    if (siblings) siblings.push(node);
    else below.set(parent, [node]);
  }
  const keep = keepsNumbers(nodes, above, motion);
  const numbers = new Map<string, string>();
  const made: OutlineNode[] = [];
  const waiting: { node: GraphNode; number: string }[] = [];
  const push = (parent: string, prefix: string) => {
    const children = below.get(parent) ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index]!;
      waiting.push({ node, number: keep ? node.key : `${prefix}${index + 1}` });
    }
  };
  push(motion?.key ?? "", "");
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, number } = next;
    numbers.set(node.key, number);
    made.push(toOutline(node, number, above.get(node.key)?.stance ?? "SUPPORT"));
    if (number.split(".").length <= argumentLimits.depth) push(node.key, `${number}.`);
    else
      problems.push({ severity: "error", code: "TOO_DEEP", params: { number }, line: node.line });
  }
  return made.map((node) => ({ ...node, body: relinked(node.body, numbers) }));
}

function toOutline(
  { title, body, sources, line }: GraphNode,
  number: string,
  stance: Stance,
): OutlineNode {
  return { number, stance, title: oneLine(title), body, sources, line };
}

function keepsNumbers(
  nodes: readonly GraphNode[],
  above: ReadonlyMap<string, GraphEdge>,
  motion: GraphNode | null,
): boolean {
  return nodes.every((node) => {
    if (node === motion) return true;
    const parent = above.get(node.key)?.to ?? null;
    const expected = parent === motion?.key ? null : parent;
    return numberSchema.safeParse(node.key).success && parentOf(node.key) === expected;
  });
}

const links = /\]\(argument:([^()\s]{1,300})\)/g;

function relinked(body: string, numbers: ReadonlyMap<string, string>): string {
  return body.replace(links, (link, key: string) => {
    const number = numbers.get(key);
    return number === undefined ? link : `](${argumentLink(number)})`;
  });
}
