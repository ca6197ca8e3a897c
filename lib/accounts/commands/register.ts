import "server-only";
import { randomInt } from "node:crypto";
import { db, type Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { SiteRole } from "@/lib/shared/viewer";
import { handleFromName, handleSkeleton } from "../handles";
import { hashPassword, refuseWeakPassword } from "../passwords";

export type NewAccount = {
  name: string;
  email: string;
  handle?: string;
  password?: string;
  role?: SiteRole;
  /** Whether the address is known to be the person's own. */
  emailVerified?: boolean;
};

export type Registered = { id: number; email: string; handle: string };

/**
 * Makes an account. Without a handle one is made of the name.
 * @throws DomainError EMAIL_TAKEN, HANDLE_TAKEN or PASSWORD_WEAK
 */
export async function register(account: NewAccount): Promise<Registered> {
  const { handle, password, email } = account;
  if (password !== undefined)
    refuseWeakPassword("password", password, [email, handle ?? account.name]);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return db.$transaction((tx) => insertAccount(tx, account, passwordHash));
}

/** The account's row, inside somebody's transaction. @throws DomainError EMAIL_TAKEN, HANDLE_TAKEN */
export async function insertAccount(
  tx: Transaction,
  account: NewAccount,
  passwordHash: string | null,
): Promise<Registered> {
  const { email, name, role = "MEMBER", emailVerified } = account;
  const handle = account.handle ?? (await freeHandle(tx, name));
  const taken = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO users (handle, handle_skeleton, name, email, email_verified_at, password_hash, role)
    VALUES (${handle}, ${handleSkeleton(handle)}, ${name}, ${email}, ${emailVerified ? new Date() : null},
            ${passwordHash}, ${role}::"SiteRole")
    ON CONFLICT DO NOTHING RETURNING id`;
  const id = taken[0]?.id;
  if (id !== undefined) return { id, email, handle };
  const holder = await tx.user.findUnique({ where: { email }, select: { id: true } });
  throw new DomainError(holder ? "EMAIL_TAKEN" : "HANDLE_TAKEN");
}

async function isFree(tx: Transaction, handle: string): Promise<boolean> {
  const looksLike = [{ handle }, { handleSkeleton: handleSkeleton(handle) }];
  return (await tx.user.findFirst({ where: { OR: looksLike }, select: { id: true } })) === null;
}

/** A handle nobody has, made of the name, with a number where needed. */
async function freeHandle(tx: Transaction, name: string): Promise<string> {
  const base = handleFromName(name) || "member";
  if (base !== "member" && (await isFree(tx, base))) return base;
  for (let digits = 2; digits <= 6; digits += 1) {
    const handle = `${base.slice(0, 23)}-${randomInt(10 ** (digits - 1), 10 ** digits)}`;
    if (await isFree(tx, handle)) return handle;
  }
  throw new DomainError("HANDLE_TAKEN");
}
