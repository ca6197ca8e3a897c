-- AlterEnum
ALTER TYPE "Certainty" ADD VALUE 'STRUCK';

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'INVITED';

-- AlterTable
ALTER TABLE "argument_facts" ADD COLUMN     "checked_version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "facts" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

ALTER TABLE facts
  ADD CONSTRAINT facts_version_check CHECK (version >= 1),
  ADD CONSTRAINT facts_text_check CHECK (length(text) >= 1);
ALTER TABLE argument_facts ADD CONSTRAINT argument_facts_checked_version_check CHECK (checked_version >= 1);

-- Who cites a fact has read it as it stands.
CREATE FUNCTION cite_fact_as_it_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT f.version INTO NEW.checked_version FROM facts f WHERE f.debate_id = NEW.debate_id AND f.id = NEW.fact_id;
  NEW.checked_version := coalesce(NEW.checked_version, 1);
  RETURN NEW;
END $$;
CREATE TRIGGER argument_facts_checked BEFORE INSERT ON argument_facts
  FOR EACH ROW EXECUTE FUNCTION cite_fact_as_it_stands();

-- Struck facts are found no more.
CREATE FUNCTION index_fact_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM put_search_document(NEW.debate_id, 'FACT', NEW.id, NEW.text, '', NEW.certainty::text <> 'STRUCK');
  RETURN NULL;
END $$;
DROP TRIGGER facts_search ON facts;
CREATE TRIGGER facts_search AFTER INSERT OR UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION index_fact_for_search();

-- What an editor removes from a brief is found no more either.
CREATE FUNCTION forget_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_documents s
  WHERE s.debate_id = OLD.debate_id AND s.kind = TG_ARGV[0]::"SearchKind" AND s.item_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER facts_forgotten AFTER DELETE ON facts FOR EACH ROW EXECUTE FUNCTION forget_in_search('FACT');
CREATE TRIGGER actors_forgotten AFTER DELETE ON actors FOR EACH ROW EXECUTE FUNCTION forget_in_search('ACTOR');
CREATE TRIGGER open_questions_forgotten AFTER DELETE ON open_questions FOR EACH ROW EXECUTE FUNCTION forget_in_search('QUESTION');
CREATE TRIGGER glossary_terms_forgotten AFTER DELETE ON glossary_terms FOR EACH ROW EXECUTE FUNCTION forget_in_search('TERM');

-- Whether a debate takes arguments from this person: an open one from everybody, a draft from its
-- editors. The same question as `mayWrite` in lib/arguments/rules.ts.
CREATE FUNCTION takes_arguments(debate integer, status "DebateStatus", person integer) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT status = 'OPEN' OR status = 'DRAFT' AND EXISTS (
    SELECT FROM debate_roles r WHERE r.debate_id = debate AND r.user_id = person AND r.role = 'EDITOR')
$$;

-- Deletes a debate that was never published, with all that belongs to it, each before what it refers to.
CREATE FUNCTION delete_draft(debate integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM debates d WHERE d.id = debate AND d.status = 'DRAFT' FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'only drafts are deleted' USING ERRCODE = 'check_violation'; END IF;
  DELETE FROM webhook_vote_marks WHERE debate_id = debate;
  DELETE FROM former_votes WHERE debate_id = debate;
  DELETE FROM argument_links WHERE debate_id = debate;
  DELETE FROM impact_votes WHERE debate_id = debate;
  DELETE FROM comment_mentions WHERE debate_id = debate;
  DELETE FROM comments WHERE debate_id = debate;
  DELETE FROM citations WHERE debate_id = debate;
  DELETE FROM argument_facts WHERE debate_id = debate;
  DELETE FROM argument_revisions WHERE debate_id = debate;
  DELETE FROM argument_counts WHERE debate_id = debate;
  DELETE FROM arguments WHERE debate_id = debate;
  DELETE FROM fact_corrections WHERE debate_id = debate;
  DELETE FROM caveats WHERE debate_id = debate;
  DELETE FROM facts WHERE debate_id = debate;
  DELETE FROM actors WHERE debate_id = debate;
  DELETE FROM timeline_events WHERE debate_id = debate;
  DELETE FROM open_questions WHERE debate_id = debate;
  DELETE FROM glossary_terms WHERE debate_id = debate;
  DELETE FROM brief_points WHERE debate_id = debate;
  DELETE FROM briefs WHERE debate_id = debate;
  DELETE FROM sources WHERE debate_id = debate;
  DELETE FROM drafts WHERE debate_id = debate;
  DELETE FROM debate_visits WHERE debate_id = debate;
  DELETE FROM follows WHERE debate_id = debate;
  DELETE FROM participations WHERE debate_id = debate;
  DELETE FROM notifications WHERE debate_id = debate;
  DELETE FROM prepared_exports WHERE debate_id = debate;
  DELETE FROM live_events WHERE debate_id = debate;
  DELETE FROM rankings WHERE debate_id = debate;
  DELETE FROM suggestions WHERE debate_id = debate;
  DELETE FROM webhooks WHERE debate_id = debate;
  DELETE FROM imports WHERE debate_id = debate;
  DELETE FROM search_documents WHERE debate_id = debate;
  DELETE FROM debate_roles WHERE debate_id = debate;
  DELETE FROM debate_counts WHERE debate_id = debate;
  DELETE FROM debates WHERE id = debate;
END $$;

-- As it was (migration `sanctions`), with this question.
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
    WHERE d.id = debate AND takes_arguments(d.id, d.status, person)
    RETURNING ARRAY[d.next_root - 1] INTO place;
  ELSE
    UPDATE arguments a SET next_child = a.next_child + 1
    FROM debates d
    WHERE a.debate_id = debate AND a.id = parent AND a.status = 'LIVE' AND cardinality(a.path) < deepest
      AND d.id = a.debate_id AND takes_arguments(d.id, d.status, person)
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
