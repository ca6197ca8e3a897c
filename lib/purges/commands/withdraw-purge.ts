import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { tellHappened } from "@/lib/live/happenings";
import { lockThing } from "@/lib/moderation/commands/thing";
import { readEntry, takeBack } from "@/lib/moderation/commands/undo-entry";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canWithdrawPurge } from "../rules";
import type { PurgeRef } from "../schema";
import { actorNow } from "./actor-now";
import { lockPurge, type LockedPurge } from "./locked-purge";
import { tagsOf } from "./subject";

/**
 * Gives a purge up that nobody confirmed yet. What it hid is shown again, in public, unless something
 * was done to it since.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canWithdrawPurge`
 */
export async function withdrawPurge(
  actor: Actor,
  { purge: id }: PurgeRef,
): Promise<{ purge: number }> {
  await limit("moderation", actor.id);
  const { subject, happening } = await db.$transaction(async (tx) => {
    const administrator = await actorNow(tx, actor);
    const purge = await lockPurge(tx, id, actor.id);
    assertGranted(canWithdrawPurge(administrator, purge));
    const data = { withdrawnAt: new Date() };
    await tx.purge.update({ where: { id }, data, select: { id: true } });
    return { subject: purge.subject, happening: await showAgain(tx, actor, purge) };
  });
  tellChanged(...tagsOf(subject));
  if (happening) tellHappened(happening);
  return { purge: id };
}

async function showAgain(tx: Transaction, actor: Actor, { subject, hiddenById }: LockedPurge) {
  if (hiddenById === null) return null;
  const { about } = subject;
  const entry = await readEntry(tx, hiddenById);
  const thing = await lockThing(tx, about, actor.id);
  const publicReason = translator("purges")("withdrawnReason");
  const words = { publicReason, privateNote: "" };
  try {
    return (await takeBack(tx, actor, { entry, about, thing }, words)).happening;
  } catch (error) {
    if (error instanceof DomainError && error.code === "LATER_FIRST") return null;
    throw error;
  }
}
