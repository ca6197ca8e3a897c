-- Webhooks rest while their owner is suspended or banned: nothing is written down for them.

-- Whether anything may be sent to webhooks of this person.
CREATE FUNCTION may_be_told(person integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM users u WHERE u.id = person AND u.status = 'ACTIVE')
    AND NOT is_sanctioned(person, '{SUSPEND,BAN}');
$$;

-- As in the migration `webhooks`, with this question.
CREATE OR REPLACE FUNCTION tell_webhooks(debate integer, what text, subject jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (webhook_id, id, event, payload)
  SELECT w.id, gen_random_uuid(), what, subject
  FROM webhooks w JOIN debates d ON d.id = debate
  WHERE w.disabled_at IS NULL AND what = ANY (w.events) AND (w.debate_id = debate OR w.debate_id IS NULL)
    AND may_be_told(w.owner_id) AND d.status <> 'DRAFT'
  FOR KEY SHARE OF w SKIP LOCKED;
END $$;
