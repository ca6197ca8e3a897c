-- Comments and arguments are written in one statement each, as votes are: one round trip, and the
-- rows that everybody's contributions are counted on stay locked no longer than it takes.
--
-- Locks are taken in the order of decision 31: users, then the debate or the parent, argument_counts,
-- participations, debate_counts; last the people who are told, who are only kept from being erased.

-- Whether this person may write now: an active account whose session or token has not ended (null
-- where the request came by the other). The account stays as it is until the transaction's end.
CREATE FUNCTION may_write(person integer, session_ uuid, token integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users u WHERE u.id = person AND u.status = 'ACTIVE' FOR SHARE;
  RETURN FOUND
    AND (session_ IS NULL OR EXISTS (
      SELECT FROM sessions s WHERE s.id = session_ AND s.user_id = person AND s.expires_at > now()))
    AND (token IS NULL OR EXISTS (
      SELECT FROM personal_tokens t WHERE t.id = token AND t.user_id = person AND t.revoked_at IS NULL));
END $$;

-- Posts a comment on an argument, or an answer to a comment (null: none), names the people in it,
-- tells whom it concerns, and forgets its draft. The rule stands in the statements, the same one as
-- `canReplyToComment` in lib/discussion/rules.ts. Returns nothing when it refuses, or when the same
-- submission was posted before.
CREATE FUNCTION post_comment(debate integer, argument integer, answered integer, person integer, session_ uuid,
  token integer, words text, submission uuid, named text[], draft text)
RETURNS TABLE (comment_id integer, slug text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  made integer;
BEGIN
  IF NOT may_write(person, session_, token) THEN RETURN; END IF;
  -- What is answered is not to be deleted meanwhile.
  PERFORM FROM comments c WHERE c.debate_id = debate AND c.id = answered FOR SHARE;

  WITH next AS (SELECT nextval('comments_id_seq')::int AS id)
  INSERT INTO comments (debate_id, id, argument_id, reply_to_id, thread_id, author_id, body, submission_key)
  SELECT a.debate_id, next.id, a.id, c.id, coalesce(c.thread_id, next.id), person, words, submission
  FROM next
  JOIN arguments a ON a.debate_id = debate AND a.id = argument AND a.status = 'LIVE'
  JOIN debates d ON d.id = a.debate_id AND d.status = 'OPEN'
  LEFT JOIN comments c ON c.debate_id = a.debate_id AND c.id = answered AND c.argument_id = a.id AND c.status = 'LIVE'
  WHERE answered IS NULL OR c.id IS NOT NULL
  ON CONFLICT (author_id, submission_key) DO NOTHING
  RETURNING comments.id INTO made;
  IF made IS NULL THEN RETURN; END IF;

  INSERT INTO comment_mentions (debate_id, comment_id, user_id)
  SELECT debate, made, u.id FROM users u WHERE u.handle = ANY (named) AND u.status <> 'ERASED';

  -- Whoever is answered (the comment's author, and the argument's) and whoever is named, each once,
  -- and nobody of their own doing.
  WITH told AS (
    SELECT DISTINCT ON (t.user_id) t.user_id, t.kind FROM (
      SELECT c.author_id AS user_id, 'REPLY'::"NotificationKind" AS kind FROM comments c
      WHERE c.debate_id = debate AND c.id = answered
      UNION ALL
      SELECT a.author_id, 'REPLY' FROM arguments a WHERE a.debate_id = debate AND a.id = argument
      UNION ALL
      SELECT m.user_id, 'MENTION' FROM comment_mentions m WHERE m.debate_id = debate AND m.comment_id = made
    ) t
    WHERE t.user_id <> person
    ORDER BY t.user_id, t.kind
  )
  INSERT INTO notifications (user_id, kind, debate_id, argument_id, comment_id, actor_id)
  SELECT u.id, told.kind, debate, argument, made, person
  FROM told JOIN users u ON u.id = told.user_id
  WHERE u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
  ORDER BY u.id
  FOR KEY SHARE OF u
  ON CONFLICT DO NOTHING;

  DELETE FROM drafts f WHERE f.debate_id = debate AND f.user_id = person AND f.form = draft;
  RETURN QUERY SELECT made, d.slug FROM debates d WHERE d.id = debate;
END $$;

-- Puts an argument below the motion of the debate with this address (parent null) or below another
-- argument of it, with its first revision and
-- what it cites ([{"sourceId", "quotation"}] and the ids of facts), tells the parent's author, and
-- forgets its draft. The rule stands in the statements, the same one as `canSubmit` and `canReply` in
-- lib/arguments/rules.ts. Returns nothing when it refuses, or when the same submission was posted before.
CREATE FUNCTION submit_argument(address text, parent_debate integer, parent integer, person integer, session_ uuid, token integer,
  side "Stance", heading text, reasons text, submission uuid, cited jsonb, facts_ integer[], deepest integer, draft text)
RETURNS TABLE (debate_id integer, argument_id integer, path integer[]) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  debate integer := (SELECT d.id FROM debates d WHERE d.slug = address);
  place integer[];
  made integer;
BEGIN
  IF parent_debate <> debate OR NOT may_write(person, session_, token)
     OR EXISTS (SELECT FROM arguments a WHERE a.author_id = person AND a.submission_key = submission)
     OR EXISTS (SELECT FROM unnest(facts_) AS f (id)
                WHERE NOT EXISTS (SELECT FROM facts k WHERE k.debate_id = debate AND k.id = f.id))
  THEN RETURN; END IF;

  -- The next number; taking it queues on one row.
  IF parent IS NULL THEN
    UPDATE debates d SET next_root = d.next_root + 1, updated_at = now()
    WHERE d.id = debate AND d.status = 'OPEN'
    RETURNING ARRAY[d.next_root - 1] INTO place;
  ELSE
    UPDATE arguments a SET next_child = a.next_child + 1
    FROM debates d
    WHERE a.debate_id = debate AND a.id = parent AND a.status = 'LIVE' AND cardinality(a.path) < deepest
      AND d.id = a.debate_id AND d.status = 'OPEN'
    RETURNING a.path || (a.next_child - 1) INTO place;
  END IF;
  IF place IS NULL THEN RETURN; END IF;

  INSERT INTO arguments (debate_id, parent_id, stance, path, title, body, author_id, submission_key)
  VALUES (debate, parent, side, place, heading, reasons, person, submission)
  RETURNING arguments.id INTO made;
  INSERT INTO citations (debate_id, argument_id, source_id, quotation, position)
  SELECT debate, made, (c.source ->> 'sourceId')::int, c.source ->> 'quotation', c.nth - 1
  FROM jsonb_array_elements(cited) WITH ORDINALITY AS c (source, nth);
  INSERT INTO argument_facts (debate_id, argument_id, fact_id)
  SELECT debate, made, f.id FROM unnest(facts_) AS f (id);
  INSERT INTO argument_revisions (debate_id, argument_id, version, change, title, body, sources, fact_ids, editor_id)
  VALUES (debate, made, 1, 'CREATED', heading, reasons, cited, facts_, person);

  IF parent IS NOT NULL THEN
    INSERT INTO notifications (user_id, kind, debate_id, argument_id, actor_id)
    SELECT u.id, 'REPLY', debate, made, person
    FROM arguments p JOIN users u ON u.id = p.author_id
    WHERE p.debate_id = debate AND p.id = parent AND u.id <> person
      AND u.status = 'ACTIVE' AND u.kind IN ('PERSON', 'DEMONSTRATION')
    FOR KEY SHARE OF u
    ON CONFLICT DO NOTHING;
  END IF;

  DELETE FROM drafts f WHERE f.debate_id = debate AND f.user_id = person AND f.form = draft;
  RETURN QUERY SELECT debate, made, place;
END $$;
