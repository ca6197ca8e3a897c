import "server-only";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { unask } from "@/lib/voting/commands/survive";
import { isWithin } from "../../placement";
import { argumentLimits } from "../../vocabulary";
import { writeChange } from "../change";
import { asVisible, findNamed, lockBranch, lockCounts } from "../curate";
import { placeArgument } from "../place";
import { linkDetails, markDetails, moveDetails } from "./details";

/** Who takes something back, of which argument, by what the entry says, and why. */
export type TakeBack = {
  actorId: number;
  ref: DebateItemRef;
  details: unknown;
  reason: string;
};

/**
 * Puts a moved argument back where it stood, under its former number.
 * @throws DomainError LATER_FIRST when that place is below itself by now, or archived; TREE_TOO_DEEP
 */
export async function takeBackMove(tx: Transaction, { actorId, ref, ...by }: TakeBack) {
  const { from, version: ended, asking } = moveDetails.parse(by.details);
  const curated = await lockBranch(tx, actorId, ref);
  const { argument } = curated;
  const named = from.parentId === null ? null : { debateId: ref.debateId, id: from.parentId };
  const parent = await findNamed(tx, ref.debateId, named, "entry");
  if (parent && (isWithin(parent.path, argument.path) || parent.status !== "LIVE"))
    throw new DomainError("LATER_FIRST");
  if ((parent?.path.length ?? 0) + 1 + argument.levelsBelow > argumentLimits.depth)
    throw new DomainError("TREE_TOO_DEEP");
  await lockCounts(tx, ref.debateId, [ref.id, argument.parentId, from.parentId]);
  await placeArgument(tx, ref, from, Number(from.number.split(".").at(-1)));
  const { slug, snapshot, version: was } = curated;
  const before = { slug, version: was, authorId: argument.authorId };
  const { version } = await writeChange(tx, { id: actorId }, ref, before, {
    ...snapshot,
    ...asVisible(curated),
    change: "MOVED",
    reason: by.reason,
    logged: true,
  });
  await unask(tx, ref, { ended, version, asking });
}

/** The marks as they were. */
export async function takeBackMark(tx: Transaction, { ref, details }: TakeBack) {
  const { marks } = markDetails.parse(details).from;
  await tx.argument.update({
    where: { debateId_id: { debateId: ref.debateId, id: ref.id } },
    data: { marks },
    select: { id: true },
  });
}

/** The reference is gone. */
export async function takeBackLink(tx: Transaction, { ref, details }: TakeBack) {
  const id = linkDetails.parse(details).to.link;
  await tx.argumentLink.deleteMany({ where: { debateId: ref.debateId, id } });
}
