import type { ArgumentThread, ArgumentView } from "./view";

/**
 * Joins a subtree's arguments into a thread: replies best first (lower bound, then age).
 *
 * @param root the argument the subtree hangs on
 * @param below its descendants, in any order; those whose parent is missing are left out
 */
export function buildThread(root: ArgumentView, below: readonly ArgumentView[]): ArgumentThread {
  const children = new Map<string, ArgumentView[]>();
  for (const argument of below) {
    const siblings = children.get(argument.parentId ?? "") ?? [];
    siblings.push(argument);
    children.set(argument.parentId ?? "", siblings);
  }
  const join = (argument: ArgumentView): ArgumentThread => {
    const replies = (children.get(argument.id) ?? []).sort(bestFirst).map(join);
    const all = argument.children.support + argument.children.oppose;
    return { ...argument, replies, more: Math.max(0, all - replies.length) };
  };
  return join(root);
}

function bestFirst(a: ArgumentView, b: ArgumentView): number {
  return b.votes.lowerBound - a.votes.lowerBound || a.createdAt.localeCompare(b.createdAt);
}
