import "server-only";
import { db } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { notThisOne } from "./settings";

/** Signs one of the person's browsers out. @throws DomainError NOT_FOUND when it is not theirs */
export async function endOneSession(
  actor: Actor,
  input: { sessionId: string },
): Promise<{ ended: number }> {
  const { count } = await db.session.deleteMany({
    where: { id: input.sessionId, userId: actor.id },
  });
  if (count === 0) throw new DomainError("NOT_FOUND");
  tellChanged(...affected.standing());
  return { ended: count };
}

/** Signs every other browser of the person out. */
export async function endOtherSessions(actor: Actor): Promise<{ ended: number }> {
  const { count } = await db.session.deleteMany({
    where: { userId: actor.id, ...notThisOne(actor) },
  });
  tellChanged(...affected.standing());
  return { ended: count };
}
