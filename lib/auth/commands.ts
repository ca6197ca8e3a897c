import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { sessionSeconds } from "./cookie";

/**
 * Opens a session for a person who has just proved who they are.
 * @param device what the browser calls itself, shown in the person's list of sessions
 * @returns the session row's id
 */
export async function openSession(
  userId: number,
  device: string,
  tx: Transaction = db,
): Promise<string> {
  const { id } = await tx.session.create({
    data: {
      userId,
      device: device.replace(/[^\x20-\x7e]/g, "").slice(0, 300),
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
    },
    select: { id: true },
  });
  return id;
}

/** Ends one session; nothing happens when it has ended already. */
export async function endSession(sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId } });
  tellChanged(...affected.standing());
}
