-- What the tables promise, kept by PostgreSQL itself: checks, kept counts, and the search index.

-- ── Checks ───────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION is_partial_date(value text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$';

CREATE FUNCTION is_web_address(value text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN value ~* '^https?://[^\s]+$' AND length(value) <= 2000;

ALTER TABLE users
  ADD CONSTRAINT users_handle_check CHECK (handle ~ '^[a-z0-9][a-z0-9_-]{1,29}$'),
  ADD CONSTRAINT users_name_check CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT users_email_check CHECK (email = lower(email) AND length(email) <= 254),
  ADD CONSTRAINT users_about_check CHECK (length(about) <= 1000),
  ADD CONSTRAINT users_erased_check CHECK (status <> 'ERASED' OR (email IS NULL AND password_hash IS NULL AND about = '')),
  ADD CONSTRAINT users_editorial_check CHECK (kind <> 'EDITORIAL' OR password_hash IS NULL);

ALTER TABLE personal_tokens
  ADD CONSTRAINT personal_tokens_name_check CHECK (length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT personal_tokens_scopes_check CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'write', 'moderate']);

ALTER TABLE debates
  ADD CONSTRAINT debates_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  ADD CONSTRAINT debates_title_check CHECK (length(title) BETWEEN 1 AND 200),
  ADD CONSTRAINT debates_motion_check CHECK (length(motion) BETWEEN 1 AND 300),
  ADD CONSTRAINT debates_next_root_check CHECK (next_root >= 1),
  ADD CONSTRAINT debates_opened_check CHECK (status = 'DRAFT' OR opened_at IS NOT NULL);

ALTER TABLE briefs
  ADD CONSTRAINT briefs_reported_on_check CHECK (is_partial_date(reported_on));

ALTER TABLE timeline_events
  ADD CONSTRAINT timeline_events_date_check CHECK (is_partial_date(date));

ALTER TABLE sources
  ADD CONSTRAINT sources_title_check CHECK (length(title) BETWEEN 1 AND 300),
  ADD CONSTRAINT sources_publisher_check CHECK (length(publisher) <= 200),
  ADD CONSTRAINT sources_number_check CHECK (number >= 1),
  ADD CONSTRAINT sources_url_check CHECK (is_web_address(url)),
  ADD CONSTRAINT sources_archive_url_check CHECK (is_web_address(archive_url)),
  ADD CONSTRAINT sources_published_check CHECK (is_partial_date(published)),
  ADD CONSTRAINT sources_retrieved_on_check CHECK (is_partial_date(retrieved_on));

ALTER TABLE citations
  ADD CONSTRAINT citations_one_target_check
    CHECK (num_nonnulls(brief_id, fact_id, actor_id, timeline_id, open_question_id, argument_id) = 1),
  ADD CONSTRAINT citations_brief_check CHECK (brief_id IS NULL OR brief_id = debate_id),
  ADD CONSTRAINT citations_quotation_check CHECK (length(quotation) <= 1000);

CREATE UNIQUE INDEX citations_argument_once_key ON citations (debate_id, argument_id, source_id) WHERE argument_id IS NOT NULL;
CREATE UNIQUE INDEX citations_fact_once_key ON citations (debate_id, fact_id, source_id) WHERE fact_id IS NOT NULL;

ALTER TABLE arguments
  ADD CONSTRAINT arguments_title_check CHECK (length(title) BETWEEN 1 AND 140),
  ADD CONSTRAINT arguments_body_check CHECK (length(body) <= 8000),
  ADD CONSTRAINT arguments_version_check CHECK (version >= 1),
  ADD CONSTRAINT arguments_next_child_check CHECK (next_child >= 1),
  ADD CONSTRAINT arguments_path_check CHECK (cardinality(path) BETWEEN 1 AND 32 AND 0 < ALL (path)),
  ADD CONSTRAINT arguments_placement_check CHECK ((parent_id IS NULL) = (cardinality(path) = 1)),
  ADD CONSTRAINT arguments_not_own_parent_check CHECK (parent_id IS DISTINCT FROM id);

ALTER TABLE argument_counts
  ADD CONSTRAINT argument_counts_votes_check
    CHECK (vote_count = n0 + n1 + n2 + n3 + n4 AND vote_sum = n1 + 2 * n2 + 3 * n3 + 4 * n4
           AND n0 >= 0 AND n1 >= 0 AND n2 >= 0 AND n3 >= 0 AND n4 >= 0),
  ADD CONSTRAINT argument_counts_others_check
    CHECK (comments >= 0 AND support_children >= 0 AND oppose_children >= 0);

ALTER TABLE debate_counts
  ADD CONSTRAINT debate_counts_check CHECK (arguments >= 0 AND comments >= 0 AND people >= 0);

ALTER TABLE impact_votes
  ADD CONSTRAINT impact_votes_impact_check CHECK (impact BETWEEN 0 AND 4);

ALTER TABLE comments
  ADD CONSTRAINT comments_body_check CHECK (length(body) <= 4000 AND (status = 'DELETED' OR length(body) >= 1)),
  ADD CONSTRAINT comments_thread_check CHECK ((reply_to_id IS NULL) = (thread_id = id));

-- ── Formulas ─────────────────────────────────────────────────────────────────────────────────

-- Wilson 1927, as used for ranking by Miller 2009: lower end of the interval for a share of
-- successes. Graded votes count impact/4 as (fractional) successes. z = 1.2815515655446 (80 %).
CREATE FUNCTION wilson_lower_bound(vote_sum integer, vote_count integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN vote_count = 0 THEN 0 ELSE greatest(0,
    ( (vote_sum / 4.0::double precision) / vote_count
      + 1.2815515655446::double precision ^ 2 / (2 * vote_count)
      - 1.2815515655446::double precision * sqrt(
          ((vote_sum / 4.0::double precision) / vote_count) * (1 - (vote_sum / 4.0::double precision) / vote_count) / vote_count
          + 1.2815515655446::double precision ^ 2 / (4.0::double precision * vote_count * vote_count)) )
    / (1 + 1.2815515655446::double precision ^ 2 / vote_count)) END;

-- How divided the voters are: the variance of their votes (0 to 4, the most when half say 0 and
-- half say 4), shrunk by n/(n+5) so that two people are not "most divided".
CREATE FUNCTION vote_division(n0 integer, n1 integer, n2 integer, n3 integer, n4 integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN n0 + n1 + n2 + n3 + n4 = 0 THEN 0 ELSE
    ( (n1 + 4 * n2 + 9 * n3 + 16 * n4)::double precision / (n0 + n1 + n2 + n3 + n4)
      - ((n1 + 2 * n2 + 3 * n3 + 4 * n4)::double precision / (n0 + n1 + n2 + n3 + n4)) ^ 2 )
    * (n0 + n1 + n2 + n3 + n4) / (n0 + n1 + n2 + n3 + n4 + 5) END;

-- ── Kept counts ──────────────────────────────────────────────────────────────────────────────
--
-- Every trigger locks in one order, so that contributions at the same moment wait for one another and
-- never in a circle: argument_counts, then participations, then debate_counts.

CREATE FUNCTION keep_debate_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO debate_counts (debate_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER debates_counts AFTER INSERT ON debates FOR EACH ROW EXECUTE FUNCTION keep_debate_counts();

-- A person is counted in a debate once, at the first vote, argument or comment.
CREATE FUNCTION note_participation(debate integer, person integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM participations WHERE debate_id = debate AND user_id = person) THEN RETURN; END IF;
  -- The editors' account writes briefs and first arguments; it is not one of the people.
  IF EXISTS (SELECT FROM users WHERE id = person AND kind = 'EDITORIAL') THEN RETURN; END IF;
  INSERT INTO participations (debate_id, user_id) VALUES (debate, person) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    UPDATE debate_counts SET people = people + 1 WHERE debate_id = debate;
  END IF;
END $$;

-- One vote changes one row, by difference: new − old. Concurrent votes queue on that row only.
-- Nobody votes on their own argument: the row that is counted on names its author.
CREATE FUNCTION keep_vote_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  debate integer := COALESCE(NEW.debate_id, OLD.debate_id);
  argument integer := COALESCE(NEW.argument_id, OLD.argument_id);
  d0 integer := 0; d1 integer := 0; d2 integer := 0; d3 integer := 0; d4 integer := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    d0 := d0 - (OLD.impact = 0)::int; d1 := d1 - (OLD.impact = 1)::int; d2 := d2 - (OLD.impact = 2)::int;
    d3 := d3 - (OLD.impact = 3)::int; d4 := d4 - (OLD.impact = 4)::int;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    d0 := d0 + (NEW.impact = 0)::int; d1 := d1 + (NEW.impact = 1)::int; d2 := d2 + (NEW.impact = 2)::int;
    d3 := d3 + (NEW.impact = 3)::int; d4 := d4 + (NEW.impact = 4)::int;
  END IF;
  IF TG_OP = 'UPDATE' AND d0 = 0 AND d1 = 0 AND d2 = 0 AND d3 = 0 AND d4 = 0 THEN RETURN NULL; END IF;

  UPDATE argument_counts c SET
    n0 = c.n0 + d0, n1 = c.n1 + d1, n2 = c.n2 + d2, n3 = c.n3 + d3, n4 = c.n4 + d4,
    vote_count = c.vote_count + d0 + d1 + d2 + d3 + d4,
    vote_sum = c.vote_sum + d1 + 2 * d2 + 3 * d3 + 4 * d4,
    lower_bound = wilson_lower_bound(c.vote_sum + d1 + 2 * d2 + 3 * d3 + 4 * d4, c.vote_count + d0 + d1 + d2 + d3 + d4),
    divided = vote_division(c.n0 + d0, c.n1 + d1, c.n2 + d2, c.n3 + d3, c.n4 + d4)
  WHERE c.debate_id = debate AND c.argument_id = argument
    AND (TG_OP = 'DELETE' OR c.author_id <> NEW.user_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody votes on their own argument' USING ERRCODE = 'check_violation', CONSTRAINT = 'impact_votes_not_own';
  END IF;
  IF TG_OP = 'INSERT' THEN PERFORM note_participation(debate, NEW.user_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER impact_votes_counts AFTER INSERT OR UPDATE OR DELETE ON impact_votes
  FOR EACH ROW EXECUTE FUNCTION keep_vote_counts();

-- A vote is moved to another argument or person by nothing but a delete and an insert.
CREATE FUNCTION refuse_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER impact_votes_key BEFORE UPDATE OF debate_id, argument_id, user_id ON impact_votes FOR EACH ROW
  WHEN ((OLD.debate_id, OLD.argument_id, OLD.user_id) IS DISTINCT FROM (NEW.debate_id, NEW.argument_id, NEW.user_id))
  EXECUTE FUNCTION refuse_key_change();
CREATE TRIGGER comments_key BEFORE UPDATE OF debate_id, id, argument_id ON comments FOR EACH ROW
  WHEN ((OLD.debate_id, OLD.id, OLD.argument_id) IS DISTINCT FROM (NEW.debate_id, NEW.id, NEW.argument_id))
  EXECUTE FUNCTION refuse_key_change();

-- The parent's count of live replies on one side.
CREATE FUNCTION count_child(debate integer, parent integer, side "Stance", difference integer) RETURNS void
LANGUAGE sql AS $$
  UPDATE argument_counts SET
    support_children = support_children + CASE WHEN side = 'SUPPORT' THEN difference ELSE 0 END,
    oppose_children = oppose_children + CASE WHEN side = 'OPPOSE' THEN difference ELSE 0 END,
    discussed = discussed + difference
  WHERE debate_id = debate AND argument_id = parent;
$$;

CREATE FUNCTION keep_argument_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was_live boolean := TG_OP = 'UPDATE' AND OLD.status = 'LIVE';
  is_live boolean := NEW.status = 'LIVE';
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO argument_counts (debate_id, argument_id, parent_id, stance, live, author_id)
    VALUES (NEW.debate_id, NEW.id, NEW.parent_id, NEW.stance, is_live, NEW.author_id);
  ELSIF (OLD.parent_id, OLD.stance, OLD.status, OLD.author_id)
        IS DISTINCT FROM (NEW.parent_id, NEW.stance, NEW.status, NEW.author_id) THEN
    UPDATE argument_counts SET parent_id = NEW.parent_id, stance = NEW.stance, live = is_live, author_id = NEW.author_id
    WHERE debate_id = NEW.debate_id AND argument_id = NEW.id;
  ELSE
    RETURN NULL;
  END IF;
  IF was_live AND OLD.parent_id IS NOT NULL THEN PERFORM count_child(OLD.debate_id, OLD.parent_id, OLD.stance, -1); END IF;
  IF is_live AND NEW.parent_id IS NOT NULL THEN PERFORM count_child(NEW.debate_id, NEW.parent_id, NEW.stance, 1); END IF;
  IF TG_OP = 'INSERT' THEN PERFORM note_participation(NEW.debate_id, NEW.author_id); END IF;
  IF was_live <> is_live THEN
    UPDATE debate_counts SET arguments = arguments + CASE WHEN is_live THEN 1 ELSE -1 END WHERE debate_id = NEW.debate_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER arguments_counts AFTER INSERT OR UPDATE ON arguments FOR EACH ROW EXECUTE FUNCTION keep_argument_counts();

CREATE FUNCTION keep_comment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  difference integer := (NEW.status = 'LIVE')::int - (TG_OP = 'UPDATE' AND OLD.status = 'LIVE')::int;
BEGIN
  IF difference <> 0 THEN
    UPDATE argument_counts SET comments = comments + difference, discussed = discussed + difference
    WHERE debate_id = NEW.debate_id AND argument_id = NEW.argument_id;
  END IF;
  IF TG_OP = 'INSERT' THEN PERFORM note_participation(NEW.debate_id, NEW.author_id); END IF;
  IF difference <> 0 THEN
    UPDATE debate_counts SET comments = comments + difference WHERE debate_id = NEW.debate_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_counts AFTER INSERT OR UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION keep_comment_counts();

-- ── Search ───────────────────────────────────────────────────────────────────────────────────

CREATE TEXT SEARCH CONFIGURATION counterpoint (COPY = english);
ALTER TEXT SEARCH CONFIGURATION counterpoint
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE FUNCTION put_search_document(debate integer, what "SearchKind", item integer, heading text, content text, visible boolean)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT visible THEN
    DELETE FROM search_documents WHERE debate_id = debate AND kind = what AND item_id = item;
    RETURN;
  END IF;
  INSERT INTO search_documents (debate_id, kind, item_id, title, body, words)
  VALUES (debate, what, item, heading, content,
          setweight(to_tsvector('counterpoint', heading), 'A') || setweight(to_tsvector('counterpoint', content), 'C'))
  ON CONFLICT (debate_id, kind, item_id) DO UPDATE
    SET title = EXCLUDED.title, body = EXCLUDED.body, words = EXCLUDED.words, updated_at = now()
    WHERE (search_documents.title, search_documents.body) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.body);
END $$;

CREATE FUNCTION index_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'debates', 'briefs' THEN
      PERFORM put_search_document(d.id, 'DEBATE', d.id, d.title,
        concat_ws(E'\n', d.motion, d.motion_note, b.headline, b.summary, b.status_line), true)
      FROM debates d LEFT JOIN briefs b ON b.debate_id = d.id
      WHERE d.id = CASE TG_TABLE_NAME WHEN 'debates' THEN (to_jsonb(NEW) ->> 'id')::int ELSE (to_jsonb(NEW) ->> 'debate_id')::int END;
    WHEN 'arguments' THEN
      PERFORM put_search_document(NEW.debate_id, 'ARGUMENT', NEW.id, NEW.title, NEW.body, NEW.status = 'LIVE');
    WHEN 'comments' THEN
      PERFORM put_search_document(NEW.debate_id, 'COMMENT', NEW.id, left(NEW.body, 140), NEW.body, NEW.status = 'LIVE');
    WHEN 'facts' THEN
      PERFORM put_search_document(NEW.debate_id, 'FACT', NEW.id, NEW.text, '', true);
    WHEN 'actors' THEN
      PERFORM put_search_document(NEW.debate_id, 'ACTOR', NEW.id, NEW.name, NEW.role || E'\n' || NEW.summary, true);
    WHEN 'open_questions' THEN
      PERFORM put_search_document(NEW.debate_id, 'QUESTION', NEW.id, NEW.text, NEW.why_it_matters, true);
    WHEN 'glossary_terms' THEN
      PERFORM put_search_document(NEW.debate_id, 'TERM', NEW.id, NEW.term, NEW.definition, true);
    WHEN 'sources' THEN
      PERFORM put_search_document(NEW.debate_id, 'SOURCE', NEW.id, NEW.title, concat_ws(E'\n', NEW.publisher, NEW.note), true);
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER debates_search AFTER INSERT OR UPDATE OF title, motion, motion_note ON debates FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER briefs_search AFTER INSERT OR UPDATE ON briefs FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER arguments_search AFTER INSERT OR UPDATE OF title, body, status ON arguments FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER comments_search AFTER INSERT OR UPDATE OF body, status ON comments FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER facts_search AFTER INSERT OR UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER actors_search AFTER INSERT OR UPDATE ON actors FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER open_questions_search AFTER INSERT OR UPDATE ON open_questions FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER glossary_terms_search AFTER INSERT OR UPDATE ON glossary_terms FOR EACH ROW EXECUTE FUNCTION index_for_search();
CREATE TRIGGER sources_search AFTER INSERT OR UPDATE ON sources FOR EACH ROW EXECUTE FUNCTION index_for_search();
