import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { translator } from "@/lib/i18n/translator";
import { DomainError } from "@/lib/shared/errors";
import { processWide } from "@/lib/shared/process-wide";

/** OWASP's parameters for argon2id (the library's default): 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

const nobody = () =>
  processWide("nobodys-password", () => hashPassword(randomBytes(32).toString("hex")));

/**
 * Whether this is the password behind the hash. Without a hash it takes as long and says no, so
 * that the time of an answer does not tell whether an account exists.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobody()), password.normalize("NFKC"));
  return right && passwordHash !== null;
}

const guesser = () =>
  processWide("password-guesser", () => ({
    zxcvbn: new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 80 }),
    known: new Set(dictionary["passwords-common"]),
  }));

/** What makes a password easy to guess; null when nothing does. */
export function passwordWeakness(
  password: string,
  personal: readonly string[],
): "PERSONAL" | "KNOWN" | "GUESSABLE" | null {
  const plain = password.normalize("NFKC").toLowerCase();
  const parts = personal
    .flatMap((text) => [text, ...text.split("@").slice(0, 1)])
    .map((text) => text.toLowerCase())
    .filter((text) => text.length >= 4);
  if (parts.some((part) => plain.includes(part))) return "PERSONAL";
  const { zxcvbn, known } = guesser();
  if (known.has(plain)) return "KNOWN";
  return zxcvbn.check(plain.slice(0, 80), [...personal, "counterpoint"]).score < 2
    ? "GUESSABLE"
    : null;
}

/**
 * @param field the form's field that the words are shown beside
 * @param personal the person's handle and e-mail address, which a password must not contain
 * @throws DomainError PASSWORD_WEAK that says in words what is wrong
 */
export function refuseWeakPassword(
  field: string,
  password: string,
  personal: readonly string[],
): void {
  const weakness = passwordWeakness(password, personal);
  if (!weakness) return;
  const t = translator("accounts");
  throw new DomainError("PASSWORD_WEAK", { fields: { [field]: [t(`password.${weakness}`)] } });
}
