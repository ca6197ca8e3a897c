import pg from "pg";
import { expect, inject, test } from "vitest";
import { db } from "@/lib/db/client";

import { env } from "@/lib/env";
import { isOutage } from "@/lib/shared/outage";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { browser } from "../api/client";

const adminUrl = inject("postgresAdminUrl");
const name = new URL(env.DATABASE_URL!).pathname.slice(1);

async function asOperator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Cuts every connection and lets nobody in, as an outage does. */
async function duringAnOutage<T>(work: () => Promise<T>): Promise<T> {
  await asOperator(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await asOperator(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  try {
    return await work();
  } finally {
    await asOperator(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  }
}

test("While the database is away writes say so, and afterwards the same write succeeds", async () => {
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  const voter = asViewer(await createUser(db));
  const program = await browser(await createUser(db));
  const vote = () => castVote(voter, { id: { debateId: debate.id, id }, impact: 4 });

  await duringAnOutage(async () => {
    const error: unknown = await vote().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(isOutage(error)).toBe(true);
    const answer = await program.ask("PUT", `/arguments/${debate.id}-${id}/vote`, {
      json: { impact: 4 },
    });
    expect(answer).toMatchObject({ status: 503, body: { code: "UNAVAILABLE" } });
  });

  await expect(vote()).resolves.toMatchObject({ votes: { count: 1 } });
});

test("An ordinary mistake is not taken for an outage", () => {
  expect(isOutage(new Error("something else"))).toBe(false);
  expect(isOutage(undefined)).toBe(false);
});
