import "server-only";
import { personKinds } from "../vocabulary";
import { db } from "@/lib/db/client";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import type { SiteRole } from "@/lib/shared/viewer";
import { keepAnAdministrator } from "./erase";

type Changed = { id: number; email: string; handle: string };

const shown = { id: true, handle: true } as const;

async function accountOf(email: string): Promise<{ id: number; handle: string }> {
  const account = await db.user.findFirst({
    where: { email, kind: { in: [...personKinds] } },
    select: shown,
  });
  if (!account) throw new DomainError("NOT_FOUND");
  return account;
}

/**
 * Gives a person a role on the whole site. For whoever runs the site, from the command line.
 * @throws DomainError NOT_FOUND, or NOT_ALLOWED for the last administrator
 */
export async function setRole(
  email: string,
  role: SiteRole,
): Promise<Changed & { role: SiteRole }> {
  const { id } = await accountOf(email);
  const account = await db.$transaction(async (tx) => {
    if (role !== "ADMINISTRATOR") await keepAnAdministrator(tx, id);
    return tx.user.update({ where: { id }, data: { role }, select: shown });
  });
  tellChanged(...affected.standing());
  return { ...account, email, role };
}

/**
 * Closes an account to signing in and writing, at once: its sessions end, its tokens are worthless.
 * @throws DomainError NOT_FOUND, or NOT_ALLOWED for the last administrator
 */
export async function disableAccount(email: string): Promise<Changed> {
  const { id } = await accountOf(email);
  const account = await db.$transaction(async (tx) => {
    await keepAnAdministrator(tx, id);
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.oneTimeToken.deleteMany({ where: { userId: id } });
    return tx.user.update({ where: { id }, data: { status: "DISABLED" }, select: shown });
  });
  tellChanged(...affected.standing());
  return { ...account, email };
}

/** Opens a disabled account again. @throws DomainError NOT_FOUND */
export async function enableAccount(email: string): Promise<Changed> {
  const { id } = await accountOf(email);
  const account = await db.user.update({
    where: { id },
    data: { status: "ACTIVE" },
    select: shown,
  });
  return { ...account, email };
}
