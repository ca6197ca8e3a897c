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

/**
 * Makes a kept secret anew. It holds from the next start.
 * @throws Refusal when the secret is set in the environment, which only its operator can change
 */
export async function rotateKey(which: keyof typeof rotatable): Promise<Key> {
  const name = rotatable[which];
  requireSecretFiles();
  if (process.env[name]) {
    throw new Refusal(
      `${name} is set in the environment, in .env or in a file: change it there, the same for every instance, and start again.`,
    );
  }
  const { secrets } = await keptSecrets();
  const value = fresh[name]();
  await writePrivate(secretsFile(), { ...secrets, [name]: value });
  return { name, place: secretsFile(), fingerprint: fingerprintOf(value) };
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
