import type { ArgumentColumns, ArgumentThread, ArgumentView } from "@/lib/arguments/view";

/** Levels of replies that a page shows below an argument. */
export const shownLevels = 3;

/** Every argument that a page shows, by id: both columns and the open subtree, if it hangs on one. */
export function findInPage(
  columns: ArgumentColumns,
  thread: ArgumentThread | null,
): Map<string, ArgumentView> {
  const found = new Map<string, ArgumentView>();
  for (const argument of [...columns.support.items, ...columns.oppose.items]) {
    found.set(argument.id, argument);
  }
  if (thread && found.has(thread.id)) addReplies(thread, shownLevels, found);
  return found;
}

function addReplies(thread: ArgumentThread, levels: number, found: Map<string, ArgumentView>) {
  if (levels === 0) return;
  for (const reply of thread.replies) {
    found.set(reply.id, reply);
    addReplies(reply, levels - 1, found);
  }
}
