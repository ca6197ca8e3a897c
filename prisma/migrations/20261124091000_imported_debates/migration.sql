-- AlterTable
ALTER TABLE "users" ADD COLUMN     "imported_handle" TEXT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

-- Nobody can sign in as an account that stands for somebody elsewhere, whatever the application does.
ALTER TABLE users
  ADD CONSTRAINT users_imported_check
    CHECK (kind <> 'IMPORTED' OR (email IS NULL AND password_hash IS NULL AND role = 'MEMBER'));

-- ── Counting a whole debate at once ──────────────────────────────────────────────────────────
--
-- One row after the other, 100,000 replies or comments in one transaction would leave as many dead
-- versions of the rows they are counted on, each looked through by the next. An import therefore sets
-- counterpoint.bulk for its transaction and counts once, at its end, with the function below: it
-- refuses what the triggers would have refused.

DROP TRIGGER impact_votes_given ON impact_votes;
CREATE TRIGGER impact_votes_given AFTER INSERT ON impact_votes
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT
  WHEN (current_setting('counterpoint.bulk', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION count_votes();
DROP TRIGGER arguments_counts ON arguments;
CREATE TRIGGER arguments_counts AFTER INSERT OR UPDATE ON arguments FOR EACH ROW
  WHEN (current_setting('counterpoint.bulk', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION keep_argument_counts();
DROP TRIGGER comments_counts ON comments;
CREATE TRIGGER comments_counts AFTER INSERT OR UPDATE ON comments FOR EACH ROW
  WHEN (current_setting('counterpoint.bulk', true) IS DISTINCT FROM 'yes')
  EXECUTE FUNCTION keep_comment_counts();

-- Makes the kept counts of a debate anew from its rows.
CREATE FUNCTION count_debate_anew(debate integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM impact_votes v
             JOIN arguments a ON a.debate_id = v.debate_id AND a.id = v.argument_id AND a.author_id = v.user_id
             WHERE v.debate_id = debate) THEN
    RAISE EXCEPTION 'nobody votes on their own argument' USING ERRCODE = 'check_violation', CONSTRAINT = 'impact_votes_not_own';
  END IF;
  DELETE FROM argument_counts WHERE debate_id = debate;
  INSERT INTO argument_counts (debate_id, argument_id, parent_id, stance, live, author_id,
    vote_count, vote_sum, n0, n1, n2, n3, n4, lower_bound, divided,
    comments, support_children, oppose_children, discussed)
  SELECT a.debate_id, a.id, a.parent_id, a.stance, a.status = 'LIVE', a.author_id,
    coalesce(v.n, 0), coalesce(v.s, 0), coalesce(v.n0, 0), coalesce(v.n1, 0), coalesce(v.n2, 0), coalesce(v.n3, 0), coalesce(v.n4, 0),
    wilson_lower_bound(coalesce(v.s, 0), coalesce(v.n, 0)),
    vote_division(coalesce(v.n0, 0), coalesce(v.n1, 0), coalesce(v.n2, 0), coalesce(v.n3, 0), coalesce(v.n4, 0)),
    coalesce(c.n, 0), coalesce(r.supporting, 0), coalesce(r.opposing, 0),
    coalesce(c.n, 0) + coalesce(r.supporting, 0) + coalesce(r.opposing, 0)
  FROM arguments a
  LEFT JOIN (
    SELECT argument_id, count(*)::int AS n, sum(impact)::int AS s,
      (count(*) FILTER (WHERE impact = 0))::int AS n0, (count(*) FILTER (WHERE impact = 1))::int AS n1,
      (count(*) FILTER (WHERE impact = 2))::int AS n2, (count(*) FILTER (WHERE impact = 3))::int AS n3,
      (count(*) FILTER (WHERE impact = 4))::int AS n4
    FROM impact_votes WHERE debate_id = debate GROUP BY argument_id) v ON v.argument_id = a.id
  LEFT JOIN (
    SELECT argument_id, count(*)::int AS n
    FROM comments WHERE debate_id = debate AND status = 'LIVE' GROUP BY argument_id) c ON c.argument_id = a.id
  LEFT JOIN (
    SELECT parent_id, (count(*) FILTER (WHERE stance = 'SUPPORT'))::int AS supporting,
      (count(*) FILTER (WHERE stance = 'OPPOSE'))::int AS opposing
    FROM arguments WHERE debate_id = debate AND status = 'LIVE' GROUP BY parent_id) r ON r.parent_id = a.id
  WHERE a.debate_id = debate;

  DELETE FROM participations WHERE debate_id = debate;
  INSERT INTO participations (debate_id, user_id, since)
  SELECT debate, took.user_id, min(took.at)
  FROM (SELECT author_id AS user_id, created_at AS at FROM arguments WHERE debate_id = debate
        UNION ALL SELECT author_id, created_at FROM comments WHERE debate_id = debate
        UNION ALL SELECT user_id, created_at FROM impact_votes WHERE debate_id = debate) took
  JOIN users u ON u.id = took.user_id AND u.kind <> 'EDITORIAL'
  GROUP BY took.user_id;

  UPDATE debate_counts SET
    arguments = (SELECT count(*) FROM arguments WHERE debate_id = debate AND status = 'LIVE'),
    comments = (SELECT count(*) FROM comments WHERE debate_id = debate AND status = 'LIVE'),
    people = (SELECT count(*) FROM participations WHERE debate_id = debate)
  WHERE debate_id = debate;
END $$;
