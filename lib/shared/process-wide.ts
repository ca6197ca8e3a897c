/**
 * One value per process; in the web server one in each of its two threads. Next bundles modules
 * several times, so a module-level variable would exist once in each bundle; what must be single
 * lives on globalThis instead.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`counterpoint.${name}`);
  return (store[key] ??= make());
}
