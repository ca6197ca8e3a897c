export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a query's key. */
export function oneValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
