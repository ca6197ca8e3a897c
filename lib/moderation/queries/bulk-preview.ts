import "server-only";
import { withheldTitle } from "@/lib/arguments/withheld";
import { Prisma } from "@/lib/db/generated/client";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { errorWords } from "@/lib/shared/wording";
import type { DecideManyInput } from "../queue-schema";
import type { BulkItem } from "../queue-view";
import { canModerate } from "../rules";
import { canTakeUp } from "../triage";
import { decisionsFor, type Decision } from "../vocabulary";
import { whatTheyModerate } from "./queue";
import { reviewRows, toQueueItem, type ReviewRow } from "./review-rows";

/**
 * What several things would become, and which cannot be decided so and why; in the order given.
 * Things that this moderator may not look at are left out.
 *
 * @throws DomainError as `whatTheyModerate`
 */
export async function previewMany(
  viewer: Viewer | null,
  { pick, decision }: Pick<DecideManyInput, "pick" | "decision">,
): Promise<BulkItem[]> {
  const theirs = await whatTheyModerate(viewer);
  const ids = pick.map(({ review }) => review);
  const rows = await reviewRows(Prisma.sql`v.id = ANY (${ids}::int[]) AND ${theirs}`, pick.length);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const untitled = withheldTitle();
  return pick.flatMap(({ review, version }) => {
    const row = byId.get(review);
    if (!row) return [];
    const { title, author } = toQueueItem(row, viewer!.id, untitled);
    const refused = whyNot(viewer!, row, version, decision);
    return [{ review, version, title, author: author?.name ?? null, refused }];
  });
}

function whyNot(
  viewer: Viewer,
  row: ReviewRow,
  version: number,
  decision: Decision,
): string | null {
  const { authorId, debateStatus, claimedById, claimedBy } = row;
  const facts = { authorId, debateStatus, viewerIsEditor: !isModerator(viewer) };
  const words = (error: DomainError) => errorWords(error, translator("errors"));
  const t = translator("moderation");
  if (row.entryId !== null) return words(new DomainError("REVIEW_DECIDED"));
  for (const permission of [canModerate(viewer, facts), canTakeUp(viewer, row.escalated)]) {
    if (!permission.granted) return words(new DomainError(permission.because));
  }
  if (claimedById !== null && claimedById !== viewer.id) {
    return words(new DomainError("REVIEW_CLAIMED", { params: { name: claimedBy ?? "" } }));
  }
  if (row.cause !== "FLAG" || !decisionsFor(row.target).includes(decision)) {
    return t("bulk.notPossible");
  }
  return row.version === version ? null : t("bulk.changed");
}
