import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { limit } from "@/lib/limits/limit";
import { assertGranted } from "@/lib/shared/permission";
import { latinStem } from "@/lib/shared/latin";
import type { Actor } from "@/lib/shared/viewer";
import type { CreateDebateInput } from "../brief-schema";
import { isNewHere } from "../queries/standing";
import { canCreateDebate } from "../editorship";
import { freeSlug } from "./free-slug";

export type CreatedDebate = { debate: string; version: number };

/**
 * Makes a draft, seen by its editors and by moderators alone. Whoever makes it is its editor.
 *
 * @throws DomainError TOO_MANY_REQUESTS, or the refusal of `canCreateDebate`
 */
export async function createDebate(
  actor: Actor,
  { title, motion, motionNote }: CreateDebateInput,
): Promise<CreatedDebate> {
  await limit("debates", actor.id);
  return db.$transaction(async (tx) => {
    await assertVoice(tx, actor);
    const isNew = await isNewHere(tx, actor.id);
    assertGranted(canCreateDebate(actor, { by: env.DEBATES_BY, isNew }));
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('counterpoint.slugs'))`;
    const brief = { headline: "", summary: "", statusLine: "", decidedBy: "" };
    const { slug, version } = await tx.debate.create({
      data: {
        ...{ title, motion, motionNote, createdById: actor.id },
        slug: await freeSlug(tx, latinStem(title, 72) || "debate"),
        brief: { create: brief },
        roles: { create: { userId: actor.id, role: "EDITOR" } },
      },
      select: { slug: true, version: true },
    });
    return { debate: slug, version };
  });
}
