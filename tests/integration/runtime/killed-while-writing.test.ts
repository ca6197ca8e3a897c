import pg from "pg";
import { expect, test } from "vitest";
import { startServer } from "@/lib/db/embedded/server";
import { applyMigrations } from "@/lib/db/migrations";
import { pidOf, withCluster } from "@/tests/setup/cluster";

const voters = 4000;

/** Votes for one person after the other until the server is gone; notes who was told it counted. */
async function voteUntilKilled(
  url: string,
  people: number[],
  acknowledged: number[],
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (const person of people) {
      await client.query(
        "INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, stance, version) VALUES (1, 1, $1, 3, 'SUPPORT', 1)",
        [person],
      );
      acknowledged.push(person);
    }
  } catch {
    // The kill: this vote was not acknowledged.
  }
}

test("PostgreSQL killed while people vote loses no vote that was acknowledged, and the counts agree", async () => {
  await withCluster(async (cluster, logFile) => {
    const first = await startServer(cluster, { logFile });
    const url = first.url("postgres");
    await applyMigrations(url);
    const setup = new pg.Client({ connectionString: url });
    setup.on("error", () => undefined);
    await setup.connect();
    await setup.query(`
      INSERT INTO users (handle, handle_skeleton, name)
        SELECT 'voter-' || n, 'voter-' || n, 'Voter' FROM generate_series(1, ${voters + 1}) n;
      INSERT INTO debates (slug, title, motion, status, opened_at, created_by_id)
        VALUES ('d', 'T', 'M', 'OPEN', now(), ${voters + 1});
      INSERT INTO arguments (debate_id, stance, path, title, author_id)
        VALUES (1, 'SUPPORT', '{1}', 'A claim.', ${voters + 1});`);
    await setup.end();

    const acknowledged: number[] = [];
    const writers = [0, 1, 2, 3].map((lane) =>
      voteUntilKilled(
        url,
        Array.from({ length: voters / 4 }, (_, n) => lane * (voters / 4) + n + 1),
        acknowledged,
      ),
    );
    await expect
      .poll(() => acknowledged.length, { interval: 2, timeout: 20_000 })
      .toBeGreaterThan(40);
    process.kill(await pidOf(cluster), "SIGKILL");
    await Promise.all([...writers, first.exited]);

    const second = await startServer(cluster, { logFile });
    const client = new pg.Client({ connectionString: second.url("postgres") });
    await client.connect();
    const { rows } = await client.query<{ user_id: number }>("SELECT user_id FROM impact_votes");
    const stored = new Set(rows.map((row) => row.user_id));
    expect(acknowledged.length).toBeLessThan(voters);
    expect(acknowledged.filter((person) => !stored.has(person))).toEqual([]);
    const counts = await client.query<{ vote_count: number; vote_sum: number }>(
      "SELECT vote_count, vote_sum FROM argument_counts",
    );
    expect(counts.rows).toEqual([{ vote_count: stored.size, vote_sum: 3 * stored.size }]);
    await client.end();
    await second.stop();
  });
});
