import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text that fits into a URL. */
export function randomCode(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a random code: its SHA-256 in hex. A random code needs no slow hash. */
export function hashCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

/** Personal tokens begin with this, so that people and secret scanners recognise them. */
export const personalTokenPrefix = "cp_";

/** A new personal token. */
export function newPersonalToken(): string {
  return personalTokenPrefix + randomCode();
}
