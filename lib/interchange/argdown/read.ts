import type { Stance } from "@/lib/arguments/vocabulary";
import { cleanText, numberSchema } from "../bundle-parts";
import { oneLine, splitClaim } from "../claim-text";
import { motionOf, treeOf, type GraphEdge, type GraphNode } from "../graph";
import type { Reading } from "../outline";
import type { Problem } from "../report";
import { statementData } from "./data";
import type { ParsedArgdown, ParsedRelation, ParsedStatement } from "./parse";

const stanceOf: Record<string, Stance> = {
  support: "SUPPORT",
  entails: "SUPPORT",
  attack: "OPPOSE",
  undercut: "OPPOSE",
  contrary: "OPPOSE",
  contradictory: "OPPOSE",
};

const motionLabel = "motion";
const keyOf = (kind: string, label: string): string => (kind === "argument" ? `<${label}>` : label);
const unnamed = /^Untitled \d+$/;

/** Makes an outline of a parsed Argdown document; premises support the argument they belong to. */
export function readArgdown(parsed: ParsedArgdown): Reading {
  const isTop = topOnes(parsed);
  const nodes = parsed.statements.map((one) => nodeOf(one, isTop(one)));
  const problems = nodes
    .filter(({ title }) => !title)
    .map(({ key, line }): Problem => ({
      severity: "error",
      code: "EMPTY_CLAIM",
      params: { number: key },
      line,
    }));
  const edges = [...parsed.relations.flatMap(edgeOf), ...parsed.statements.flatMap(stepsOf)];
  const tree = treeOf({ name: oneLine(parsed.title), nodes, edges });
  const outline = problems.length > 0 ? null : tree.outline;
  return { outline, problems: [...problems, ...tree.problems] };
}

function topOnes({ relations, statements }: ParsedArgdown): (one: ParsedStatement) => boolean {
  const below = new Set(relations.map(({ from }) => keyOf(from.kind, from.label)));
  for (const { steps } of statements) for (const { label } of steps) below.add(label);
  return ({ kind, label }) => !below.has(keyOf(kind, label));
}

function nodeOf(one: ParsedStatement, isTop: boolean): GraphNode {
  const { kind, label, line } = one;
  const text = cleanText(one.text);
  const data = statementData.parse(one.data ?? {});
  const split = (isTop ? motionOf : splitClaim)(wordsOf(label, text));
  return {
    key: keyOf(kind, label),
    title: split.title,
    body: [split.body, cleanText(data.body)].filter(Boolean).join("\n\n"),
    sources: data.sources.filter(({ title }) => title),
    line: line ?? 1,
  };
}

/** A label that only numbers or names the motion says nothing; any other is the claim in short. */
function wordsOf(label: string, text: string): string {
  const says = !(
    unnamed.test(label) ||
    label === motionLabel ||
    numberSchema.safeParse(label).success
  );
  if (!text) return cleanText(label);
  return says ? `${cleanText(label)}\n\n${text}` : text;
}

function edgeOf({ type, from, to, line }: ParsedRelation): GraphEdge[] {
  const stance = stanceOf[type];
  if (!stance) return [];
  const ends = { from: keyOf(from.kind, from.label), to: keyOf(to.kind, to.label) };
  return [{ ...ends, stance, line: line ?? 1 }];
}

/** An argument supports its conclusion; its premises support it. */
function stepsOf({ kind, label, steps, line }: ParsedStatement): GraphEdge[] {
  const own = keyOf(kind, label);
  return steps.flatMap((step): GraphEdge[] => {
    const place = { stance: "SUPPORT" as const, line: line ?? 1 };
    if (step.role === "main-conclusion") return [{ from: own, to: step.label, ...place }];
    return step.role === "premise" ? [{ from: step.label, to: own, ...place }] : [];
  });
}
