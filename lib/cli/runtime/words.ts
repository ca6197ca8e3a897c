import { Refusal } from "@/lib/db/problem";

/** What to show for any error: our own sentence, or everything about the unexpected. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof Refusal ? error.message : (error.stack ?? error.message);
}
