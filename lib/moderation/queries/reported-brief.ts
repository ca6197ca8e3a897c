import "server-only";
import { db } from "@/lib/db/client";
import { readBrief } from "@/lib/debates/queries/brief";
import { routes } from "@/lib/routes";
import type { Viewer } from "@/lib/shared/viewer";
import { canCloseCorrected, type CurationFacts } from "../rules";
import type { ReportedBrief } from "../view";
import { correctionSince } from "./correction";
import type { ReviewRow } from "./review-rows";

/** What of the brief is said to be wrong, and the way to correct it; null for what is no such report. */
export async function reportedBrief(
  viewer: Viewer,
  { debateId, slug, authorId, factId, openedAt }: ReviewRow,
  facts: CurationFacts,
): Promise<ReportedBrief | null> {
  if (debateId === null || slug === null || authorId !== null) return null;
  const [brief, correction] = await Promise.all([
    factId === null ? null : readBrief(debateId),
    correctionSince(db, { debateId, factId, openedAt }),
  ]);
  const fact = brief?.facts.find(({ id }) => id === factId) ?? null;
  const place = fact ? { part: "facts", item: fact.id } : {};
  return {
    fact,
    editHref: routes.editDebate(slug, place),
    correction,
    canClose: canCloseCorrected(viewer, { ...facts, correction }),
  };
}
