import "server-only";
import { db } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { mailLink } from "../mails";
import { throttle } from "../throttle";
import { makeLink, useLink } from "./one-time-links";

/** Sends a link that confirms the account's address. Nothing happens when it is confirmed. */
export async function sendVerification(userId: number): Promise<void> {
  const account = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, name: true, emailVerifiedAt: true },
  });
  const { email, name } = account;
  if (!email || account.emailVerifiedAt) return;
  const link = await db.$transaction((tx) => makeLink(tx, userId, "VERIFY_EMAIL", email));
  await mailLink("verify", email, name, link);
}

/** Sends the signed-in person another link. @throws DomainError TOO_MANY_REQUESTS */
export async function resendVerification(actor: Actor): Promise<{ sent: true }> {
  await throttle("mail-account", actor.id);
  await sendVerification(actor.id);
  return { sent: true };
}

/**
 * Uses a link from a message: confirms the address, or puts the new one in the old one's place.
 * @throws DomainError LINK_EXPIRED, or EMAIL_TAKEN when somebody else took the new address meanwhile
 */
export async function verifyEmail(code: string): Promise<void> {
  const changed = await db.$transaction(async (tx) => {
    const { userId, purpose, email } = await useLink(tx, code, ["VERIFY_EMAIL", "CHANGE_EMAIL"]);
    const before = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, name: true },
    });
    if (purpose === "VERIFY_EMAIL" && before.email !== email) throw new DomainError("LINK_EXPIRED");
    const holder = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (holder && holder.id !== userId) throw new DomainError("EMAIL_TAKEN");
    await tx.user.update({
      where: { id: userId },
      data: { email, emailVerifiedAt: new Date() },
      select: { id: true },
    });
    if (before.email === email) return null;
    await tx.oneTimeToken.deleteMany({ where: { userId } });
    return before;
  });
  tellChanged(...affected.standing());
  if (changed?.email) await mailLink("emailChanged", changed.email, changed.name, "");
}
