import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { authSecret } from "@/lib/auth/cookie";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canManage } from "../rules";
import { type SettingsInput } from "../schema";
import { defaultSettings } from "../vocabulary";
import { readUnsubscribeToken } from "../unsubscribe-token";

/**
 * Chooses what is mailed and how often; what is left out stays as it is.
 * @throws DomainError the refusal of `canManage`
 */
export async function saveSettings(
  actor: Actor,
  { digest, mailed, queueMails }: SettingsInput,
): Promise<{ saved: true }> {
  assertGranted(canManage(actor));
  const chosen = {
    ...(digest ? { digest } : {}),
    ...(mailed ? { mailed } : {}),
    ...(queueMails === undefined ? {} : { queueMails }),
  };
  await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    await tx.notificationSettings.upsert({
      where: { userId: actor.id },
      create: {
        userId: actor.id,
        digest: defaultSettings.digest,
        mailed: [...defaultSettings.mailed],
        ...chosen,
      },
      update: chosen,
      select: { userId: true },
    });
  });
  return { saved: true };
}

/**
 * Ends a person's digests by the token of a mail: the token is the permission (RFC 8058), nobody
 * has to be signed in. Nothing else can be done with it; done twice it is done once.
 *
 * @throws DomainError LINK_EXPIRED when it is not one of ours
 */
export async function unsubscribe(token: string): Promise<void> {
  const userId = readUnsubscribeToken(token, authSecret());
  if (userId === null) throw new DomainError("LINK_EXPIRED");
  await db.$executeRaw`
    INSERT INTO notification_settings (user_id, digest)
    SELECT id, 'NEVER' FROM users WHERE id = ${userId} AND status <> 'ERASED'
    FOR KEY SHARE
    ON CONFLICT (user_id) DO UPDATE SET digest = 'NEVER'`;
}
