import type { Stance } from "@/lib/arguments/vocabulary";
import { cleanText, numberSchema } from "../bundle-parts";
import { joinClaim, oneLine, splitClaim, type ClaimText } from "../claim-text";
import { motionLimit, motionOf, treeOf, type GraphEdge, type GraphNode } from "../graph";
import type { Reading } from "../outline";
import type { Problem } from "../report";
import { linesOf, placeOfError } from "./lines";
import {
  documentSchema,
  edgeSchema,
  nodeSchema,
  wrappedSchema,
  type AifEdge,
  type AifNode,
} from "./schema";

/**
 * Reads AIF JSON: information nodes joined by inferences (RA) and conflicts (CA). What supports or
 * attacks an inference is hung below the first statement that the inference goes out from. Nodes of
 * other types are left out and reported, each type once.
 *
 * @param name what the debate is called when the file does not say and has several tops
 */
export function readAif(text: string, name = ""): Reading {
  const problems: Problem[] = [];
  const parsed = parse(text, problems);
  if (!parsed) return { outline: null, problems };
  const lineOf = linesOf(text);
  const nodes = each(parsed.nodes, nodeSchema, "nodes", problems);
  const edges = each(parsed.edges, edgeSchema, "edges", problems);
  reportOthers(nodes, problems, lineOf);
  const joined = edgesBetween(nodes, edges, lineOf, problems);
  const below = new Set(joined.map(({ from }) => from));
  const statements = nodes
    .filter(({ type }) => type === "I")
    .map((node) => statement(node, !below.has(node.nodeID), lineOf, problems));
  const title = oneLine(parsed.counterpoint?.title ?? "");
  const tree = treeOf({ name: title || oneLine(name), ...keyed(statements, joined) });
  const sound = problems.every(({ severity }) => severity !== "error");
  return { outline: sound ? tree.outline : null, problems: [...problems, ...tree.problems] };
}

function parse(text: string, problems: Problem[]) {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const wrapped = wrappedSchema.safeParse(json);
    return wrapped.success ? wrapped.data.AIF : documentSchema.parse(json);
  } catch (error) {
    const line = placeOfError(text, error);
    problems.push({ severity: "error", code: "NOT_AIF", line: line ?? 1 });
    return null;
  }
}

type Schema<T> = { safeParse: (item: unknown) => { success: true; data: T } | { success: false } };

function each<T>(items: unknown[], schema: Schema<T>, list: string, problems: Problem[]): T[] {
  return items.flatMap((item, index) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [parsed.data];
    problems.push({ severity: "error", code: "NOT_AIF", path: `${list}[${index}]` });
    return [];
  });
}

const known = new Set(["I", "RA", "CA"]);

function reportOthers(nodes: readonly AifNode[], problems: Problem[], lineOf: LineOf): void {
  const others = grouped(
    nodes.filter(({ type }) => !known.has(type)),
    ({ type }) => type,
  );
  for (const [type, found] of others) {
    const params = { type: type.slice(0, 40), count: found.length };
    problems.push({
      severity: "warning",
      code: "NODES_LEFT_OUT",
      params,
      line: lineOf(found[0]!.nodeID),
    });
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

type LineOf = (id: string) => number;

/** From statement to statement, through the schemes between them. */
function edgesBetween(
  nodes: readonly AifNode[],
  edges: readonly AifEdge[],
  lineOf: LineOf,
  problems: Problem[],
): GraphEdge[] {
  const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
  const into = grouped(edges, ({ toID }) => toID);
  const premise = (id: string) =>
    into.get(id)?.find(({ fromID }) => types.get(fromID) === "I")?.fromID ?? null;
  const stances: Record<string, Stance> = { RA: "SUPPORT", CA: "OPPOSE" };
  const used = new Set<string>();
  return edges.flatMap(({ fromID, toID }): GraphEdge[] => {
    const [from, to] = [types.get(fromID), types.get(toID)];
    if (from === "I" && to === "I") {
      const params = { from: fromID, to: toID };
      problems.push({ severity: "warning", code: "EDGE_LEFT_OUT", params, line: lineOf(fromID) });
    }
    const stance = stances[from ?? ""];
    const target = to === "I" ? toID : to && stances[to] ? premise(toID) : null;
    if (!stance || !target) return [];
    // A scheme leads to one statement: many that lead to many would be no tree.
    if (used.has(fromID)) {
      const params = { from: fromID, to: target };
      problems.push({ severity: "warning", code: "SECOND_PARENT", params, line: lineOf(fromID) });
      return [];
    }
    used.add(fromID);
    return (into.get(fromID) ?? [])
      .filter((edge) => types.get(edge.fromID) === "I")
      .map((edge) => ({ from: edge.fromID, to: target, stance, line: lineOf(edge.fromID) }));
  });
}

function statement(
  node: AifNode,
  isTop: boolean,
  lineOf: LineOf,
  problems: Problem[],
): GraphNode & { own: string | undefined } {
  const line = lineOf(node.nodeID);
  const text = cleanText(node.text ?? "");
  const own = node.counterpoint;
  // Somebody may have changed the text and not what stands beside it.
  const agrees = own && joinClaim(own, isTop ? motionLimit : undefined) === text;
  const claim: ClaimText = agrees ? own : (isTop ? motionOf : splitClaim)(text);
  if (!claim.title) {
    const params = { number: node.nodeID };
    problems.push({ severity: "error", code: "EMPTY_CLAIM", params, line });
  }
  const { title, body } = claim;
  return { key: node.nodeID, title, body, sources: own?.sources ?? [], line, own: own?.number };
}

/** Our own numbers as keys, where each statement but the motion has one of its own. */
function keyed(
  statements: readonly (GraphNode & { own: string | undefined })[],
  edges: GraphEdge[],
) {
  const numbers = statements.map(({ own }) => own).filter((own) => own !== undefined);
  const whole = new Set(numbers).size === statements.length - 1;
  const sound = numbers.every((number) => numberSchema.safeParse(number).success);
  if (!whole || !sound) return { nodes: statements.map(withoutOwn), edges };
  const keys = new Map(statements.map(({ key, own }) => [key, own ?? "motion"]));
  return {
    nodes: statements.map((node) => ({ ...withoutOwn(node), key: keys.get(node.key)! })),
    edges: edges.map((edge) => ({ ...edge, from: keys.get(edge.from)!, to: keys.get(edge.to)! })),
  };
}

function withoutOwn({ key, title, body, sources, line }: GraphNode): GraphNode {
  return { key, title, body, sources, line };
}
