/** The middle one; the mean of the two middle ones of an even number. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest value that at least this share of all values does not exceed. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** What a turn leaves to be done, such as the database's writing, is not to burden the next one. */
const pause = 1000;

/**
 * Lets every contender have its turn in every round, each round beginning with another one and every
 * other round going backwards, so that what else the machine does falls on all alike, and nobody
 * always follows the same one. A first round is not counted: in it every program
 * is compiled as far as it will be.
 *
 * @returns for each contender the median of each measure
 */
export async function interleave<Name extends string, Measure extends string>(
  rounds: number,
  contenders: Record<Name, () => Promise<Record<Measure, number>>>,
): Promise<Record<Name, Record<Measure, number>>> {
  const names = Object.keys(contenders) as Name[];
  const seen = new Map<Name, Record<Measure, number>[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    const order = names.map((_, turn) => names[(round + 1 + turn) % names.length]!);
    for (const name of round % 2 === 0 ? order.reverse() : order) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const measured = await contenders[name]();
      if (round >= 0) seen.get(name)!.push(measured);
    }
  }
  const medians = (turns: Record<Measure, number>[]) =>
    Object.fromEntries(
      (Object.keys(turns[0]!) as Measure[]).map((measure) => [
        measure,
        median(turns.map((turn) => turn[measure])),
      ]),
    ) as Record<Measure, number>;
  return Object.fromEntries(names.map((name) => [name, medians(seen.get(name)!)])) as Record<
    Name,
    Record<Measure, number>
  >;
}
