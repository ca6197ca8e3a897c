import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { partVotes } from "@/lib/voting/commands/join";
import { writeChange } from "../change";
import { asVisible, lockBranch, lockCounts } from "../curate";
import { partBranches } from "../join-branches";
import { mergeDetails } from "./details";
import type { TakeBack } from "./place";

/**
 * Parts two arguments again: each has its votes, sources, replies and comments as before. What came
 * to the kept one since stays there.
 *
 * @throws DomainError LATER_FIRST when the kept one was merged itself
 */
export async function takeBackMerge(tx: Transaction, { actorId, ref, ...by }: TakeBack) {
  const { to, joined, asking } = mergeDetails.parse(by.details);
  const { debateId } = ref;
  const [actor, intoRef] = [{ id: actorId }, { debateId, id: to.id }];
  const from = await lockBranch(tx, actorId, ref);
  const into = await lockBranch(tx, actorId, intoRef);
  if (into.mergedIntoId !== null) throw new DomainError("LATER_FIRST");
  await lockCounts(tx, debateId, [ref.id, to.id, from.argument.parentId]);
  const pair = { debateId, from: ref.id, into: to.id };
  await partBranches(tx, pair, joined);
  await partVotes(tx, pair, to.version, asking);
  const reason = by.reason;
  await writeChange(
    tx,
    actor,
    ref,
    { slug: from.slug, version: from.version, authorId: from.argument.authorId },
    { ...from.snapshot, status: "LIVE", change: "RESTORED", reason, logged: true },
  );
  await writeChange(
    tx,
    actor,
    intoRef,
    { slug: into.slug, version: into.version, authorId: into.argument.authorId },
    { ...into.snapshot, ...asVisible(into), change: "EDITED", reason },
  );
}
