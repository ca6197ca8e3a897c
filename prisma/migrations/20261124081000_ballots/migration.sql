-- Votes are counted once a statement instead of once a row, and many of them are written in one.
--
-- Locks are still taken in one order: users, argument_counts (by key), impact_votes, participations
-- (by key), debate_counts (by key). See docs/decisions/0031.

DROP TRIGGER impact_votes_counts ON impact_votes;
DROP FUNCTION keep_vote_counts();

-- Adds differences to the kept counts of one argument.
CREATE FUNCTION add_to_vote_counts(debate integer, argument integer, d0 integer, d1 integer, d2 integer, d3 integer, d4 integer)
RETURNS void LANGUAGE sql AS $$
  UPDATE argument_counts c SET
    n0 = c.n0 + d0, n1 = c.n1 + d1, n2 = c.n2 + d2, n3 = c.n3 + d3, n4 = c.n4 + d4,
    vote_count = c.vote_count + d0 + d1 + d2 + d3 + d4,
    vote_sum = c.vote_sum + d1 + 2 * d2 + 3 * d3 + 4 * d4,
    lower_bound = wilson_lower_bound(c.vote_sum + d1 + 2 * d2 + 3 * d3 + 4 * d4, c.vote_count + d0 + d1 + d2 + d3 + d4),
    divided = vote_division(c.n0 + d0, c.n1 + d1, c.n2 + d2, c.n3 + d3, c.n4 + d4)
  WHERE c.debate_id = debate AND c.argument_id = argument;
$$;

-- The votes of one statement, by argument and difference: new − old. Concurrent statements queue on
-- the rows they share. Nobody votes on their own argument: the row that is counted on names its author.
CREATE FUNCTION count_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR change IN
      SELECT g.debate_id, g.argument_id,
             (count(*) FILTER (WHERE g.impact = 0))::int AS d0, (count(*) FILTER (WHERE g.impact = 1))::int AS d1,
             (count(*) FILTER (WHERE g.impact = 2))::int AS d2, (count(*) FILTER (WHERE g.impact = 3))::int AS d3,
             (count(*) FILTER (WHERE g.impact = 4))::int AS d4, array_agg(g.user_id) AS voters
      FROM given g GROUP BY 1, 2 ORDER BY 1, 2
    LOOP
      PERFORM refuse_own_votes(change.debate_id, change.argument_id, change.voters);
      PERFORM add_to_vote_counts(change.debate_id, change.argument_id, change.d0, change.d1, change.d2, change.d3, change.d4);
    END LOOP;
    PERFORM note_participations(ARRAY(SELECT debate_id FROM given), ARRAY(SELECT user_id FROM given));
  ELSIF TG_OP = 'UPDATE' THEN
    FOR change IN
      SELECT v.debate_id, v.argument_id,
             coalesce(sum(way) FILTER (WHERE v.impact = 0), 0)::int AS d0, coalesce(sum(way) FILTER (WHERE v.impact = 1), 0)::int AS d1,
             coalesce(sum(way) FILTER (WHERE v.impact = 2), 0)::int AS d2, coalesce(sum(way) FILTER (WHERE v.impact = 3), 0)::int AS d3,
             coalesce(sum(way) FILTER (WHERE v.impact = 4), 0)::int AS d4, array_agg(v.user_id) AS voters
      FROM (SELECT *, 1 AS way FROM given UNION ALL SELECT *, -1 FROM taken) v GROUP BY 1, 2 ORDER BY 1, 2
    LOOP
      PERFORM refuse_own_votes(change.debate_id, change.argument_id, change.voters);
      IF change.d0 <> 0 OR change.d1 <> 0 OR change.d2 <> 0 OR change.d3 <> 0 OR change.d4 <> 0 THEN
        PERFORM add_to_vote_counts(change.debate_id, change.argument_id, change.d0, change.d1, change.d2, change.d3, change.d4);
      END IF;
    END LOOP;
  ELSE
    FOR change IN
      SELECT t.debate_id, t.argument_id,
             -(count(*) FILTER (WHERE t.impact = 0))::int AS d0, -(count(*) FILTER (WHERE t.impact = 1))::int AS d1,
             -(count(*) FILTER (WHERE t.impact = 2))::int AS d2, -(count(*) FILTER (WHERE t.impact = 3))::int AS d3,
             -(count(*) FILTER (WHERE t.impact = 4))::int AS d4
      FROM taken t GROUP BY 1, 2 ORDER BY 1, 2
    LOOP
      PERFORM add_to_vote_counts(change.debate_id, change.argument_id, change.d0, change.d1, change.d2, change.d3, change.d4);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_own_votes(debate integer, argument integer, voters integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM argument_counts c
                 WHERE c.debate_id = debate AND c.argument_id = argument AND c.author_id <> ALL (voters)) THEN
    RAISE EXCEPTION 'nobody votes on their own argument' USING ERRCODE = 'check_violation', CONSTRAINT = 'impact_votes_not_own';
  END IF;
END $$;

