/** Which line of a JSON text each node's id stands in, found in one pass; 1 when it is not found. */
export function linesOf(text: string): (id: string) => number {
  const places = new Map<string, number>();
  let line = 1;
  let from = 0;
  for (const match of text.matchAll(/"nodeID"\s{0,20}:\s{0,20}"?([^",}\s]{1,100})/g)) {
    line += newlines(text, from, match.index);
    from = match.index;
    if (!places.has(match[1]!)) places.set(match[1]!, line);
  }
  return (id) => places.get(id) ?? 1;
}

/** The line that a JSON parser's error speaks of. */
export function placeOfError(text: string, error: unknown): number | null {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : 1 + newlines(text, 0, Number(position));
}

function newlines(text: string, from: number, until: number): number {
  let count = 0;
  for (
    let at = text.indexOf("\n", from);
    at !== -1 && at < until;
    at = text.indexOf("\n", at + 1)
  ) {
    count += 1;
  }
  return count;
}
