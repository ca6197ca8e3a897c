import { processWide } from "@/lib/shared/process-wide";

type Listener = () => void;

const listeners = () => processWide("jobs-bell", () => new Set<Listener>());

/** Tells this process's worker that there may be work, so that it need not wait for its next look. */
export function noteWaiting(): void {
  for (const listener of listeners()) listener();
}

/** @returns a function that stops listening */
export function onWaiting(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
