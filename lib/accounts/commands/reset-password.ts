import "server-only";
import { personKinds } from "../vocabulary";
import { db, type Transaction } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { mailLink } from "../mails";
import { hashPassword, refuseWeakPassword } from "../passwords";
import { handedOver, makeLink, useLink } from "./one-time-links";

/** Mails a link to set a new password, when there is an account; says nothing either way. */
export async function sendResetLink(email: string): Promise<void> {
  const account = await db.user.findFirst({
    where: { email, status: "ACTIVE", kind: { in: [...personKinds] } },
    select: { id: true, name: true },
  });
  if (!account) return;
  const link = await db.$transaction((tx) => makeLink(tx, account.id, "SET_PASSWORD", email));
  await mailLink("reset", email, account.name, link);
}

/**
 * A link to set a password, to be handed over by whoever runs the site.
 * @throws DomainError NOT_FOUND when no active account has this address
 */
export async function passwordLinkFor(email: string): Promise<string> {
  const account = await db.user.findFirst({
    where: { email, status: "ACTIVE", kind: { in: [...personKinds] } },
    select: { id: true },
  });
  if (!account) throw new DomainError("NOT_FOUND");
  return db.$transaction((tx) => makeLink(tx, account.id, "SET_PASSWORD", email, handedOver));
}

/**
 * Sets the password that a link allows to set, confirms the address it was sent to, and ends every
 * session and every other link of the account.
 * @returns the account's id
 * @throws DomainError LINK_EXPIRED, PASSWORD_WEAK (the link can then be used again)
 */
export async function resetPassword(code: string, password: string): Promise<number> {
  const passwordHash = await hashPassword(password);
  const owner = await db.$transaction(async (tx) => {
    const { userId, email } = await useLink(tx, code, ["SET_PASSWORD"]);
    const account = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, handle: true, emailVerifiedAt: true },
    });
    if (account.email !== email) throw new DomainError("LINK_EXPIRED");
    refuseWeakPassword("password", password, [email, account.handle]);
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, emailVerifiedAt: account.emailVerifiedAt ?? new Date() },
      select: { id: true },
    });
    await tx.session.deleteMany({ where: { userId } });
    await tx.oneTimeToken.deleteMany({ where: { userId } });
    if (!account.emailVerifiedAt) await takeOver(tx, userId);
    return userId;
  });
  tellChanged(...affected.standing());
  return owner;
}

/**
 * The account was opened with an address that nobody had confirmed, perhaps by somebody who waits
 * for its owner: no other way in stays open.
 */
async function takeOver(tx: Transaction, userId: number): Promise<void> {
  await tx.identity.deleteMany({ where: { userId } });
  await tx.personalToken.deleteMany({ where: { userId } });
}
