import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { processWide } from "@/lib/shared/process-wide";
import { PrismaClient } from "./generated/client";

export type { Prisma } from "./generated/client";
export type Db = PrismaClient;
/** What a command's transaction offers: the client without connection management. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

function connect(): PrismaClient {
  if (!env.DATABASE_URL) {
    throw new Error("DATABASE_URL is not set. `npm start` sets it; set it yourself otherwise.");
  }
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 10 }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** The one Prisma client of the process; it connects at the first query. */
export const db: PrismaClient = processWide("prisma", connect);
