import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { logListSchema } from "@/lib/moderation/log-schema";
import { entriesFitting, listLog } from "@/lib/moderation/queries/log";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { createUser } from "@/tests/factories/create-user";
import { createRandom } from "@/tests/bench/random";
import { withClient } from "../backup/databases";
import { aboutComment, append, scene, type Scene } from "./entries";

const patience = 240_000;
const sql = (text: string) => withClient(env.DATABASE_URL!, (client) => client.query(text));
const codes = async () => {
  const { problems } = await verifyLog();
  return problems.map(({ entry, code }) => `${entry ?? "end"} ${code}`);
};

let at: Scene;
beforeAll(async () => {
  at = await scene();
});

test("Twenty moderators who decide at the same moment make a chain without a gap", async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const person = await createUser(db);
      return append(at, { personId: person.id, publicReason: `Reason ${index}` });
    }),
  );
  expect(made.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(await verifyLog()).toMatchObject({ whole: true, entries: 20, problems: [] });
});

test("A decision that fails leaves neither an entry nor a gap", async () => {
  const before = (await verifyLog()).entries;
  const failing = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT log_moderation('WARN', 'PERSON', NULL, true, NULL, NULL, NULL, ${at.author.id},
      'OTHER', NULL, '{}', 'Never said', '', NULL)`;
    throw new Error("The rest went wrong");
  });
  await expect(failing).rejects.toThrow("went wrong");
  expect(await append(at)).toBe(before + 1);
  expect((await verifyLog()).whole).toBe(true);
});

test.each([
  "UPDATE moderation_entries SET ground = 'OTHER' WHERE id = 1",
  "DELETE FROM moderation_entries WHERE id = 1",
  "TRUNCATE moderation_entries CASCADE",
  "TRUNCATE moderation_words",
  "UPDATE moderation_words SET public_reason = 'Another reason' WHERE entry_id = 1",
  "DELETE FROM moderation_words WHERE entry_id = 1",
  "UPDATE moderation_head SET entries = entries + 1",
  "DELETE FROM moderation_head",
  "TRUNCATE moderation_head",
])("The database refuses: %s", async (statement) => {
  await expect(sql(statement)).rejects.toThrow("the moderation log is only added to");
});

/** An entry made from the last one and put in by hand, as `changed` says. */
const putIn = (changed: string) => `
  DO $$ DECLARE e moderation_entries; h moderation_head; BEGIN
    SELECT * INTO e FROM moderation_entries ORDER BY id DESC LIMIT 1;
    SELECT * INTO h FROM moderation_head;
    e.undoes_id := NULL; e.id := h.entries + 1; e.previous_hash := h.hash; e.hash := hex_sha256(moderation_line(e));
    ${changed}
    INSERT INTO moderation_entries SELECT e.*;
  END $$;`;

test.each([
  ["of another number", "e.id := e.id + 1; e.hash := hex_sha256(moderation_line(e));"],
  [
    "after another hash",
    "e.previous_hash := repeat('0', 64); e.hash := hex_sha256(moderation_line(e));",
  ],
  ["whose hash is not its own", "e.ground := 'ILLEGAL';"],
  ["of an older number that is free", "e.id := -e.id; e.hash := hex_sha256(moderation_line(e));"],
])("The database takes no entry by hand %s", async (_what, changed) => {
  const refusal = /continues the moderation log|moderation_entries_id_check/;
  await expect(sql(putIn(changed))).rejects.toThrow(refusal);
  expect((await verifyLog()).whole).toBe(true);
});

test("An entry by hand that does continue the chain is its end, so that nothing breaks after it", async () => {
  const { entries } = await verifyLog();
  const added = withClient(env.DATABASE_URL!, async (client) => {
    await client.query("BEGIN");
    await client.query(putIn(""));
    const { rows } = await client.query(`SELECT h.entries, h.hash = e.hash AS same
      FROM moderation_head h JOIN moderation_entries e ON e.id = h.entries`);
    await client.query("ROLLBACK");
    return rows as unknown[];
  });
  expect(await added).toEqual([{ entries: entries + 1, same: true }]);
});

test("Words can be purged once and whole, and never come back; the chain still holds", async () => {
  const purge = (words: string) =>
    sql(`UPDATE moderation_words SET purged_at = now(), ${words} WHERE entry_id = 2`);
  await expect(purge("public_reason = ''")).rejects.toThrow("moderation_words_purged_check");
  await purge("salt = '', public_reason = '', private_note = '', snapshot = NULL");
  await expect(purge("public_reason = 'Back'")).rejects.toThrow("only added to");
  await expect(
    sql("UPDATE moderation_words SET purged_at = NULL WHERE entry_id = 2"),
  ).rejects.toThrow("only added to");
  expect(await verifyLog()).toMatchObject({ whole: true, purged: 1 });
});

/** Ten thousand entries of every kind, in the hand of somebody who may do anything to a database. */
describe("The log verifies after 10,000 random entries", () => {
  let entries: number;
  let head: string;

  beforeAll(async () => {
    const other = await createUser(db);
    await withClient(env.DATABASE_URL!, async (client) => {
      const { debate, argument, comment, author, moderator } = at;
      const ids = [debate, argument, comment, author, moderator, other].map(({ id }) => id);
      await client.query("SELECT setseed(0.42)");
      for (let batch = 0; batch < 25; batch += 1) await client.query(fourHundred, ids);
      await client.query(`
        CREATE TABLE kept_entries AS TABLE moderation_entries;
        CREATE TABLE kept_words AS TABLE moderation_words;`);
    });
    await append(at, { about: aboutComment(at), snapshot: { body: "“Zoë” \\ \u0085 😀\n\ttab" } });
    await sql(`INSERT INTO kept_entries SELECT * FROM moderation_entries ORDER BY id DESC LIMIT 1;
      INSERT INTO kept_words SELECT * FROM moderation_words ORDER BY entry_id DESC LIMIT 1;
      ALTER TABLE moderation_entries DISABLE TRIGGER USER;
      ALTER TABLE moderation_words DISABLE TRIGGER USER;
      ALTER TABLE moderation_head DISABLE TRIGGER USER;`);
    const verdict = await verifyLog();
    expect(verdict).toMatchObject({ whole: true, problems: [] });
    entries = verdict.entries;
    head = verdict.hash;
  }, patience);
  afterAll(() => sql("DROP TABLE kept_entries, kept_words"));

  const putBack = () =>
    sql(`SET session_replication_role = replica;
      DELETE FROM moderation_words w USING kept_words k WHERE k.entry_id = w.entry_id AND k IS DISTINCT FROM w;
      DELETE FROM moderation_entries e WHERE NOT EXISTS (
        SELECT FROM kept_entries k WHERE k.id = e.id AND k IS NOT DISTINCT FROM e);
      DELETE FROM moderation_words WHERE entry_id > ${entries};
      INSERT INTO moderation_entries TABLE kept_entries ON CONFLICT DO NOTHING;
      INSERT INTO moderation_words TABLE kept_words ON CONFLICT DO NOTHING;
      UPDATE moderation_head SET entries = ${entries}, hash = '${head}'`);

  /** Does something to the log, says what is found, and puts everything back. */
  async function after(statement: string): Promise<string[]> {
    await sql(`SET session_replication_role = replica; ${statement}`);
    const found = await codes();
    await putBack();
    return found;
  }

  test("and each entry's head is found in it", async () => {
    expect(entries).toBeGreaterThan(10_000);
    const { hash } = await db.moderationEntry.findUniqueOrThrow({ where: { id: 5000 } });
    expect(await verifyLog({ head: hash })).toMatchObject({ whole: true, publishedAt: 5000 });
    expect(await verifyLog({ head: "0".repeat(64) })).toMatchObject({
      whole: false,
      publishedAt: null,
      problems: [],
    });
    const seen: number[] = [];
    await verifyLog({ onProgress: (done, total) => void seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(15);
  });

  test("and a word in it is found by an index, not by reading all of it", async () => {
    const { publicReason } = await db.moderationWords.findUniqueOrThrow({
      where: { entryId: 4321 },
    });
    const q = /[0-9a-f]{32}/.exec(publicReason)![0].slice(8, 20);
    expect((await listLog(logListSchema.parse({ q }))).items.map(({ id }) => id)).toEqual([4321]);
    await db.$executeRaw`ANALYZE moderation_entries, moderation_words`;
    const plan = await db.$queryRaw<Record<"QUERY PLAN", string>[]>(
      Prisma.sql`EXPLAIN ${entriesFitting(logListSchema.parse({ q }))}`,
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("Bitmap Index Scan on moderation_words_public_reason_trgm_idx");
    expect(text).not.toContain("Seq Scan on moderation_");
  });

  const random = createRandom(20261124);
  const somewhere = () => 100 + Math.floor(random() * 9_000);
  const flip = (column: string) =>
    `${column} = overlay(${column} PLACING CASE WHEN right(${column}, 1) = '0' THEN '1' ELSE '0' END FROM length(${column}))`;
  const other = (column: string, type: string) =>
    `${column} = (SELECT v FROM unnest(enum_range(NULL::"${type}")) v WHERE v <> ${column} LIMIT 1)`;
  const changes: [what: string, change: string, code: string][] = [
    ["the moment, by a millisecond", "at = at + interval '1 ms'", "ENTRY_CHANGED"],
    ["the moment, to one before Christ", "at = at - interval '4000 years'", "ENTRY_CHANGED"],
    ["the moment, to none at all", "at = 'infinity'", "ENTRY_CHANGED"],
    ["the action", other("action", "ModerationAction"), "ENTRY_CHANGED"],
    ["the ground", other("ground", "ModerationGround"), "ENTRY_CHANGED"],
    ["who did it", "actor_id = coalesce(actor_id, 0) + 1000", "ENTRY_CHANGED"],
    ["whether they are named", "named = NOT named", "ENTRY_CHANGED"],
    ["the person", "person_id = coalesce(person_id, 0) + 1000", "ENTRY_CHANGED"],
    ["the debate", "debate_id = coalesce(debate_id, 0) + 1000", "ENTRY_CHANGED"],
    ["what it takes back", "undoes_id = 3", "ENTRY_CHANGED"],
    ["its details", `details = details || '{"more": 1}'`, "ENTRY_CHANGED"],
    ["a character of its hash", flip("hash"), "ENTRY_CHANGED"],
    ["a character of the hash before", flip("previous_hash"), "ENTRY_CHANGED"],
    ["a character of its words' hash", flip("words_hash"), "ENTRY_CHANGED"],
  ];

  test.each(changes)("and fails after somebody changed %s", async (_what, change, code) => {
    const id = somewhere();
    expect(await after(`UPDATE moderation_entries SET ${change} WHERE id = ${id}`)).toContain(
      `${id} ${code}`,
    );
  });

  test.each([
    ["a letter of the reason", flip("public_reason")],
    ["a blank of the reason", "public_reason = public_reason || ' '"],
    ["the note", "private_note = private_note || 'x'"],
    ["the snapshot", `snapshot = coalesce(snapshot, '{}') || '{"title": "Other words"}'`],
    ["a character of the salt", flip("salt")],
    ["the order of reason and note", "public_reason = private_note, private_note = public_reason"],
  ])("and fails after somebody changed %s", async (_what, change) => {
    const id = somewhere();
    expect(await after(`UPDATE moderation_words SET ${change} WHERE entry_id = ${id}`)).toEqual([
      `${id} WORDS_CHANGED`,
    ]);
  });

  const withoutWords = (id: string) =>
    `DELETE FROM moderation_words WHERE entry_id = ${id}; DELETE FROM moderation_entries WHERE id = ${id};`;

  test("and fails when an entry, its words, the last entry or all of them are gone", async () => {
    const id = somewhere();
    expect(await after(withoutWords(`${id}`))).toEqual([
      `${id + 1} ENTRIES_MISSING`,
      `${id + 1} ORDER_BROKEN`,
    ]);
    expect(await after(`DELETE FROM moderation_words WHERE entry_id = ${id}`)).toEqual([
      `${id} WORDS_MISSING`,
    ]);
    const end = ["end END_COUNT", "end END_HASH"];
    expect(await after(withoutWords(`${entries}`))).toEqual(end);
    expect(await after("DELETE FROM moderation_words; DELETE FROM moderation_entries;")).toEqual(
      end,
    );
    expect(await after(withoutWords("1"))).toEqual(["2 ENTRIES_MISSING", "2 ORDER_BROKEN"]);
    expect(await after("DELETE FROM moderation_head")).toEqual(["end END_MISSING"]);
    await sql(`INSERT INTO moderation_head (entries, hash) VALUES (${entries}, '${head}')`);
  });

  test("and fails when two entries have changed places, or one was put in", async () => {
    const id = somewhere();
    const swapped = await after(`
      UPDATE moderation_entries SET id = CASE id WHEN ${id} THEN 1000001 ELSE 1000002 END WHERE id IN (${id}, ${id + 1});
      UPDATE moderation_entries SET id = CASE id WHEN 1000001 THEN ${id + 1} ELSE ${id} END WHERE id IN (1000001, 1000002);`);
    expect(swapped).toEqual(
      expect.arrayContaining([
        `${id} ORDER_BROKEN`,
        `${id} ENTRY_CHANGED`,
        `${id + 1} ORDER_BROKEN`,
      ]),
    );
    const copied = `INSERT INTO moderation_entries SELECT (e).* FROM (
      SELECT jsonb_populate_record(k, jsonb_build_object('id', ${entries + 1})) AS e
      FROM moderation_entries k WHERE id = ${id}) copy`;
    expect(await after(copied)).toEqual(
      expect.arrayContaining([`${entries + 1} ORDER_BROKEN`, "end END_COUNT", "end END_HASH"]),
    );
  });

  test("and a log rewritten from an entry on, hashes and all, fails only against a published head", async () => {
    const id = entries - 3;
    const rewritten = `UPDATE moderation_entries SET ${other("ground", "ModerationGround")} WHERE id = ${id}; ${rewriteFrom(id)}`;
    expect(await after(rewritten)).toEqual([]);
    await sql(`SET session_replication_role = replica; ${rewritten}`);
    expect(await verifyLog({ head })).toMatchObject({ whole: false, publishedAt: null });
    const { hash } = await db.moderationEntry.findUniqueOrThrow({ where: { id: id - 1 } });
    expect(await verifyLog({ head: hash })).toMatchObject({ whole: true, publishedAt: id - 1 });
    await putBack();
  });

  test("and a changed function of the database deceives nobody", async () => {
    const { rows } = await sql(
      "SELECT pg_get_functiondef('moderation_line(moderation_entries)'::regprocedure) AS text",
    );
    const { text } = rows[0] as { text: string };
    await sql(`CREATE OR REPLACE FUNCTION moderation_line(e moderation_entries) RETURNS text
      LANGUAGE sql STABLE RETURN 'Whatever the entry says'`);
    const forged = `SELECT log_moderation('WARN', 'PERSON', NULL, true, NULL, NULL, NULL, ${at.author.id},
      'OTHER', NULL, '{}', 'Said by hand', '', NULL);
      UPDATE moderation_head SET entries = e.id, hash = e.hash FROM moderation_entries e WHERE e.id = ${entries + 1}`;
    expect(await after(forged)).toEqual([`${entries + 1} ENTRY_CHANGED`]);
    await sql(text);
  });
});

/** Every hash from an entry on, made anew as the database itself would make it. */
const rewriteFrom = (id: number) => `DO $$
  DECLARE e moderation_entries; before text;
  BEGIN
    SELECT previous_hash INTO before FROM moderation_entries WHERE id = ${id};
    FOR e IN SELECT * FROM moderation_entries WHERE id >= ${id} ORDER BY id LOOP
      e.previous_hash := before;
      before := hex_sha256(moderation_line(e));
      UPDATE moderation_entries SET previous_hash = e.previous_hash, hash = before WHERE id = e.id;
    END LOOP;
    UPDATE moderation_head SET hash = before;
  END $$`;

/** Four hundred entries of any kind about a debate, an argument, a comment or a person. */
const fourHundred = `
  SELECT log_moderation(
    (enum_range(NULL::"ModerationAction"))[1 + floor(random() * 9)::int], about,
    CASE WHEN random() < 0.9 THEN $5::int END, random() < 0.8,
    CASE WHEN about <> 'PERSON' THEN $1::int END,
    CASE WHEN about IN ('ARGUMENT', 'COMMENT') THEN $2::int END,
    CASE WHEN about = 'COMMENT' THEN $3::int END,
    CASE WHEN about = 'DEBATE' THEN NULL WHEN random() < 0.5 THEN $4::int ELSE $6::int END,
    (enum_range(NULL::"ModerationGround"))[1 + floor(random() * 10)::int], NULL,
    jsonb_build_object('from', md5(random()::text), 'é', random()), 'Because ' || md5(random()::text) || E'\\n“ß😀”',
    'Note ' || md5(random()::text),
    CASE WHEN random() < 0.7 THEN jsonb_build_object('title', md5(random()::text), 'n', random() * 1e10) END)
  FROM (SELECT (enum_range(NULL::"ModerationTarget"))[1 + floor(random() * 4)::int] AS about
        FROM generate_series(1, 400)) one`;
