import { createHmac } from "node:crypto";

/**
 * The value of `Counterpoint-Signature`: the moment, and the HMAC-SHA256 of "moment.body" in hex. The
 * moment is signed along, so that a receiver can refuse a delivery that was copied and sent again.
 * @param unixSeconds when it is sent
 */
export function signatureOf(secret: string, body: string, unixSeconds: number): string {
  const mac = createHmac("sha256", secret).update(`${unixSeconds}.${body}`).digest("hex");
  return `t=${unixSeconds},v1=${mac}`;
}
