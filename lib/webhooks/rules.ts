import { granted, refused, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { webhookLimits } from "./vocabulary";

/** Whether the viewer may have one more webhook. */
export function canAddWebhook(viewer: Viewer | null, kept: number): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  if (kept >= webhookLimits.each) return refused("WEBHOOK_LIMIT");
  return granted;
}

/** After so many attempts a delivery is given up. */
export const mostAttempts = 8;

/** Seconds to wait after the first, second … failed attempt: about a day altogether. */
const waits = [30, 2 * 60, 10 * 60, 40 * 60, 2.5 * 3600, 7 * 3600, 14 * 3600] as const;

/**
 * How long to wait after a failed attempt, in milliseconds, up to a fifth more or less so that what
 * failed together does not come back together.
 * @param attempts how many attempts there have been, 1 at least
 * @param chance a number from 0 to 1
 * @returns null when the delivery is to be given up
 */
export function waitAfter(attempts: number, chance: number): number | null {
  const seconds = waits[attempts - 1];
  return seconds === undefined ? null : Math.round(seconds * 1000 * (0.8 + 0.4 * chance));
}

/** A webhook that nothing has reached for so long is switched off: three days, in milliseconds. */
export const longestFailing = 3 * 24 * 3600 * 1000;
