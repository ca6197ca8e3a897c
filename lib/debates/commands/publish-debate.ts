import "server-only";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { isReady, publishChecklist } from "../checklist";
import { readChecklistFacts } from "../queries/checklist";
import { canPublish } from "../editorship";
import { lockDebate } from "./changing-brief";

/**
 * Opens a draft to everybody, once nothing on the list is missing.
 *
 * @throws DomainError NOT_FOUND, NOT_READY with what is missing, or the refusal of `canPublish`
 */
export async function publishDebate(
  actor: Actor,
  { debate: slug }: { debate: string },
): Promise<{ debate: string; version: number }> {
  await limit("changes", actor.id);
  const opened = await db.$transaction(async (tx) => {
    const { id, version } = await lockDebate(tx, actor, slug, canPublish);
    const checks = publishChecklist(await readChecklistFacts(tx, id));
    if (!isReady(checks)) {
      const missing = checks.filter(({ done }) => !done).map(({ item }) => item);
      throw new DomainError("NOT_READY", { current: { missing } });
    }
    return tx.debate.update({
      where: { id },
      data: { status: "OPEN", openedAt: new Date(), version: version + 1 },
      select: { id: true, version: true },
    });
  });
  tellChanged(...affected.brief(opened.id));
  return { debate: slug, version: opened.version };
}

/**
 * Gives up a draft: everything of it goes, for nobody but its editors has seen it.
 *
 * @throws DomainError NOT_FOUND, or the refusal of `canPublish`
 */
export async function abandonDraft(
  actor: Actor,
  { debate: slug }: { debate: string },
): Promise<null> {
  await limit("changes", actor.id);
  await db.$transaction(async (tx) => {
    const { id } = await lockDebate(tx, actor, slug, canPublish);
    await tx.$executeRaw`SELECT delete_draft(${id}::int)`;
  });
  return null;
}
