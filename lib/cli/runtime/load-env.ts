/**
 * Reads .env.local and .env, as Next does, and secrets in files; what is set already stays. Imported
 * for its effect.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { checkout } from "@/lib/db/embedded/home";
import { Refusal } from "@/lib/db/problem";
import { readSecretFiles } from "@/lib/secret-files";

for (const name of [".env.local", ".env"]) {
  const file = path.join(checkout, name);
  if (existsSync(file)) process.loadEnvFile(file);
}
readSecretFiles(process.env); // what cannot be read is said by whoever needs it

/** @throws Refusal when a secret's file cannot be read: without it, a default would be used */
export function requireSecretFiles(): void {
  const problems = readSecretFiles(process.env);
  if (problems.length > 0) throw new Refusal(problems.join("\n"));
}
