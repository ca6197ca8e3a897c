/**
 * The least SQL that does what a write of the site does: the same predicates, triggers and rows.
 * Variables stand as `:name`, as pgbench wants them.
 */

/** The length of what people write. */
export const reasons =
  ". The count of passengers before and after the trial points this way. Two neighbouring cities tried it; one kept it and one gave it up after a year, for want of drivers.";

/** A vote, refused where the site refuses it. */
export const voteSql = `
  INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version)
  SELECT a.debate_id, a.id, u.id, :impact::smallint, a.parent_id, a.stance, a.version
  FROM arguments a
  JOIN debates d ON d.id = a.debate_id
  JOIN users u ON u.id = :person::int
  WHERE a.debate_id = :debate::int AND a.id = :argument::int
    AND a.status = 'LIVE' AND d.status = 'OPEN' AND a.author_id <> u.id AND u.status = 'ACTIVE'
  FOR SHARE OF u
  ON CONFLICT (debate_id, argument_id, user_id) DO UPDATE
    SET impact = EXCLUDED.impact, parent_id = EXCLUDED.parent_id, stance = EXCLUDED.stance,
        version = EXCLUDED.version, updated_at = now()`;

/** A comment that begins a thread. */
export const commentSql = `
  WITH next AS (SELECT nextval('comments_id_seq')::int AS id)
  INSERT INTO comments (debate_id, id, argument_id, thread_id, author_id, body, submission_key)
  SELECT a.debate_id, next.id, a.id, next.id, u.id, 'Comment ' || :number || '${reasons}', gen_random_uuid()
  FROM next, arguments a
  JOIN debates d ON d.id = a.debate_id
  JOIN users u ON u.id = :person::int
  WHERE a.debate_id = :debate::int AND a.id = :argument::int
    AND a.status = 'LIVE' AND d.status = 'OPEN' AND u.status = 'ACTIVE'`;

/** A reply in the tree with its first revision: the parent's next number, the argument, the state. */
export const argumentSql = `
  WITH parent AS (
    UPDATE arguments a SET next_child = next_child + 1
    FROM debates d, users u
    WHERE a.debate_id = :debate::int AND a.id = :argument::int AND a.status = 'LIVE'
      AND d.id = a.debate_id AND d.status = 'OPEN' AND u.id = :person::int AND u.status = 'ACTIVE'
    RETURNING a.debate_id, a.id, a.path || (a.next_child - 1) AS path, u.id AS author
  ), made AS (
    INSERT INTO arguments (debate_id, parent_id, stance, path, title, body, author_id)
    SELECT debate_id, id, 'OPPOSE', path, 'Reply ' || :number, 'Reason ' || :number || '${reasons}', author
    FROM parent
    RETURNING debate_id, id, title, body, author_id
  )
  INSERT INTO argument_revisions (debate_id, argument_id, version, change, title, body, editor_id)
  SELECT debate_id, id, 1, 'CREATED', title, body, author_id FROM made`;

/** The statement with `$1`, `$2` … in the order of these names, for a driver. */
export function positional(sql: string, names: readonly string[]): string {
  return sql.replace(/(?<!:):([a-z]+)/g, (whole, name: string) => {
    const index = names.indexOf(name);
    return index < 0 ? whole : `$${index + 1}`;
  });
}
