import "server-only";
import type { Transaction } from "@/lib/db/client";

/** What the parts of a debate that is being brought in need to know of those before. */
export type Place = {
  tx: Transaction;
  debateId: number;
  /** In whose name sources are added. */
  importerId: number;
  /** Row ids by the names in the file. */
  people: ReadonlyMap<string, number>;
  /** The account that stands for everybody whose account was erased. */
  erasedId: number;
  sources: ReadonlyMap<number, number>;
  facts: ReadonlyMap<number, number>;
  /** Told after each group of arguments, votes and comments how many they were. */
  onInserted: (count: number) => void;
};

const sequences = {
  users: "users",
  arguments: "arguments",
  comments: "comments",
} as const;

/** Takes so many ids of a table at once, so that rows can refer to one another before they are there. */
export async function reserveIds(
  tx: Transaction,
  table: keyof typeof sequences,
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence(${sequences[table]}, 'id'))::int AS id
    FROM generate_series(1, ${count}::int)`;
  return rows.map((row) => row.id);
}

/** @throws Error when the file names what is not in it, which `checkBundle` has ruled out */
export function idOf<K>(ids: ReadonlyMap<K, number>, name: K): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`No row was made for ${String(name)}.`);
  return id;
}

/** Whoever wrote this: somebody in the file, or an account that was erased. */
export function personOf({ people, erasedId }: Place, ref: string | null): number {
  return ref === null ? erasedId : idOf(people, ref);
}
