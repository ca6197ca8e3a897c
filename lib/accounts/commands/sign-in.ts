import "server-only";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import { verifyPassword } from "../passwords";
import { personKinds } from "../vocabulary";

/**
 * Who an e-mail address and a password belong to. Takes equally long whether or not there is such
 * an account.
 * @returns the account's id
 * @throws DomainError WRONG_CREDENTIALS, or ACCOUNT_DISABLED when both are right
 */
export async function checkCredentials(email: string, password: string): Promise<number> {
  const account = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, status: true, kind: true },
  });
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  const isPerson = personKinds.some((kind) => kind === account?.kind);
  if (!right || !account || !isPerson) throw new DomainError("WRONG_CREDENTIALS");
  if (account.status !== "ACTIVE") throw new DomainError("ACCOUNT_DISABLED");
  return account.id;
}

/** @throws DomainError PASSWORD_WRONG when this is not the signed-in person's password */
export async function confirmPassword(userId: number, password: string): Promise<void> {
  const account = await db.user.findUnique({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) {
    throw new DomainError("PASSWORD_WRONG");
  }
}
