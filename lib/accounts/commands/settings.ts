import "server-only";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { mailLink } from "../mails";
import { hashPassword, refuseWeakPassword } from "../passwords";
import { forgive, throttle } from "../throttle";
import { makeLink } from "./one-time-links";
import { confirmPassword } from "./sign-in";

/**
 * Changes what others read about a person.
 * @throws DomainError ACCOUNT_DISABLED, as after an erasure, or SIGN_IN_REQUIRED
 */
export async function updateProfile(
  actor: Actor,
  input: { name: string; about: string },
): Promise<{ saved: true }> {
  await limit("account", actor.id);
  const { name, about } = input;
  await db.$transaction(async (tx) => {
    await assertStanding(tx, actor);
    await tx.user.update({ where: { id: actor.id }, data: { name, about }, select: { id: true } });
  });
  tellChanged(...affected.person());
  return { saved: true };
}

/** The account's own password, with few tries. @throws PASSWORD_WRONG, TOO_MANY_REQUESTS */
export async function provePassword(actor: Actor, password: string): Promise<void> {
  await throttle("password-account", actor.id);
  await confirmPassword(actor.id, password);
  await forgive("password-account", actor.id);
}

/**
 * Sets a new password and ends every other session.
 * @throws DomainError PASSWORD_WRONG, PASSWORD_WEAK, TOO_MANY_REQUESTS
 */
export async function changePassword(
  actor: Actor,
  input: { password: string; newPassword: string },
): Promise<{ changed: true }> {
  await provePassword(actor, input.password);
  const { email } = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true },
  });
  refuseWeakPassword("newPassword", input.newPassword, [actor.handle, ...(email ? [email] : [])]);
  const passwordHash = await hashPassword(input.newPassword);
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash }, select: { id: true } });
    await tx.session.deleteMany({ where: { userId: actor.id, ...notThisOne(actor) } });
    await tx.oneTimeToken.deleteMany({ where: { userId: actor.id } });
  });
  tellChanged(...affected.standing());
  return { changed: true };
}

/** The filter for every session but the one the request came with. */
export function notThisOne(actor: Actor): { id?: { not: string } } {
  return actor.sessionId ? { id: { not: actor.sessionId } } : {};
}

/**
 * Mails a link to the new address; the address changes when it is used. The answer is the same
 * when somebody else has the address: its owner is told instead.
 * @throws DomainError PASSWORD_WRONG, TOO_MANY_REQUESTS, INVALID_INPUT for the address in use
 */
export async function requestEmailChange(
  actor: Actor,
  input: { email: string; password: string },
): Promise<{ sentTo: string }> {
  await provePassword(actor, input.password);
  await throttle("mail-account", actor.id);
  const { email } = input;
  const holder = await db.user.findUnique({ where: { email }, select: { id: true, name: true } });
  if (holder?.id === actor.id) throw new DomainError("INVALID_INPUT");
  if (holder) {
    await mailLink("alreadyMember", email, holder.name, "");
  } else {
    const link = await db.$transaction((tx) => makeLink(tx, actor.id, "CHANGE_EMAIL", email));
    await mailLink("changeEmail", email, actor.name, link);
  }
  return { sentTo: email };
}
