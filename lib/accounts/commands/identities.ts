import "server-only";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";
import { nameProblem } from "../names";
import { insertAccount } from "./register";

export type OutsideIdentity = {
  provider: string;
  /** What the provider calls the person; never changes there. */
  subject: string;
  name: string;
  email: string | null;
  /** Whether the provider vouches for the address. */
  emailVerified: boolean;
};

/**
 * The account that an outside identity signs into, by (provider, subject) and never by e-mail.
 * Somebody signed in connects the identity; somebody new gets an account.
 *
 * @param viewer the person this browser is signed in as
 * @returns the account's id
 * @throws DomainError EMAIL_TAKEN when an account has the address: sign in there and connect;
 *   NOT_ALLOWED when the identity belongs to another account; ACCOUNT_DISABLED; INVALID_INPUT
 *   without an address
 */
export async function accountFor(identity: OutsideIdentity, viewer: Actor | null): Promise<number> {
  const { provider, subject } = identity;
  return db.$transaction(async (tx) => {
    const known = await tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { userId: true, user: { select: { status: true } } },
    });
    if (known) {
      if (viewer && viewer.id !== known.userId) throw new DomainError("NOT_ALLOWED");
      if (known.user.status !== "ACTIVE") throw new DomainError("ACCOUNT_DISABLED");
      return known.userId;
    }
    const email = identity.email?.trim().toLowerCase();
    if (!viewer && !email) throw new DomainError("INVALID_INPUT");
    const userId = viewer?.id ?? (await insertAccount(tx, newcomer(identity, email!), null)).id;
    await tx.identity.create({ data: { provider, subject, userId } });
    return userId;
  });
}

function newcomer({ name, emailVerified }: OutsideIdentity, email: string) {
  const shown = name.normalize("NFC").replace(/\s+/gu, " ").trim().slice(0, 60);
  const usable = shown !== "" && nameProblem(shown) === null;
  return { name: usable ? shown : "New member", email, emailVerified };
}

/**
 * Forgets a connected identity.
 * @throws DomainError NOT_FOUND, or NOT_ALLOWED when it is the only way to sign in
 */
export async function disconnectIdentity(
  actor: Actor,
  input: { provider: string },
): Promise<{ disconnected: string }> {
  const { provider } = input;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${actor.id} FOR UPDATE`;
    const account = await tx.user.findUniqueOrThrow({
      where: { id: actor.id },
      select: { passwordHash: true, identities: { select: { provider: true } } },
    });
    const others = account.identities.some((identity) => identity.provider !== provider);
    if (!account.passwordHash && !others) throw new DomainError("NOT_ALLOWED");
    const { count } = await tx.identity.deleteMany({ where: { userId: actor.id, provider } });
    if (count === 0) throw new DomainError("NOT_FOUND");
  });
  return { disconnected: provider };
}
