import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/lib/shared/process-wide";
import type { LimitName } from "./rules";

/** What a limit leaves after something was counted against it. */
export type Counted = {
  name: LimitName;
  points: number;
  /** In seconds. */
  duration: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  reset: number;
};

const watched = () => processWide("limits-watched", () => new AsyncLocalStorage<Counted[]>());

/** Does something and gathers what it counts, however deep inside, in `counted`. */
export function watchLimits<T>(counted: Counted[], work: () => T): T {
  return watched().run(counted, work);
}

/** Tells whoever watches. */
export function tellCounted(counted: Counted): void {
  watched().getStore()?.push(counted);
}
