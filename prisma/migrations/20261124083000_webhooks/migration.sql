-- Webhooks: what happened is written down for them in the transaction in which it happens.

ALTER TABLE "webhooks" ADD COLUMN "failing_since" TIMESTAMPTZ(3);

ALTER TABLE "webhook_deliveries" ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "webhook_vote_marks" (
    "debate_id" INTEGER NOT NULL,
    "argument_id" INTEGER NOT NULL,
    "n0" INTEGER NOT NULL,
    "n1" INTEGER NOT NULL,
    "n2" INTEGER NOT NULL,
    "n3" INTEGER NOT NULL,
    "n4" INTEGER NOT NULL,

    CONSTRAINT "webhook_vote_marks_pkey" PRIMARY KEY ("debate_id","argument_id")
);

ALTER TABLE "webhook_vote_marks" ADD CONSTRAINT "webhook_vote_marks_debate_id_argument_id_fkey" FOREIGN KEY ("debate_id", "argument_id") REFERENCES "arguments"("debate_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What is to be sent next, whatever the size of the log.
CREATE INDEX webhook_deliveries_pending_idx ON webhook_deliveries (next_attempt_at) WHERE status = 'PENDING';

ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_payload_check CHECK (jsonb_typeof(payload) = 'object');

-- Ten to a person, also when two requests arrive at the same moment: both wait for the person's row.
CREATE FUNCTION limit_webhooks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.owner_id FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM webhooks WHERE owner_id = NEW.owner_id) >= 10 THEN
    RAISE EXCEPTION 'a person has at most ten webhooks' USING ERRCODE = 'check_violation', CONSTRAINT = 'webhooks_limit_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER webhooks_limit BEFORE INSERT ON webhooks FOR EACH ROW EXECUTE FUNCTION limit_webhooks();

-- A delivery for every webhook that wants to hear of it. One that is being deleted at this moment is
-- passed over: nobody's words wait for it, or fail by it.
CREATE FUNCTION tell_webhooks(debate integer, what text, subject jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, id, event, payload)
  SELECT w.id, gen_random_uuid(), what, subject
  FROM webhooks w JOIN users u ON u.id = w.owner_id JOIN debates d ON d.id = debate
  WHERE w.disabled_at IS NULL AND what = ANY (w.events) AND (w.debate_id = debate OR w.debate_id IS NULL)
    AND u.status = 'ACTIVE' AND d.status <> 'DRAFT'
  FOR KEY SHARE OF w SKIP LOCKED;
END $$;

CREATE FUNCTION tell_webhooks_of_argument() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  what text;
BEGIN
  IF TG_OP = 'INSERT' THEN what := 'argument.created';
  ELSIF NEW.status <> OLD.status THEN
    what := CASE WHEN NEW.status = 'LIVE' THEN 'argument.restored' ELSE 'argument.archived' END;
  ELSIF NEW.version <> OLD.version THEN what := 'argument.edited';
  ELSE RETURN NULL;
  END IF;
  PERFORM tell_webhooks(NEW.debate_id, what,
    jsonb_build_object('debateId', NEW.debate_id, 'argumentId', NEW.id, 'version', NEW.version));
  RETURN NULL;
END $$;
CREATE TRIGGER arguments_webhooks AFTER INSERT OR UPDATE OF status, version ON arguments
  FOR EACH ROW EXECUTE FUNCTION tell_webhooks_of_argument();

CREATE FUNCTION tell_webhooks_of_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  what text;
BEGIN
  IF TG_OP = 'INSERT' THEN what := 'comment.created';
  ELSIF NEW.status <> OLD.status AND NEW.status = 'DELETED' THEN what := 'comment.deleted';
  ELSIF NEW.version <> OLD.version THEN what := 'comment.edited';
  ELSE RETURN NULL;
  END IF;
  PERFORM tell_webhooks(NEW.debate_id, what,
    jsonb_build_object('debateId', NEW.debate_id, 'argumentId', NEW.argument_id, 'commentId', NEW.id, 'version', NEW.version));
  RETURN NULL;
END $$;
CREATE TRIGGER comments_webhooks AFTER INSERT OR UPDATE OF status, version ON comments
  FOR EACH ROW EXECUTE FUNCTION tell_webhooks_of_comment();

CREATE FUNCTION tell_webhooks_of_debate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  IF NEW.status = 'OPEN' THEN
    PERFORM tell_webhooks(NEW.id, 'debate.opened', jsonb_build_object('debateId', NEW.id));
  ELSIF NEW.status = 'CLOSED' AND TG_OP = 'UPDATE' THEN
    PERFORM tell_webhooks(NEW.id, 'debate.closed', jsonb_build_object('debateId', NEW.id));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER debates_webhooks AFTER INSERT OR UPDATE OF status ON debates
  FOR EACH ROW EXECUTE FUNCTION tell_webhooks_of_debate();
