import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { askAgain } from "@/lib/voting/commands/survive";
import type { SplitArgumentInput } from "../curation-schema";
import { canCurate } from "../placement";
import { writeChange } from "./change";
import { lockCounts, lockForCuration, type Curated } from "./curate";
import type { Curation } from "./move-argument";
import { nextPath } from "./place";

/**
 * Splits an argument that makes two claims: it keeps one, and the other becomes an argument of the
 * same author beside it. Votes stay with the first and are asked about; the other begins without.
 *
 * @returns the new one
 * @throws DomainError NOT_FOUND, STALE_VERSION, or the refusal of `canCurate`
 */
export async function splitArgument(actor: Actor, input: SplitArgumentInput): Promise<Curation> {
  await limit("moderation", actor.id);
  const { debateId } = input.id;
  const { split, handle, other } = await db.$transaction(async (tx) => {
    const curated = await lockForCuration(tx, actor, input);
    assertGranted(canCurate(actor, curated));
    const { argument, slug } = curated;
    await lockCounts(tx, debateId, [input.id.id, argument.parentId]);
    const other = await addOther(tx, actor, input, curated);
    const entry = await keepFirst(tx, actor, input, curated, other);
    const id = publicId({ debateId, id: other.id });
    const split = { id, number: other.path.join("."), debate: slug, entry };
    return { split, handle: curated.handle, other: { debateId, id: other.id } };
  });
  tellChanged(...affected.moderation(debateId, handle));
  tellHappened(happened(input.id, "EDITED"));
  tellHappened(happened(other, "ADDED"));
  return split;
}

async function keepFirst(
  tx: Transaction,
  actor: Actor,
  { id: ref, title, body, publicReason, privateNote, ground }: SplitArgumentInput,
  { argument, slug, version: was, snapshot }: Curated,
  other: { id: number; path: number[] },
): Promise<number> {
  const before = { slug, version: was, authorId: argument.authorId };
  const { version } = await writeChange(tx, actor, ref, before, {
    change: "SPLIT",
    title,
    body,
    reason: publicReason,
    status: "LIVE",
    logged: true,
  });
  const asking = await askAgain(tx, ref, version);
  return appendEntry(tx, {
    action: "SPLIT",
    about: { target: "ARGUMENT", debateId: ref.debateId, argumentId: ref.id },
    actorId: actor.id,
    personId: argument.authorId,
    ground,
    publicReason,
    privateNote,
    details: {
      from: { version: was },
      to: { version, other: other.id, number: other.path.join(".") },
      asking,
    },
    snapshot,
  });
}

async function addOther(
  tx: Transaction,
  actor: Actor,
  input: SplitArgumentInput,
  { ref, argument }: Curated,
): Promise<{ id: number; path: number[] }> {
  const { debateId } = ref;
  const { otherTitle: title, otherBody: body, otherStance: stance, publicReason: reason } = input;
  const path = await nextPath(tx, debateId, argument.parentId);
  const { parentId, authorId } = argument;
  const { id } = await tx.argument.create({
    data: { debateId, parentId, stance, path, title, body, authorId },
    select: { id: true },
  });
  const sources = await giveSources(tx, ref, id, input.otherSources);
  await tx.argumentRevision.create({
    data: {
      ...{ debateId, argumentId: id, version: 1, change: "CREATED", title, body, reason },
      ...{ sources, factIds: [], editorId: actor.id },
    },
  });
  return { id, path };
}

/** Lets the new argument cite these sources of the first, by the numbers that readers see. */
async function giveSources(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  otherId: number,
  numbers: readonly number[],
) {
  const cited = await tx.citation.findMany({
    where: { debateId, argumentId: id, source: { number: { in: [...numbers] } } },
    orderBy: { position: "asc" },
    select: { sourceId: true, quotation: true, note: true },
  });
  await tx.citation.createMany({
    data: cited.map((one, position) => ({ debateId, argumentId: otherId, position, ...one })),
  });
  return cited.map(({ sourceId, quotation }) => ({ sourceId, quotation }));
}
