import "server-only";
import { db } from "@/lib/db/client";
import type { Page } from "@/lib/shared/cursor";
import { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import type { LogEntryView } from "../log-view";
import type { LogListInput } from "../log-schema";
import type { ModerationAction } from "../vocabulary";
import { listLog } from "./log";
import { whatTheyModerate } from "./queue";

export type OwnDecisions = {
  page: Page<LogEntryView>;
  byAction: { action: ModerationAction; count: number; undone: number }[];
  appeals: { upheld: number; overturned: number; waiting: number };
};

/**
 * What a moderator decided themselves, newest first, and what became of it.
 * @throws DomainError SIGN_IN_REQUIRED, SCOPE_MISSING, or NOT_ALLOWED for who moderates nothing
 */
export async function getOwnDecisions(
  viewer: Viewer | null,
  input: LogListInput,
): Promise<OwnDecisions> {
  await whatTheyModerate(viewer);
  if (!viewer) throw new DomainError("SIGN_IN_REQUIRED");
  const [page, byAction, [appeals]] = await Promise.all([
    listLog(input, { actorId: viewer.id }),
    db.$queryRaw<OwnDecisions["byAction"]>`
      SELECT e.action::text AS action, count(*)::int AS count, count(u.id)::int AS undone
      FROM moderation_entries e LEFT JOIN moderation_entries u ON u.undoes_id = e.id
      WHERE e.actor_id = ${viewer.id} GROUP BY 1 ORDER BY 2 DESC, 1`,
    db.$queryRaw<OwnDecisions["appeals"][]>`
      SELECT (count(*) FILTER (WHERE o.action = 'UPHOLD'))::int AS upheld,
        (count(*) FILTER (WHERE o.action <> 'UPHOLD'))::int AS overturned,
        (count(*) FILTER (WHERE o.id IS NULL))::int AS waiting
      FROM appeals a
      JOIN moderation_entries e ON e.id = a.entry_id AND e.actor_id = ${viewer.id}
      LEFT JOIN moderation_entries o ON o.id = a.outcome_id`,
  ]);
  return { page, byAction, appeals: appeals! };
}
