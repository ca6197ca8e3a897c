/** Next calls this once, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchAnswers } = await import("@/lib/server/answer-status");
  watchAnswers();
}
