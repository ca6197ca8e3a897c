import "server-only";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { MarkArgumentInput } from "../curation-schema";
import { canCurate } from "../placement";
import { lockForCuration } from "./curate";
import type { Curation } from "./move-argument";

/**
 * Notes on an argument's quality, at most two, in place of those it had. Its words stay.
 *
 * @throws DomainError NOT_FOUND, STALE_VERSION, MARKED_SO when it has just these, or the refusal
 *   of `canCurate`
 */
export async function markArgument(actor: Actor, input: MarkArgumentInput): Promise<Curation> {
  await limit("moderation", actor.id);
  const { debateId, id } = input.id;
  const { marked, handle } = await db.$transaction(async (tx) => {
    const curated = await lockForCuration(tx, actor, input);
    assertGranted(canCurate(actor, curated));
    const where = { debateId_id: { debateId, id } };
    const { marks: from } = await tx.argument.findUniqueOrThrow({ where, select: { marks: true } });
    const to = input.marks;
    if (from.length === to.length && to.every((mark) => from.includes(mark)))
      throw new DomainError("MARKED_SO");
    await tx.argument.update({ where, data: { marks: to }, select: { id: true } });
    const entry = await appendEntry(tx, {
      action: "MARK",
      about: { target: "ARGUMENT", debateId, argumentId: id },
      actorId: actor.id,
      personId: curated.argument.authorId,
      ground: input.ground,
      publicReason: input.publicReason,
      privateNote: input.privateNote,
      details: { from: { marks: from }, to: { marks: to } },
      snapshot: curated.snapshot,
    });
    const number = curated.argument.path.join(".");
    return {
      marked: { id: publicId(input.id), number, debate: curated.slug, entry },
      handle: curated.handle,
    };
  });
  tellChanged(...affected.moderation(debateId, handle));
  return marked;
}
