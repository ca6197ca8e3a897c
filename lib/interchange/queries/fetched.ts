import "server-only";
import type { Transaction } from "@/lib/db/client";

/** Which debate, in which snapshot, and how its people are called in the file. */
export type Reading = { tx: Transaction; debateId: number; refs: ReadonlyMap<number, string> };

/** A cursor of PostgreSQL, read some rows at a time; given back also when the reader stops early. */
export async function* fetched<T>(
  open: () => Promise<unknown>,
  fetch: () => Promise<T[]>,
  close: () => Promise<unknown>,
): AsyncGenerator<T> {
  await open();
  try {
    for (;;) {
      const rows = await fetch();
      yield* rows;
      if (rows.length === 0) return;
    }
  } finally {
    await close().catch(() => undefined);
  }
}

/** How somebody is called in the file; null for nobody. */
export const whoIs = (refs: Reading["refs"], id: number | null) =>
  id === null ? null : (refs.get(id) ?? null);
