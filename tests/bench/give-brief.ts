import type pg from "pg";

/** Rows of a debate that can stand in another one under the same numbers, in the order of their references. */
const tables = [
  "briefs",
  "brief_points",
  "sources",
  "facts",
  "fact_corrections",
  "actors",
  "timeline_events",
  "open_questions",
  "glossary_terms",
  "caveats",
] as const;

/**
 * Gives a debate the brief of another one, and its arguments citations of the sources in it, so that
 * its page weighs what a real one does.
 */
export async function giveBrief(client: pg.Client, from: number, to: number): Promise<void> {
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    const values = columns.map((name) => (name === "debate_id" ? "$2::int" : name));
    await client.query(
      `INSERT INTO ${table} (${columns.join(", ")})
       SELECT ${values.join(", ")} FROM ${table} WHERE debate_id = $1`,
      [from, to],
    );
  }
  await giveCitations(client, from, to);
}

async function giveCitations(client: pg.Client, from: number, to: number): Promise<void> {
  const columns = await columnsOf(client, "citations");
  const values = columns.map((name) => {
    if (name === "debate_id") return "$2::int";
    return name === "brief_id" ? "CASE WHEN brief_id IS NULL THEN NULL ELSE $2::int END" : name;
  });
  await client.query(
    `INSERT INTO citations (${columns.join(", ")})
     SELECT ${values.join(", ")} FROM citations WHERE debate_id = $1 AND argument_id IS NULL`,
    [from, to],
  );
  await client.query(
    `INSERT INTO citations (debate_id, source_id, position, quotation, argument_id)
     SELECT a.debate_id, s.id, s.place, left(repeat(s.title || ' ', 3), 140), a.id
     FROM arguments a
     CROSS JOIN LATERAL (
       SELECT id, title, row_number() OVER (ORDER BY (id * 31 + a.id) % 17, id)::int - 1 AS place
       FROM sources WHERE debate_id = $1
     ) s
     WHERE a.debate_id = $1 AND s.place < a.id % 3`,
    [to],
  );
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows.map((row) => row.name);
}