-- People are counted in a debate once, at their first vote, argument or comment.
-- The editors' account writes briefs and first arguments; it is not one of the people.
CREATE FUNCTION note_participations(debates integer[], people integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  change record;
BEGIN
  IF NOT EXISTS (
    SELECT FROM unnest(debates, people) AS p(debate, person)
    WHERE NOT EXISTS (SELECT FROM participations s WHERE s.debate_id = p.debate AND s.user_id = p.person)) THEN
    RETURN;
  END IF;
  FOR change IN
    WITH fresh AS (
      INSERT INTO participations (debate_id, user_id)
      SELECT DISTINCT p.debate, p.person
      FROM unnest(debates, people) AS p(debate, person)
      JOIN users u ON u.id = p.person AND u.kind <> 'EDITORIAL'
      WHERE NOT EXISTS (SELECT FROM participations s WHERE s.debate_id = p.debate AND s.user_id = p.person)
      ORDER BY 1, 2
      ON CONFLICT DO NOTHING
      RETURNING debate_id)
    SELECT debate_id, count(*)::int AS people FROM fresh GROUP BY 1 ORDER BY 1
  LOOP
    UPDATE debate_counts c SET people = c.people + change.people WHERE c.debate_id = change.debate_id;
  END LOOP;
END $$;

CREATE TRIGGER impact_votes_given AFTER INSERT ON impact_votes
  REFERENCING NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION count_votes();
CREATE TRIGGER impact_votes_changed AFTER UPDATE ON impact_votes
  REFERENCING OLD TABLE AS taken NEW TABLE AS given FOR EACH STATEMENT EXECUTE FUNCTION count_votes();
CREATE TRIGGER impact_votes_withdrawn AFTER DELETE ON impact_votes
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION count_votes();

-- Casts, changes and withdraws (impact null) many people's votes at once. Each element of the arrays
-- is one ballot; no two name the same person and argument. The rule stands in the statements, the
-- same one as `canVote` in lib/voting/rules.ts: a live argument of an open debate, not one's own, by
-- an active account whose session or token has not ended (null where the ballot came by the other).
-- Returns a row for each accepted ballot, with the argument's counts after all of them; to withdraw
-- where there was no vote is accepted too.
CREATE FUNCTION cast_votes(debates integer[], arguments_ integer[], people integer[], impacts smallint[], sessions_ uuid[], tokens integer[])
RETURNS TABLE (place integer, vote_count integer, vote_sum integer, n0 integer, n1 integer, n2 integer, n3 integer, n4 integer, lower_bound double precision)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  allowed integer[];
BEGIN
  PERFORM FROM users u WHERE u.id = ANY (people) ORDER BY u.id FOR SHARE;
  PERFORM FROM argument_counts c
    WHERE (c.debate_id, c.argument_id) IN (SELECT b.debate, b.argument FROM unnest(debates, arguments_) AS b(debate, argument))
    ORDER BY c.debate_id, c.argument_id FOR NO KEY UPDATE;

  WITH ballots AS (
    SELECT b.place::int AS place, a.debate_id, a.id AS argument_id, u.id AS user_id, b.impact, a.parent_id, a.stance, a.version
    FROM unnest(debates, arguments_, people, impacts, sessions_, tokens)
      WITH ORDINALITY AS b(debate, argument, person, impact, session, token, place)
    JOIN arguments a ON a.debate_id = b.debate AND a.id = b.argument
    JOIN debates d ON d.id = a.debate_id
    JOIN users u ON u.id = b.person
    WHERE a.status = 'LIVE' AND d.status = 'OPEN' AND a.author_id <> u.id AND u.status = 'ACTIVE'
      AND (b.session IS NULL OR EXISTS (
        SELECT FROM sessions s WHERE s.id = b.session AND s.user_id = u.id AND s.expires_at > now()))
      AND (b.token IS NULL OR EXISTS (
        SELECT FROM personal_tokens t WHERE t.id = b.token AND t.user_id = u.id AND t.revoked_at IS NULL))
  ), cast_ AS (
    INSERT INTO impact_votes (debate_id, argument_id, user_id, impact, parent_id, stance, version)
    SELECT b.debate_id, b.argument_id, b.user_id, b.impact, b.parent_id, b.stance, b.version
    FROM ballots b WHERE b.impact IS NOT NULL ORDER BY b.debate_id, b.argument_id, b.user_id
    ON CONFLICT (debate_id, argument_id, user_id) DO UPDATE
      SET impact = EXCLUDED.impact, parent_id = EXCLUDED.parent_id, stance = EXCLUDED.stance,
          version = EXCLUDED.version, updated_at = now()
  ), withdrawn AS (
    DELETE FROM impact_votes v USING ballots b
    WHERE b.impact IS NULL AND v.debate_id = b.debate_id AND v.argument_id = b.argument_id AND v.user_id = b.user_id
  )
  SELECT array_agg(b.place) INTO allowed FROM ballots b;

  RETURN QUERY
    SELECT b.place::int, c.vote_count, c.vote_sum, c.n0, c.n1, c.n2, c.n3, c.n4, c.lower_bound
    FROM unnest(debates, arguments_) WITH ORDINALITY AS b(debate, argument, place)
    JOIN argument_counts c ON c.debate_id = b.debate AND c.argument_id = b.argument
    WHERE b.place = ANY (allowed);
END $$;
