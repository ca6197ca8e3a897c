/** What the launcher tells the person who started it: one line a step. */

/** Says what begins, does it, and says how long it took. */
export async function step<T>(
  what: string,
  work: () => Promise<T>,
  outcome: (result: T) => string = () => "done",
): Promise<T> {
  const since = Date.now();
  process.stdout.write(`• ${what} …\n`);
  const result = await work();
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  process.stdout.write(`  ${outcome(result)} (${seconds} s)\n`);
  return result;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
