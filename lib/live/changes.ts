import { processWide } from "@/lib/shared/process-wide";
import type { Tag } from "./tags";

type Listener = (tags: readonly Tag[]) => void;

const listeners = () => processWide("changes", () => new Set<Listener>());

/** Told by commands after their transaction: what they have changed, whichever bundle they run in. */
export function tellChanged(...tags: Tag[]): void {
  for (const listener of listeners()) listener(tags);
}

/** @returns a function that stops listening */
export function onChanged(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
