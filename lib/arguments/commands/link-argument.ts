import "server-only";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { publicId } from "@/lib/shared/ids";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import type { LinkArgumentInput } from "../curation-schema";
import { canLink } from "../placement";
import { findNamed, lockForCuration } from "./curate";
import type { Curation } from "./move-argument";

/**
 * Lets an argument be found in another place too: a reference, without votes or replies of its own.
 *
 * @throws DomainError NOT_FOUND, INVALID_INPUT, STALE_VERSION, or the refusal of `canLink`
 */
export async function linkArgument(actor: Actor, input: LinkArgumentInput): Promise<Curation> {
  await limit("moderation", actor.id);
  const { stance } = input;
  const { debateId, id: argumentId } = input.id;
  const { linked, handle } = await db.$transaction(async (tx) => {
    const curated = await lockForCuration(tx, actor, input);
    const parent = await findNamed(tx, debateId, input.to, "to");
    const place = { debateId, argumentId, parentId: parent?.id ?? null };
    const linkedThere = (await tx.argumentLink.count({ where: place })) > 0;
    assertGranted(canLink(actor, { ...curated, linkedThere }, parent));
    const { id } = await tx.argumentLink.create({
      data: { ...place, stance },
      select: { id: true },
    });
    const entry = await appendEntry(tx, {
      action: "LINK",
      about: { target: "ARGUMENT", debateId, argumentId },
      actorId: actor.id,
      personId: curated.argument.authorId,
      ground: input.ground,
      publicReason: input.publicReason,
      privateNote: input.privateNote,
      details: {
        to: { link: id, parentId: place.parentId, stance, number: parent?.path.join(".") ?? "" },
      },
      snapshot: curated.snapshot,
    });
    const number = curated.argument.path.join(".");
    const linked = { id: publicId(input.id), number, debate: curated.slug, entry };
    return { linked, handle: curated.handle };
  });
  tellChanged(...affected.moderation(debateId, handle));
  return linked;
}
