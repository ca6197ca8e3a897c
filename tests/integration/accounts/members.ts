import { hashPassword } from "@/lib/accounts/passwords";
import type { Actor } from "@/lib/shared/viewer";
import { db } from "@/lib/db/client";
import { createUser } from "@/tests/factories/create-user";

export const password = "four unrelated words";

let hash: Promise<string> | undefined;

/** A member who can sign in with `password`. */
export async function memberWithPassword(wanted: Parameters<typeof createUser>[1] = {}) {
  hash ??= hashPassword(password);
  const user = await createUser(db, { passwordHash: await hash, ...wanted });
  return { ...user, email: user.email! };
}

/** The same person as somebody who acts. */
export function actorOf(
  user: { id: number; handle: string; name: string; role: Actor["role"] },
  sessionId?: string,
): Actor {
  const { id, handle, name, role } = user;
  return { id, handle, name, role, emailVerified: true, sessionId };
}
