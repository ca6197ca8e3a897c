import { processWide } from "@/lib/shared/process-wide";

const controller = () => processWide("shutdown", () => new AbortController());

/**
 * Aborted when this instance is about to stop. Event streams end themselves then, and readiness
 * turns false, so that no new readers are sent here.
 */
export function shutdownSignal(): AbortSignal {
  return controller().signal;
}

/** Tells everyone in this process that it is about to stop. */
export function beginShutdown(): void {
  controller().abort();
}
