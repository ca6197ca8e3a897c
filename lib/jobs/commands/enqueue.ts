import "server-only";
import { randomUUID } from "node:crypto";
import type PgBoss from "pg-boss";
import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { noteWaiting } from "../bell";
import { sender } from "../queue";
import { jobs, type JobData, type JobName } from "../registry";

type Options = {
  /** The job exists when, and only when, this transaction is committed. */
  tx?: Transaction;
  /** When it may run; at once if not given. */
  after?: Date;
  /** Of jobs with the same key at most one waits; without a key each job stands for itself. */
  key?: string;
};

/**
 * Asks for background work. Hand over the transaction of the write that the work follows from: then
 * neither can happen without the other.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  data: JobData<Name>,
  options: Options = {},
): Promise<void> {
  await enqueueAll(name, [{ data, ...options }], options.tx);
}

/** Asks for several jobs of one kind in one statement. */
export async function enqueueAll<Name extends JobName>(
  name: Name,
  wanted: readonly { data: JobData<Name>; after?: Date; key?: string }[],
  tx?: Transaction,
): Promise<void> {
  if (wanted.length === 0) return;
  const inserts = wanted.map(({ data, after, key = randomUUID() }) => ({
    name,
    data: jobs[name].schema.parse(data) as object,
    singletonKey: key,
    ...(after ? { startAfter: after.toISOString() } : {}),
  }));
  const boss = await sender();
  await boss.insert(inserts, tx ? { db: within(tx) } : {});
  if (!tx) noteWaiting();
}

/** Lets pg-boss's own statement run in a transaction of ours; its placeholders become parameters. */
function within(tx: Transaction): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const numbers = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
      const given = numbers.map((number) => (values[number - 1] as unknown) ?? null);
      const rows = await tx.$queryRaw<unknown[]>(new Prisma.Sql(text.split(/\$\d+/), given));
      return { rows };
    },
  };
}
