import pg from "pg";
import { growTree, type LargeNode } from "./large-tree";
import { inventVotes, type LargeVote } from "./large-votes";
import { createRandom } from "./random";

export type LargeOptions = { arguments: number; votes: number; people: number; seed: number };
export type LargeDebate = {
  debateId: number;
  slug: string;
  argumentIds: number[];
  people: number[];
};

const batch = 5000;

/**
 * Fills a migrated database with one big invented debate, for benches and for tests of long pages.
 * The same options give the same tree and votes. Votes go through the table, so that its triggers
 * count them. One transaction; a second call with the same seed number fails on the slug.
 *
 * @returns the debate, with the ids of its arguments and people in the order of their making.
 */
export async function seedLarge(databaseUrl: string, options: LargeOptions): Promise<LargeDebate> {
  const random = createRandom(options.seed);
  const nodes = growTree(random, options.arguments, options.people);
  const votes = inventVotes(random, nodes, options.people, options.votes);
  const slug = `large-${options.seed}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    const people = await insertPeople(client, slug, options.people);
    const debateId = await insertDebate(client, slug, people, nodes);
    const argumentIds = await insertNodes(client, debateId, people, nodes);
    await insertVotes(client, debateId, { people, argumentIds }, votes);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return { debateId, slug, argumentIds, people };
  } finally {
    await client.end(); // an open transaction is rolled back with its connection
  }
}

async function insertPeople(client: pg.Client, slug: string, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO users (handle, handle_skeleton, name, email, email_verified_at)
     SELECT $1 || '-' || n, $1 || '-' || n, 'Person ' || n, $1 || '-' || n || '@example.org', now()
     FROM generate_series(1, $2::int) AS n ORDER BY n
     RETURNING id`,
    [slug, count],
  );
  return rows.map((row) => row.id);
}

async function insertDebate(
  client: pg.Client,
  slug: string,
  people: readonly number[],
  nodes: readonly LargeNode[],
): Promise<number> {
  const roots = nodes.filter((node) => node.parent === null).length;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO debates (slug, title, motion, status, opened_at, created_by_id, next_root)
     VALUES ($1, 'Should the city''s buses be free?', 'The city''s buses should be free.', 'OPEN',
             now(), $2, $3)
     RETURNING id`,
    [slug, people[0], roots + 1],
  );
  return rows[0]!.id;
}

async function insertNodes(
  client: pg.Client,
  debateId: number,
  people: readonly number[],
  nodes: readonly LargeNode[],
): Promise<number[]> {
  const reserved = await client.query<{ id: number }>(
    `SELECT nextval(pg_get_serial_sequence('arguments', 'id'))::int AS id
     FROM generate_series(1, $1::int)`,
    [nodes.length],
  );
  const ids = reserved.rows.map((row) => row.id);
  await client.query(
    `INSERT INTO arguments (debate_id, id, parent_id, stance, path, next_child, title, body,
                            author_id, created_at, updated_at)
     SELECT $1, id, parent, stance::"Stance", path::int[], next_child, title, body, author,
            timestamptz '2026-01-01' + n * interval '1 minute',
            timestamptz '2026-01-01' + n * interval '1 minute'
     FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[],
                 $9::int[])
          WITH ORDINALITY AS a (id, parent, stance, path, next_child, title, body, author, n)
     ORDER BY n`,
    [
      debateId,
      ids,
      nodes.map((node) => (node.parent === null ? null : ids[node.parent])),
      nodes.map((node) => node.stance),
      nodes.map((node) => `{${node.path.join(",")}}`),
      nodes.map((node) => node.replies + 1),
      nodes.map((node) => node.title),
      nodes.map((node) => node.body),
      nodes.map((node) => people[node.author]),
    ],
  );
  await client.query(
    `INSERT INTO argument_revisions (debate_id, argument_id, version, change, title, body, editor_id,
                                     created_at)
     SELECT debate_id, id, 1, 'CREATED', title, body, author_id, created_at
     FROM arguments WHERE debate_id = $1`,
    [debateId],
  );
  return ids;
}

async function insertVotes(
  client: pg.Client,
  debateId: number,
  ids: { people: readonly number[]; argumentIds: readonly number[] },
  votes: readonly LargeVote[],
): Promise<void> {
  for (let start = 0; start < votes.length; start += batch) {
    const some = votes.slice(start, start + batch);
    await client.query(
      `INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version)
       SELECT a.debate_id, a.id, v.person, v.impact, a.parent_id, a.stance, a.version
       FROM unnest($2::int[], $3::int[], $4::int[]) AS v (argument, person, impact)
       JOIN arguments a ON a.debate_id = $1 AND a.id = v.argument`,
      [
        debateId,
        some.map((vote) => ids.argumentIds[vote.argument]),
        some.map((vote) => ids.people[vote.person]),
        some.map((vote) => vote.impact),
      ],
    );
  }
}
