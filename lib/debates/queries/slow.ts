import "server-only";
import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/shared/viewer";
import { readSlowUntil } from "../commands/what-keeps-out";
import { canAdd } from "../rules";
import type { DebateHead } from "../view";

/**
 * Whether slow mode lets the viewer send something now; its refusal says from when on. Said where they
 * write, because they can write until then.
 */
export async function maySendNow(
  viewer: Viewer | null,
  { id, status, slowMinutes }: Pick<DebateHead, "id" | "status" | "slowMinutes">,
) {
  const slow = viewer !== null && status === "OPEN" && slowMinutes !== null;
  const slowUntil = slow ? await readSlowUntil(db, id, viewer.id) : null;
  return canAdd({ debateLocked: false, threadLocked: false, slowUntil });
}
