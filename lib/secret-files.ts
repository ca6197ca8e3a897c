/** Secrets in files, as container platforms hand them over: `NEXTAUTH_SECRET_FILE=/run/secrets/…`. */
import { readFileSync } from "node:fs";

/** Settings that may hold a secret; each may be given as a file whose path is in `<NAME>_FILE`. */
export const secretSettings = [
  "DATABASE_URL",
  "REDIS_URL",
  "NEXTAUTH_SECRET",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "EXPORT_SIGNING_KEY",
  "SMTP_URL",
  "GITHUB_SECRET",
  "GOOGLE_SECRET",
] as const;

/**
 * Reads the files into the settings they stand for. A file that was read is named no longer: what
 * this process starts finds the secret itself.
 *
 * @returns what is wrong, one sentence each; those settings stay as they were given
 */
export function readSecretFiles(given: Record<string, string | undefined>): string[] {
  return secretSettings.flatMap((name) => {
    const file = given[`${name}_FILE`];
    if (!file) return [];
    if (given[name]) return [`${name} and ${name}_FILE are both set: leave one of them out.`];
    const read = readSecret(file);
    if ("problem" in read) return [`${name}_FILE: ${file} ${read.problem}`];
    given[name] = read.secret;
    delete given[`${name}_FILE`];
    return [];
  });
}

function readSecret(file: string): { secret: string } | { problem: string } {
  try {
    const secret = readFileSync(file, "utf8").trim();
    return secret === "" ? { problem: "is empty." } : { secret };
  } catch (error) {
    return { problem: `cannot be read (${(error as NodeJS.ErrnoException).code}).` };
  }
}
