import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { closeReview } from "@/lib/moderation/commands/close-review";
import { lockReview } from "@/lib/moderation/commands/locked-review";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { joinVotes, type Pair } from "@/lib/voting/commands/join";
import type { MergeArgumentsInput } from "../curation-schema";
import { canMerge, type Other } from "../placement";
import { writeChange } from "./change";
import { findNamed, lockCounts, lockForCuration, type Curated } from "./curate";
import { joinBranches, type Joined } from "./join-branches";
import type { Curation } from "./move-argument";

/** `review` when one was decided by it. */
export type Merged = Curation & { review?: number };

/**
 * Merges an argument into another that says the same. The kept one gets its sources, facts, replies
 * and comments; votes are joined, one a person, the one given later. The merged argument leaves the
 * tree and its link leads to the kept one.
 * A review that waits for this is decided by it.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, the refusal of `canMerge`, or as
 *   `lockReview`
 */
export async function mergeArguments(actor: Actor, input: MergeArgumentsInput): Promise<Merged> {
  await limit("moderation", actor.id);
  const { merged, happenings, handle } = await db.$transaction((tx) =>
    writeMerge(tx, actor, input),
  );
  tellChanged(...affected.moderation(input.id.debateId, handle));
  happenings.forEach(tellHappened);
  return merged;
}

/**
 * Merges as one step of a transaction; what open pages are to hear of it is told after the commit.
 *
 * @param accepted what the log's entry says of the suggestion that this accepts
 * @throws DomainError as `mergeArguments`
 */
export async function writeMerge(
  tx: Transaction,
  actor: Actor,
  input: MergeArgumentsInput,
  accepted: Record<string, unknown> = {},
) {
  const { debateId } = input.id;
  const curated = await lockForCuration(tx, actor, input);
  const into = (await findNamed(tx, debateId, input.into, "into"))!;
  assertGranted(canMerge(actor, curated, into));
  if (input.review) await lockReviewOf(tx, actor, input.review, input.id);
  const entry = await merge(tx, actor, { ...input, accepted }, curated, into);
  if (input.review) {
    const { id: actorId } = actor;
    await closeReview(tx, { id: input.review, actorId, entryId: entry, outcome: "UPHELD" });
  }
  const kept = { debateId, id: into.id };
  const merged: Merged = {
    ...{ id: publicId(kept), number: into.path.join("."), debate: curated.slug, entry },
    ...(input.review ? { review: input.review } : {}),
  };
  const happenings = [happened(input.id, "ARCHIVED"), happened(kept, "EDITED")];
  return { merged, happenings, handle: curated.handle };
}

/** @throws DomainError as `lockReview`; NOT_FOUND when no flag of this argument waits there */
async function lockReviewOf(
  tx: Transaction,
  actor: Actor,
  review: number,
  { debateId, id }: DebateItemRef,
): Promise<void> {
  const { about, cause } = await lockReview(tx, actor, review, null);
  const same =
    about.target === "ARGUMENT" && about.debateId === debateId && about.argumentId === id;
  if (!same || cause !== "FLAG") throw new DomainError("NOT_FOUND");
}

async function merge(
  tx: Transaction,
  actor: Actor,
  input: MergeArgumentsInput & { accepted: Record<string, unknown> },
  curated: Curated,
  into: Other,
): Promise<number> {
  const { publicReason: reason, ground, privateNote } = input;
  const { ref, slug, snapshot, argument } = curated;
  const pair: Pair = { debateId: ref.debateId, from: ref.id, into: into.id };
  await lockCounts(tx, ref.debateId, [ref.id, into.id, argument.parentId]);
  const joined: Joined = await joinBranches(tx, pair);
  const kept = await writeKept(tx, actor, curated, into, reason);
  const asking = await joinVotes(tx, pair, kept);
  const before = { slug, version: curated.version, authorId: argument.authorId };
  await writeChange(tx, actor, ref, before, {
    ...snapshot,
    status: "ARCHIVED",
    change: "MERGED",
    reason,
    curated: true,
    mergedIntoId: into.id,
    logged: true,
  });
  return appendEntry(tx, {
    action: "MERGE",
    about: { target: "ARGUMENT", debateId: ref.debateId, argumentId: ref.id },
    actorId: actor.id,
    personId: argument.authorId,
    ground,
    publicReason: reason,
    privateNote,
    details: {
      ...input.accepted,
      to: { id: into.id, number: into.path.join("."), version: kept },
      joined,
      asking,
    },
    snapshot,
  });
}

/** The kept argument's next version: the same words, with what came along. @returns its number */
async function writeKept(
  tx: Transaction,
  actor: Actor,
  { ref, slug }: Curated,
  into: Other,
  reason: string,
): Promise<number> {
  const { debateId } = ref;
  const { title, body, version } = await tx.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id: into.id } },
    select: { title: true, body: true, version: true },
  });
  const before = { slug, version, authorId: into.authorId };
  const written = await writeChange(tx, actor, { debateId, id: into.id }, before, {
    change: "MERGED",
    title,
    body,
    reason,
    status: "LIVE",
  });
  return written.version;
}
