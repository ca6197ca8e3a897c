/** The secrets of this installation as its operator may see them: where they are, and that they agree. */
import { createHash, createPrivateKey, createPublicKey, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { requireSecretFiles } from "@/lib/cli/runtime/load-env";
import { keptSchema, keptSecrets, writePrivate, type KeptSecrets } from "@/lib/cli/runtime/secrets";
import { homeFolder } from "@/lib/db/embedded/home";
import { Refusal } from "@/lib/db/problem";

type SecretName = keyof KeptSecrets;

export interface Key {
  name: string;
  /** "environment", the path of the file, or "nowhere yet". */
  place: string;
  /** The beginning of the secret's SHA-256: equal for equal secrets, and tells nothing else. */
  fingerprint?: string;
  /** What others check signatures with (SPKI in base64); not secret. */
  publicKey?: string;
  /** Only when asked for. */
  value?: string;
}

/** How a person names what can be made anew. */
export const rotatable = {
  session: "NEXTAUTH_SECRET",
  actions: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
} as const satisfies Record<string, SecretName>;

const fresh = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64url"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
} as const;

const secretsFile = () => path.join(homeFolder(), "secrets.json");

/** Every secret there can be; makes none. @throws Refusal when the file cannot be read */
export async function listKeys(options: { reveal: boolean }): Promise<Key[]> {
  requireSecretFiles();
  const kept = existsSync(secretsFile()) ? (await keptSecrets()).secrets : undefined;
  return (Object.keys(keptSchema.shape) as SecretName[]).map((name) => {
    const given = process.env[name];
    const value = given || kept?.[name];
    if (!value) return { name, place: "nowhere yet" };
    return {
      name,
      place: given ? "environment" : secretsFile(),
      fingerprint: fingerprintOf(value),
      ...publicKeyOf(value),
      ...(options.reveal ? { value } : {}),
    };
  });
}

/** A key that was made anew, and what became of the webhooks' secrets where they hang on it. */
export type RotatedKey = Key & { webhooks?: { resealed: number; lost: number } };

/**
 * Makes a kept secret anew. It holds from the next start. For `session` the database is connected:
 * the webhooks' secrets, which are sealed with it, are sealed anew. Ask `refuseGiven` before.
 */
export async function rotateKey(which: keyof typeof rotatable): Promise<RotatedKey> {
  const name = rotatable[which];
  const { secrets } = await keptSecrets();
  const value = fresh[name]();
  const save = () => writePrivate(secretsFile(), { ...secrets, [name]: value });
  const key = { name, place: secretsFile(), fingerprint: fingerprintOf(value) };
  if (which !== "session") {
    await save();
    return key;
  }
  const { resealSecrets } = await import("@/lib/webhooks/commands/reseal");
  try {
    return { ...key, webhooks: await resealSecrets(secrets.NEXTAUTH_SECRET, value, save) };
  } catch (error) {
    await writePrivate(secretsFile(), secrets); // what is in the database is sealed with this one
    throw error;
  }
}

/** @throws Refusal when the secret is not kept here but given, which only its operator can change */
export function refuseGiven(name: SecretName): void {
  requireSecretFiles();
  if (!process.env[name]) return;
  const webhooks =
    name === rotatable.session ? " Webhooks then need new secrets from their owners." : "";
  throw new Refusal(
    `${name} is set in the environment, in .env or in a file: change it there, the same for every instance, and start again.${webhooks}`,
  );
}

function fingerprintOf(value: string): string {
  const hash = createHash("sha256").update(value).digest("hex").slice(0, 16);
  return hash.replace(/(.{4})(?=.)/g, "$1-");
}

/** The public half of a private key in PKCS8; nothing for secrets of other kinds. */
function publicKeyOf(value: string): { publicKey?: string } {
  try {
    const key = createPrivateKey({
      key: Buffer.from(value, "base64"),
      format: "der",
      type: "pkcs8",
    });
    const spki = createPublicKey(key).export({ format: "der", type: "spki" });
    return { publicKey: spki.toString("base64") };
  } catch {
    return {};
  }
}
