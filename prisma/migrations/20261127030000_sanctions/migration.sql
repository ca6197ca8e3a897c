-- AlterTable
ALTER TABLE "arguments" ADD COLUMN     "featured" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "debates" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "conclusion" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "slow_minutes" INTEGER;

-- CreateTable
CREATE TABLE "sanctions" (
    "entry_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" "ModerationAction" NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "sanctions_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE INDEX "sanctions_user_id_idx" ON "sanctions"("user_id");

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "moderation_entries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE sanctions ADD CONSTRAINT sanctions_kind_check
  CHECK (kind IN ('SILENCE', 'SUSPEND', 'BAN') AND (kind = 'BAN') = (until IS NULL));

ALTER TABLE debates
  ADD CONSTRAINT debates_slow_minutes_check CHECK (slow_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT debates_conclusion_check
    CHECK (length(conclusion) <= 5000 AND (conclusion = '' OR status IN ('CLOSED', 'ARCHIVED')));

-- One debate is featured on the front page.
UPDATE debates d SET featured = false
  WHERE d.featured AND EXISTS (SELECT FROM debates e WHERE e.featured AND e.id > d.id);
CREATE UNIQUE INDEX debates_featured_key ON debates (featured) WHERE featured;
CREATE INDEX arguments_featured_idx ON arguments (debate_id, parent_id) WHERE featured;
CREATE INDEX arguments_locked_idx ON arguments (debate_id) WHERE locked;

-- ── Who may not ──────────────────────────────────────────────────────────────────────────────

-- Whether one of these sanctions is in force. Time ends them by itself.
CREATE FUNCTION is_sanctioned(person integer, kinds "ModerationAction"[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM sanctions s
    WHERE s.user_id = person AND s.kind = ANY (kinds) AND (s.until IS NULL OR s.until > now()));
$$;

-- Whether an argument, or one that it stands below, is locked.
CREATE FUNCTION is_thread_locked(debate integer, place integer[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM arguments l
    WHERE l.debate_id = debate AND l.locked AND l.path = place[1:cardinality(l.path)]);
$$;

-- When this person may next add something to a debate in slow mode; null when they may now. The
-- same as `lastContribution` and `canAdd` in lib/debates.
CREATE FUNCTION slow_until(debate integer, person integer) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT last.at + make_interval(mins => d.slow_minutes)
  FROM debates d, LATERAL (
    SELECT greatest(
      (SELECT max(a.created_at) FROM arguments a WHERE a.author_id = person AND a.debate_id = d.id
         AND a.created_at > now() - make_interval(mins => d.slow_minutes)),
      (SELECT max(c.created_at) FROM comments c WHERE c.author_id = person AND c.debate_id = d.id
         AND c.created_at > now() - make_interval(mins => d.slow_minutes))) AS at) last
  WHERE d.id = debate AND d.slow_minutes IS NOT NULL AND last.at IS NOT NULL;
$$;

-- Whether something may be added below this argument (null: the motion) by this person now: the
-- debate and the thread are not locked, and slow mode has let its minutes pass.
CREATE FUNCTION may_add(debate integer, argument integer, person integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  slow boolean;
BEGIN
  SELECT d.slow_minutes IS NOT NULL INTO slow FROM debates d WHERE d.id = debate AND NOT d.locked;
  IF NOT FOUND THEN RETURN false; END IF;
  IF argument IS NOT NULL AND is_thread_locked(debate,
       (SELECT a.path FROM arguments a WHERE a.debate_id = debate AND a.id = argument)) THEN RETURN false; END IF;
  IF NOT slow THEN RETURN true; END IF;
  -- Whoever sends two at once waits here for the first of them.
  PERFORM pg_advisory_xact_lock(hashtextextended('slow ' || debate || ' ' || person, 0));
  RETURN slow_until(debate, person) IS NULL;
END $$;

-- The functions that write, as they were (migrations `posts` and `ballots`), with these questions.

CREATE OR REPLACE FUNCTION may_write(person integer, session_ uuid, token integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users u WHERE u.id = person AND u.status = 'ACTIVE' FOR SHARE;
  RETURN FOUND AND NOT is_sanctioned(person, '{SILENCE,SUSPEND,BAN}')
    AND (session_ IS NULL OR EXISTS (
      SELECT FROM sessions s WHERE s.id = session_ AND s.user_id = person AND s.expires_at > now()))
    AND (token IS NULL OR EXISTS (
      SELECT FROM personal_tokens t WHERE t.id = token AND t.user_id = person AND t.revoked_at IS NULL));
END $$;

CREATE OR REPLACE FUNCTION post_comment(debate integer, argument integer, answered integer, person integer, session_ uuid,
  token integer, words text, submission uuid, named text[], draft text)
RETURNS TABLE (comment_id integer, slug text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  made integer;
BEGIN
  IF NOT may_write(person, session_, token) THEN RETURN; END IF;
  IF NOT may_add(debate, argument, person) THEN RETURN; END IF;
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

CREATE OR REPLACE FUNCTION submit_argument(address text, parent_debate integer, parent integer, person integer, session_ uuid, token integer,
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
  IF NOT may_add(debate, parent, person) THEN RETURN; END IF;

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

CREATE OR REPLACE FUNCTION cast_votes(debates integer[], arguments_ integer[], people integer[], impacts smallint[], sessions_ uuid[], tokens integer[])
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
    WHERE a.status = 'LIVE' AND d.status = 'OPEN' AND NOT d.locked AND a.author_id <> u.id AND u.status = 'ACTIVE'
      AND NOT is_sanctioned(u.id, '{SILENCE,SUSPEND,BAN}')
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

-- ── Signs that a banned person came back ─────────────────────────────────────────────────────

-- What an address has in common with others of the same mailbox: no dots, nothing after a plus.
CREATE FUNCTION email_core(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@' || split_part(lower(address), '@', 2);
-- A handle's look-alike skeleton without what is counted up at its end.
CREATE FUNCTION handle_core(skeleton text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(skeleton, '[-_0-9]+$', '');
CREATE INDEX users_email_core_idx ON users (email_core(email));
CREATE INDEX users_handle_core_idx ON users (handle_core(handle_skeleton));
