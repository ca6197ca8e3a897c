import { createHmac, timingSafeEqual } from "node:crypto";

// What the signature covers beside the person: it proves this purpose and no other, and a new
// version makes all former links worthless.
const purpose = "unsubscribe from digests";
const version = 1;
const shape = /^([1-9]\d{0,8})\.([\w-]{43})$/;

function sign(userId: number, secret: string): string {
  const text = ["counterpoint", purpose, version, userId].join("\n");
  return createHmac("sha256", secret).update(text).digest("base64url");
}

/**
 * The token of a mail's unsubscribe link: names one person, is good for ever and for nothing but
 * ending that person's digests.
 */
export function unsubscribeToken(userId: number, secret: string): string {
  return `${userId}.${sign(userId, secret)}`;
}

/** @returns the person's id, or null when the token is not one of ours. */
export function readUnsubscribeToken(token: string, secret: string): number | null {
  const [, id, signature] = shape.exec(token) ?? [];
  if (!id || !signature) return null;
  const expected = Buffer.from(sign(Number(id), secret));
  return timingSafeEqual(expected, Buffer.from(signature)) ? Number(id) : null;
}
