import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

export type SigningKey = { privateKey: KeyObject; publicKey: string };

/** @param text PKCS8 in base64 @returns null when it is not the private key of Ed25519 */
export function readSigningKey(text: string): SigningKey | null {
  try {
    const key = Buffer.from(text, "base64");
    const privateKey = createPrivateKey({ key, format: "der", type: "pkcs8" });
    if (privateKey.asymmetricKeyType !== "ed25519") return null;
    const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
    return { privateKey, publicKey: spki.toString("base64") };
  } catch {
    return null;
  }
}
