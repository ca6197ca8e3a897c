import "server-only";
import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { DebateItemRef } from "@/lib/shared/ids";
import { unask } from "@/lib/voting/commands/survive";
import { writeChange } from "../change";
import { citeAgain } from "../content";
import { asVisible, lockBranch, lockCounts } from "../curate";
import { wordsDetails } from "./details";
import type { TakeBack } from "./place";

/**
 * Gives an argument the words back that a curator's edit or a split replaced. What a split made
 * beside it is archived.
 *
 * @throws DomainError LATER_FIRST when its words were changed since
 */
export async function takeBackWords(tx: Transaction, { actorId, ref, ...by }: TakeBack) {
  const { from, to, asking } = wordsDetails.parse(by.details);
  const curated = await lockBranch(tx, actorId, ref);
  const { argument, slug, snapshot, version: was } = curated;
  const changed = await readState(tx, ref, to.version);
  if (snapshot.title !== changed.title || snapshot.body !== changed.body)
    throw new DomainError("LATER_FIRST");
  await lockCounts(tx, ref.debateId, [ref.id, argument.parentId]);
  const { title, body, ...cited } = await readState(tx, ref, from.version);
  await citeAgain(tx, ref, cited);
  const before = { slug, version: was, authorId: argument.authorId };
  const { version } = await writeChange(tx, { id: actorId }, ref, before, {
    ...asVisible(curated),
    ...{ title, body, cited },
    change: "EDITED",
    reason: by.reason,
    logged: true,
  });
  if (asking) await unask(tx, ref, { ended: to.version, version, asking });
  if (to.other !== undefined) {
    const other = { debateId: ref.debateId, id: to.other };
    await archiveOther(tx, actorId, other, by.reason);
  }
}

async function archiveOther(tx: Transaction, actorId: number, ref: DebateItemRef, reason: string) {
  const { argument, snapshot, slug, version } = await lockBranch(tx, actorId, ref);
  if (argument.status !== "LIVE") return;
  await lockCounts(tx, ref.debateId, [ref.id, argument.parentId]);
  const before = { slug, version, authorId: argument.authorId };
  await writeChange(tx, { id: actorId }, ref, before, {
    ...snapshot,
    status: "ARCHIVED",
    curated: true,
    change: "ARCHIVED",
    reason,
    logged: true,
  });
}

const storedSources = z.array(z.object({ sourceId: z.number(), quotation: z.string() }));

async function readState(tx: Transaction, { debateId, id }: DebateItemRef, version: number) {
  const { sources, ...state } = await tx.argumentRevision.findUniqueOrThrow({
    where: { debateId_argumentId_version: { debateId, argumentId: id, version } },
    select: { title: true, body: true, sources: true, factIds: true },
  });
  return { ...state, sources: storedSources.parse(sources) };
}
