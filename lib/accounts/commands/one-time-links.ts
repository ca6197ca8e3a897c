import "server-only";
import { personKinds } from "../vocabulary";
import type { Transaction } from "@/lib/db/client";
import { hashCode, randomCode } from "@/lib/auth/secret-code";
import { siteUrl } from "@/lib/env";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";

export type LinkPurpose = "VERIFY_EMAIL" | "SET_PASSWORD" | "CHANGE_EMAIL";

const minute = 60_000;
const lifetimes = {
  VERIFY_EMAIL: 24 * 60 * minute,
  CHANGE_EMAIL: 24 * 60 * minute,
  SET_PASSWORD: 30 * minute,
} as const;

/** How long a link handed over by whoever runs the site can be used: 24 hours. */
export const handedOver = 24 * 60 * minute;

/**
 * Makes a link that can be used once; earlier ones for the same purpose stop working.
 * @param lifetime milliseconds, if not the usual time of its purpose
 * @returns the whole address, which is stored nowhere
 */
export async function makeLink(
  tx: Transaction,
  userId: number,
  purpose: LinkPurpose,
  email: string,
  lifetime: number = lifetimes[purpose],
): Promise<string> {
  const code = randomCode();
  await tx.oneTimeToken.deleteMany({ where: { userId, purpose } });
  await tx.oneTimeToken.create({
    data: {
      tokenHash: hashCode(code),
      userId,
      purpose,
      email,
      expiresAt: new Date(Date.now() + lifetime),
    },
  });
  const path = purpose === "SET_PASSWORD" ? routes.resetPassword(code) : routes.verifyEmail(code);
  return siteUrl() + path;
}

/**
 * Uses a link up.
 * @throws DomainError LINK_EXPIRED when it was used, is too old, or its account may not act
 */
export async function useLink(
  tx: Transaction,
  code: string,
  purposes: readonly LinkPurpose[],
): Promise<{ userId: number; purpose: LinkPurpose; email: string }> {
  const tokenHash = hashCode(code);
  const { count } = await tx.oneTimeToken.updateMany({
    where: {
      tokenHash,
      purpose: { in: [...purposes] },
      usedAt: null,
      expiresAt: { gt: new Date() },
      user: { status: "ACTIVE", kind: { in: [...personKinds] } },
    },
    data: { usedAt: new Date() },
  });
  const link = count === 1 ? await tx.oneTimeToken.findUnique({ where: { tokenHash } }) : null;
  if (!link) throw new DomainError("LINK_EXPIRED");
  return { userId: link.userId, purpose: link.purpose, email: link.email };
}
