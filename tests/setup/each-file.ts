/** Before each integration test file: a database of its own, in DATABASE_URL. Dropped afterwards. */
import { afterAll } from "vitest";
import type { Db } from "@/lib/db/client";
import { closePools, watchPools } from "@/tests/setup/pools";
import { testDatabase } from "@/tests/setup/test-database";

const database = await testDatabase();
process.env.DATABASE_URL = database.url;
watchPools();

afterAll(async () => {
  const { closeQueue } = await import("@/lib/jobs/queue");
  await closeQueue();
  const opened = (globalThis as Record<symbol, unknown>)[Symbol.for("counterpoint.prisma")];
  await (opened as Db | undefined)?.$disconnect();
  // A server that is told to drop the database cuts off whoever is still connected.
  await closePools();
  await database.drop();
});
