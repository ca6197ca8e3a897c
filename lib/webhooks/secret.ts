import "server-only";
import { seal, unseal } from "@/lib/auth/seal";
import { randomCode } from "@/lib/auth/secret-code";

/** Secrets begin with this, so that people and secret scanners recognise them. */
const prefix = "whsec_";
const purpose = "webhook secret";

/** A new secret, to be shown once. */
export function newSecret(): string {
  return prefix + randomCode();
}

/** A secret as it is kept: sealed with the installation's own, or with what that will be. */
export function sealSecret(secret: string, key?: string): string {
  return seal(secret, purpose, key);
}

/** @returns null when it was sealed by another installation's secret, or is damaged. */
export function openSecret(sealed: string, key?: string): string | null {
  return unseal(sealed, purpose, key);
}
