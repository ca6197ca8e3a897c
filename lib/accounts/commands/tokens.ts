import "server-only";
import { db } from "@/lib/db/client";
import { hashCode, newPersonalToken } from "@/lib/auth/secret-code";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { isModerator, type Actor, type Scope } from "@/lib/shared/viewer";

const atMost = 50;

/**
 * Makes a personal token for the person's programs.
 * @returns the token, which is shown this once and stored hashed
 * @throws DomainError NOT_ALLOWED when a member asks for the scope "moderate"; SCOPE_MISSING when a
 *   program asks; TOO_MANY_TOKENS; TOO_MANY_REQUESTS
 */
export async function createToken(
  actor: Actor,
  input: { name: string; scopes: Scope[] },
): Promise<{ id: number; token: string }> {
  if (actor.scopes) throw new DomainError("SCOPE_MISSING");
  if (input.scopes.includes("moderate") && !isModerator(actor))
    throw new DomainError("NOT_ALLOWED");
  await limit("account", actor.id);
  const kept = await db.personalToken.count({ where: { userId: actor.id, revokedAt: null } });
  if (kept >= atMost) throw new DomainError("TOO_MANY_TOKENS");
  const token = newPersonalToken();
  const { id } = await db.personalToken.create({
    data: { userId: actor.id, name: input.name, scopes: input.scopes, tokenHash: hashCode(token) },
    select: { id: true },
  });
  return { id, token };
}

/** Makes a token worthless at once. @throws DomainError NOT_FOUND when it is not theirs */
export async function revokeToken(
  actor: Actor,
  input: { tokenId: number },
): Promise<{ revoked: number }> {
  const { count } = await db.personalToken.updateMany({
    where: { id: input.tokenId, userId: actor.id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new DomainError("NOT_FOUND");
  tellChanged(...affected.standing());
  return { revoked: input.tokenId };
}
