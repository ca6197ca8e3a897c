/** Waits until something is so, at most five seconds. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not happen within five seconds.");
}
