import { expect, test } from "vitest";
import { db } from "@/lib/db/client";

/** What is a person's own and goes with the account: nothing that others read or answer. */
const ownedByOnePerson = [
  "blocks",
  "debate_roles",
  "debate_visits",
  "drafts",
  "export_pieces",
  "follows",
  "idempotent_answers",
  "identities",
  "notification_settings",
  "notifications",
  "one_time_tokens",
  "personal_tokens",
  "prepared_exports",
  "queue_views",
  "saved_replies",
  "sessions",
  "webhook_deliveries",
  "webhooks",
];

test("Deleting a row can cascade to nothing that other people wrote or answered", async () => {
  const cascades = await db.$queryRaw<{ table: string; to: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS "table", confrelid::regclass::text AS "to"
    FROM pg_constraint WHERE contype = 'f' AND confdeltype <> 'r' ORDER BY 1`;
  expect([...new Set(cascades.map((row) => row.table))]).toEqual(ownedByOnePerson);
  expect(new Set(cascades.map((row) => row.to))).toEqual(
    new Set(["prepared_exports", "users", "webhooks"]),
  );
});

test("Hot tables' keys begin with the debate", async () => {
  const keys = await db.$queryRaw<{ table: string; first: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS first
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'p' AND c.conrelid::regclass::text IN
      ('arguments', 'argument_counts', 'impact_votes', 'comments', 'citations', 'argument_revisions')`;
  expect(keys).toHaveLength(6);
  for (const key of keys) expect(key.first, key.table).toBe("debate_id");
});
