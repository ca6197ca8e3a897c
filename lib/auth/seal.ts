import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "./cookie";

const cipher = "aes-256-gcm";

function keyFor(purpose: string, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `counterpoint ${purpose}`, 32));
}

/**
 * Text that has to be stored but not read in the database: AES-256-GCM under the site's secret.
 * @param purpose what is sealed for one purpose is worth nothing for another
 * @param secret another than the site's own, while that is being changed
 */
export function seal(text: string, purpose: string, secret = authSecret()): string {
  const nonce = randomBytes(12);
  const encrypting = createCipheriv(cipher, keyFor(purpose, secret), nonce);
  const sealed = Buffer.concat([encrypting.update(text, "utf8"), encrypting.final()]);
  return Buffer.concat([nonce, encrypting.getAuthTag(), sealed]).toString("base64url");
}

/** @returns null when it was sealed with another secret or has been changed. */
export function unseal(sealed: string, purpose: string, secret = authSecret()): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decrypting = createDecipheriv(cipher, keyFor(purpose, secret), bytes.subarray(0, 12));
    decrypting.setAuthTag(bytes.subarray(12, 28));
    return decrypting.update(bytes.subarray(28), undefined, "utf8") + decrypting.final("utf8");
  } catch {
    return null;
  }
}
