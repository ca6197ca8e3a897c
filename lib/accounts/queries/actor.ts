import "server-only";
import { personKinds } from "../vocabulary";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/shared/errors";
import type { Actor } from "@/lib/shared/viewer";

/**
 * The person with this address, as somebody who acts. For the command line alone: everywhere else
 * identity comes from the session or the token.
 * @throws DomainError NOT_FOUND when no active account has it
 */
export async function findActor(email: string): Promise<Actor> {
  const account = await db.user.findFirst({
    where: { email, status: "ACTIVE", kind: { in: [...personKinds] } },
    select: { id: true, handle: true, name: true, role: true, emailVerifiedAt: true },
  });
  if (!account) throw new DomainError("NOT_FOUND");
  const { emailVerifiedAt, ...actor } = account;
  return { ...actor, emailVerified: emailVerifiedAt !== null };
}
