import type { Stance } from "./vocabulary";
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

/**
 * Arguments in the order of their numbers, told apart by the side on which their direct argument
 * stands. What hangs on an archived argument is left out, as on every page.
 */
export function bySide(inOrder: readonly ArgumentView[]): Record<Stance, ArgumentView[]> {
  const sides: Record<Stance, ArgumentView[]> = { SUPPORT: [], OPPOSE: [] };
  const sideOf = new Map<string, Stance>();
  for (const argument of inOrder) {
    const side = argument.parentId === null ? argument.stance : sideOf.get(argument.parentId);
    if (!side) continue;
    sideOf.set(argument.id, side);
    sides[side].push(argument);
  }
  return sides;
}
