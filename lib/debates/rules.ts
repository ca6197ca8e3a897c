import { granted, refused, type Permission } from "@/lib/shared/permission";

/** What keeps new arguments and comments out of a debate that is open. */
export type AddFacts = {
  debateLocked: boolean;
  /** The argument it would stand below is locked, or one further up. */
  threadLocked: boolean;
  /** In slow mode: when this person may add something again; null when now. */
  slowUntil: Date | null;
};

/** Whether something new may be added here now. The same as `may_add` in the migration `sanctions`. */
export function canAdd({ debateLocked, threadLocked, slowUntil }: AddFacts): Permission {
  if (debateLocked) return refused("DEBATE_LOCKED");
  if (threadLocked) return refused("THREAD_LOCKED");
  if (slowUntil) return refused("SLOW_MODE", { until: slowUntil.getTime() });
  return granted;
}
