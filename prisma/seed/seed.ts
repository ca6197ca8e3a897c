import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { insertDebate } from "./insert-debate";
import { loadFirstDebate } from "./load-debate";
import { ensureDemonstrationPeople, ensureEditors } from "./people";

export type SeedOptions = {
  /** Also make a member, a moderator and an administrator to try the site with. */
  demo: boolean;
  /** Where the passwords of new demonstration accounts are told, once. Standard output if not given. */
  log?: (line: string) => void;
};

/** Any number, as long as nothing else in this database locks the same one. */
const seedLock = 7_204_118_366;

/**
 * Puts the first debate into a migrated database, in one transaction. Does nothing when it is
 * there already, so that corrections made on the site are never overwritten. Several instances may
 * call it at once.
 *
 * @returns whether the debate was made now.
 * @throws ZodError when the files are wrong, Error when a person has the editors' handle.
 */
export async function seed(
  databaseUrl: string,
  { demo, log = (line) => process.stdout.write(`${line}\n`) }: SeedOptions,
): Promise<{ created: boolean }> {
  const data = loadFirstDebate();
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
  try {
    const { created, passwords } = await client.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLock})`;
      const passwords = demo ? await ensureDemonstrationPeople(tx) : [];
      const { slug } = data.debate;
      const found = await tx.debate.findUnique({ where: { slug }, select: { id: true } });
      if (!found) await insertDebate(tx, await ensureEditors(tx), data);
      return { created: !found, passwords };
    });
    passwords.forEach(log);
    return { created };
  } finally {
    await client.$disconnect();
  }
}
