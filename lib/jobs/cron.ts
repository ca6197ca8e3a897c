/** The next moments of a five-field cron rule, in UTC. Pure. */

const spans = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** One field as the set of its numbers: "*", "5", "1-5", "*" + "/10", and lists of those. */
function numbersOf(field: string, [least, most]: readonly [number, number]): Set<number> {
  const numbers = new Set<number>();
  for (const part of field.split(",")) {
    const [range = "*", step = "1"] = part.split("/");
    const [from = least, to = range === "*" ? most : from] =
      range === "*" ? [] : range.split("-").map(Number);
    for (let number = from; number <= to; number += Number(step)) numbers.add(number);
  }
  return numbers;
}

/**
 * When a rule holds next, after `from`.
 * @returns null when it does not within a year
 */
export function nextRun(cron: string, from: Date): Date | null {
  const fields = cron.trim().split(/\s+/);
  const sets = spans.map((span, index) => numbersOf(fields[index] ?? "*", span));
  const [minutes, hours, days, months, weekdays] = sets as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  if (weekdays.has(7)) weekdays.add(0);
  const everyDay = fields[2] === "*" || fields[4] === "*";
  const at = new Date(Math.floor(from.getTime() / 60_000) * 60_000 + 60_000);
  const end = at.getTime() + 366 * 24 * 60 * 60_000;
  while (at.getTime() < end) {
    const byDate = days.has(at.getUTCDate());
    const byWeekday = weekdays.has(at.getUTCDay());
    const today = everyDay ? byDate && byWeekday : byDate || byWeekday;
    if (!months.has(at.getUTCMonth() + 1) || !today) at.setUTCHours(24, 0, 0, 0);
    else if (!hours.has(at.getUTCHours())) at.setUTCHours(at.getUTCHours() + 1, 0, 0, 0);
    else if (!minutes.has(at.getUTCMinutes())) at.setUTCMinutes(at.getUTCMinutes() + 1, 0, 0);
    else return at;
  }
  return null;
}
