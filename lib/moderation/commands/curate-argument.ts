import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { writing } from "@/lib/db/writing";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { happened, tellHappened } from "@/lib/live/happenings";
import { affected } from "@/lib/live/tags";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canCurateArgument } from "../curation";
import type { CurateArgumentInput } from "../schema";
import { appendEntry } from "./append-entry";
import type { Curated } from "./curate-debate";
import { lockThing } from "./thing";

/**
 * Locks the thread below an argument, or features the argument on its side: in public, as an entry of
 * the log.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canCurateArgument`
 */
export async function curateArgument(actor: Actor, input: CurateArgumentInput): Promise<Curated> {
  await limit("moderation", actor.id);
  const { debateId, id } = input.argument;
  const { entry, handle } = await writing([], async (tx) => {
    await assertVoice(tx, actor);
    const about = { target: "ARGUMENT", debateId, argumentId: id } as const;
    const thing = await lockThing(tx, about, actor.id);
    const where = { debateId_id: { debateId, id } };
    const life = await tx.argument.findUniqueOrThrow({
      where,
      select: { locked: true, featured: true },
    });
    assertGranted(canCurateArgument(actor, input.act, { ...thing, ...life }));
    const data = input.act === "LOCK" ? { locked: true } : { featured: true };
    await tx.argument.update({ where, data, select: { id: true } });
    const entry = await appendEntry(tx, {
      action: input.act,
      about,
      actorId: actor.id,
      personId: thing.authorId,
      ground: "OTHER",
      publicReason: input.publicReason,
      privateNote: input.privateNote,
      snapshot: thing.words,
    });
    return { entry, handle: thing.handle };
  });
  tellChanged(...affected.moderation(debateId, handle));
  if (input.act === "LOCK") tellHappened(happened(input.argument, "LOCKED"));
  return { entry };
}
