-- CreateIndex
CREATE INDEX "moderation_words_public_reason_trgm_idx" ON "moderation_words" USING GIN ("public_reason" gin_trgm_ops);

-- ── What the schema cannot say ───────────────────────────────────────────────────────────────

-- An entry becomes the log's end by being added, whoever adds it, and only when it continues the chain.
-- The head's row is locked by `log_moderation` already; whoever adds without it waits here.
CREATE FUNCTION continue_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE moderation_head SET entries = NEW.id, hash = NEW.hash
  WHERE entries = NEW.id - 1 AND hash = NEW.previous_hash AND NEW.hash = hex_sha256(moderation_line(NEW));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an entry continues the moderation log, or is none' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER moderation_entries_continue AFTER INSERT ON moderation_entries
  FOR EACH ROW EXECUTE FUNCTION continue_log();

-- The end is where the last entry is: nobody sets it.
CREATE TRIGGER moderation_head_follows BEFORE INSERT OR UPDATE OR DELETE ON moderation_head
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_log_change();
CREATE TRIGGER moderation_head_not_emptied BEFORE TRUNCATE ON moderation_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change();

-- As it was (migration `moderation`), without setting the end itself.
CREATE OR REPLACE FUNCTION log_moderation(what "ModerationAction", about "ModerationTarget", actor integer, shown boolean,
  debate integer, argument integer, comment_ integer, person integer, why "ModerationGround", takes_back integer,
  facts jsonb, reason text, note text, before jsonb)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  head moderation_head;
  entry moderation_entries;
  salt text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
BEGIN
  SELECT * INTO STRICT head FROM moderation_head FOR UPDATE;
  entry := ROW(head.entries + 1, date_trunc('milliseconds', clock_timestamp()), what, about, actor, shown, debate, argument,
    comment_, person, why, takes_back, facts, moderation_words_hash(salt, reason, note, before), head.hash, '');
  entry.hash := hex_sha256(moderation_line(entry));
  INSERT INTO moderation_entries SELECT entry.*;
  INSERT INTO moderation_words (entry_id, salt, public_reason, private_note, snapshot)
  VALUES (entry.id, salt, reason, note, before);
  RETURN entry.id;
END $$;
