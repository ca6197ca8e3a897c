/** The secrets of this installation: given, or made once and kept where only the owner can read. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { makeHome, refuseOtherAccount } from "@/lib/db/embedded/home";
import { readSigningKey } from "@/lib/interchange/signing-key";
import { Refusal } from "@/lib/db/problem";

export const keptSchema = z.object({
  databasePassword: z.string().min(16),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().min(24),
  EXPORT_SIGNING_KEY: z.string().min(24),
});

export type KeptSecrets = z.infer<typeof keptSchema>;

/** What the web server's environment must have; without a key, exports are not signed. */
export type WebSecrets = Omit<KeptSecrets, "databasePassword" | "EXPORT_SIGNING_KEY"> & {
  EXPORT_SIGNING_KEY?: string;
};

/** The kept secrets, made now if there are none; `made` tells which. */
export async function keptSecrets(): Promise<{ secrets: KeptSecrets; made: boolean }> {
  const file = path.join(await makeHome(), "secrets.json");
  if (existsSync(file)) return { secrets: await read(file), made: false };
  refuseOtherAccount();
  const secrets = {
    databasePassword: randomBytes(24).toString("base64url"),
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    EXPORT_SIGNING_KEY: newSigningKey(),
  };
  await writePrivate(file, secrets);
  return { secrets, made: true };
}

/** An Ed25519 private key, PKCS8 in base64. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

/**
 * The web server's secrets. With a database of one's own in production there may be several
 * instances, which must agree: then both must be given.
 */
export async function webSecrets(mustBeGiven: boolean): Promise<WebSecrets> {
  const problems = secretProblems(mustBeGiven);
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
  const { NEXTAUTH_SECRET: session, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: action } = process.env;
  const { EXPORT_SIGNING_KEY: signing } = process.env;
  if (session && action) {
    const given = { NEXTAUTH_SECRET: session, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: action };
    return signing ? { ...given, EXPORT_SIGNING_KEY: signing } : given;
  }
  const { secrets } = await keptSecrets();
  return {
    NEXTAUTH_SECRET: session || secrets.NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: action || secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    EXPORT_SIGNING_KEY: signing || secrets.EXPORT_SIGNING_KEY,
  };
}

/** Everything that is wrong with the secrets in the environment. */
export function secretProblems(mustBeGiven: boolean): string[] {
  const make = `make one with: node -p "crypto.randomBytes(32).toString('base64')"`;
  const { NEXTAUTH_SECRET: session, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: action } = process.env;
  const { EXPORT_SIGNING_KEY: signing } = process.env;
  const missing = [
    ...(session ? [] : ["NEXTAUTH_SECRET"]),
    ...(action ? [] : ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]),
  ];
  const problems: [wrong: boolean | "" | undefined, words: string][] = [
    [
      mustBeGiven && missing.length > 0,
      `With DATABASE_URL set, ${missing.join(" and ")} must be set too, the same for every instance; ${make}`,
    ],
    [
      session && session.length < 32,
      `NEXTAUTH_SECRET is too short to be safe (32 characters at least); ${make}`,
    ],
    [
      action && ![16, 24, 32].includes(Buffer.from(action, "base64").length),
      `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes in base64; ${make}`,
    ],
    [
      signing && !readSigningKey(signing),
      "EXPORT_SIGNING_KEY must be an Ed25519 private key, PKCS8 in base64; .env.example says how to make one.",
    ],
  ];
  return problems.filter(([wrong]) => wrong).map(([, words]) => words);
}

async function read(file: string): Promise<KeptSecrets> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${file} cannot be read (${error.code}). Start as the person who owns it.`);
  });
  const kept = parseJson(text);
  const parsed = keptSchema.safeParse(kept);
  if (parsed.success) return parsed.data;
  const older = keptSchema.omit({ EXPORT_SIGNING_KEY: true }).safeParse(kept);
  if (older.success) {
    const secrets = { ...older.data, EXPORT_SIGNING_KEY: newSigningKey() };
    await writePrivate(file, secrets);
    return secrets;
  }
  throw new Refusal(
    `${file} is damaged. Restore it from a backup, or move it away: new secrets are made, and everyone has to sign in again.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes the file whole or not at all, readable by its owner only. */
export async function writePrivate(file: string, value: unknown): Promise<void> {
  const partial = `${file}.partial`;
  const handle = await open(partial, "w", 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}
