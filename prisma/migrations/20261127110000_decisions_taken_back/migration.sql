-- A decision on what waits can be taken back. What was published by accepting it is hidden then, and
-- remembered, so that accepting it again shows the same argument or comment.

ALTER TABLE suggestions
  DROP CONSTRAINT suggestions_made_check,
  ADD CONSTRAINT suggestions_made_check CHECK (status = 'ACCEPTED'
    OR (accepted IS NULL AND (made_id IS NULL OR kind IN ('ARGUMENT', 'COMMENT'))));
-- An argument or comment was one suggestion.
CREATE UNIQUE INDEX suggestions_made_key ON suggestions (debate_id, kind, made_id)
  WHERE made_id IS NOT NULL AND kind IN ('ARGUMENT', 'COMMENT');

-- Whether an argument or comment was published by accepting it, and is not accepted any more.
CREATE FUNCTION is_unaccepted(which "SuggestionKind", debate int, thing int)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT which IN ('ARGUMENT', 'COMMENT') AND EXISTS (
    SELECT FROM suggestions s WHERE s.debate_id = debate AND s.kind = which
      AND s.made_id = thing AND s.kind IN ('ARGUMENT', 'COMMENT') AND s.status <> 'ACCEPTED')
$$;

-- It is shown again by accepting it, and by nothing else, whatever the application does.
CREATE FUNCTION refuse_return_unaccepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_unaccepted(CASE TG_TABLE_NAME WHEN 'arguments' THEN 'ARGUMENT' ELSE 'COMMENT' END::"SuggestionKind",
      NEW.debate_id, NEW.id)
  THEN
    RAISE EXCEPTION 'what is not accepted any more is not shown' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER arguments_unaccepted BEFORE UPDATE OF withheld ON arguments FOR EACH ROW
  WHEN (OLD.withheld AND NOT NEW.withheld) EXECUTE FUNCTION refuse_return_unaccepted();
CREATE TRIGGER comments_unaccepted BEFORE UPDATE OF status ON comments FOR EACH ROW
  WHEN (OLD.status <> 'LIVE' AND NEW.status = 'LIVE') EXECUTE FUNCTION refuse_return_unaccepted();
