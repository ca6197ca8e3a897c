/** How a command answers: results as JSON on standard output, words for people on standard error. */
import { DomainError } from "@/lib/shared/errors";

/** What every command has: `--json` leaves out the words for people. */
export type Options = { json?: boolean };

/** Prints a result. Standard output is one JSON value, indented for people, in one line for programs. */
export function answer(result: unknown, options: Options, words?: string): void {
  process.stdout.write(`${JSON.stringify(result, null, options.json ? undefined : 2)}\n`);
  if (words && !options.json) process.stderr.write(`${words}\n`);
}

/** A mistake in how a command was called: exit code 2. */
export class UsageError extends Error {}

/**
 * Says what went wrong and sets the exit code: 2 for a wrong call, 1 for everything else.
 * @param words what a refusal's code says here, where the general words would not fit
 */
export async function fail(error: unknown, options: Options): Promise<void> {
  const code = error instanceof DomainError ? error.code : undefined;
  const message = await inWords(error);
  if (options.json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.stderr.write(`${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function inWords(error: unknown): Promise<string> {
  if (!(error instanceof DomainError))
    return error instanceof Error ? error.message : String(error);
  const fields = Object.values(error.details.fields ?? {}).flat();
  if (fields.length > 0) return fields.join("\n");
  if (error.code === "NOT_FOUND") return "No account that can be used has this e-mail address.";
  if (error.code === "NOT_ALLOWED") {
    return "This is the only administrator. Make somebody else one first.";
  }
  const { translator } = await import("@/lib/i18n/translator");
  return translator("errors")(error.code);
}
