/**
 * One value per process. Next bundles modules several times in one process, so a module-level
 * variable would exist once in each bundle; what must be single lives on globalThis instead.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`counterpoint.${name}`);
  return (store[key] ??= make());
}
