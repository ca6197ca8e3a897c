import "server-only";
import { z } from "zod";
import { writeChange } from "@/lib/arguments/commands/change";
import { citedNow } from "@/lib/arguments/commands/content";
import { asVisible, lockBranch } from "@/lib/arguments/commands/curate";
import type { TakeBack } from "@/lib/arguments/commands/take-back/place";
import { takeBackWords } from "@/lib/arguments/commands/take-back/words";
import type { Transaction } from "@/lib/db/client";
import { happened, type Happening } from "@/lib/live/happenings";
import { makeVisible } from "@/lib/moderation/commands/apply";
import type { TargetRef } from "@/lib/moderation/target";
import { parsePublicId } from "@/lib/shared/ids";
import { suggestionKinds } from "../vocabulary";
import { keepWords } from "./keep-words";

const approved = z.object({ suggestion: z.string(), kind: z.enum(suggestionKinds) });
const addedSource = z.object({ to: z.object({ source: z.int() }) });

type Approval = {
  actorId: number;
  about: TargetRef;
  /** As the entry has them. */
  details: unknown;
  reason: string;
};

/**
 * Takes back what accepting a suggestion did: an argument or comment is hidden with its votes and
 * replies, and what waits again has the words that stood there; an edit's words and a source go. The
 * suggestion and the thing are locked.
 *
 * @throws DomainError PURGED, PURGE_WAITS, or LATER_FIRST when the words were changed since
 */
export async function takeBackApproval(
  tx: Transaction,
  { actorId, about, details, reason }: Approval,
): Promise<{ details: Record<string, unknown>; happening: Happening | null }> {
  const { suggestion, kind } = approved.parse(details);
  if (kind === "ARGUMENT" || kind === "COMMENT") {
    await keepWords(tx, parsePublicId(suggestion)!, about);
    const change = await makeVisible(tx, actorId, about, "HIDDEN", reason);
    return {
      details: change ? { from: change.from, to: change.to } : {},
      happening: change?.happening ?? null,
    };
  }
  if (about.target !== "ARGUMENT") throw new Error(`A ${kind} is about an argument.`);
  const ref = { debateId: about.debateId, id: about.argumentId };
  const takeBack = kind === "EDIT" ? takeBackWords : takeBackSource;
  await takeBack(tx, { actorId, ref, details, reason });
  return { details: {}, happening: happened(ref, "EDITED") };
}

/** The argument cites the source no longer, unless it was taken out already. */
async function takeBackSource(tx: Transaction, { actorId, ref, ...by }: TakeBack): Promise<void> {
  const { debateId, id: argumentId } = ref;
  const { source: sourceId } = addedSource.parse(by.details).to;
  const { argument, slug, snapshot, version, ...curated } = await lockBranch(tx, actorId, ref);
  const { count } = await tx.citation.deleteMany({ where: { debateId, argumentId, sourceId } });
  if (count === 0) return;
  const before = { slug, version, authorId: argument.authorId };
  await writeChange(tx, { id: actorId }, ref, before, {
    ...snapshot,
    ...asVisible({ argument, slug, snapshot, version, ...curated }),
    ...{ change: "EDITED", reason: by.reason, cited: await citedNow(tx, ref) },
  });
}
