import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createUser } from "@/tests/factories/create-user";
import { browser, program, reader, type Caller } from "../api/client";

type List = { items: { reply: number; name: string; text: string }[] };

const secret = "Words that nobody else has read yet.";

/** A moderator who keeps a reply. */
async function keeper() {
  const moderator = await browser(await createUser(db, { role: "MODERATOR" }));
  const json = { name: "Not ready", text: secret };
  const { body } = await moderator.ask<{ reply: number }>("POST", "/moderation/replies", { json });
  return { moderator, path: `/moderation/replies/${body.reply}`, id: body.reply };
}

const asRole = async (role: "MODERATOR" | "ADMINISTRATOR") =>
  browser(await createUser(db, { role }));

test("No moderator and no administrator reads, changes or deletes another's replies", async () => {
  const { moderator, path, id } = await keeper();
  for (const other of [await asRole("MODERATOR"), await asRole("ADMINISTRATOR")]) {
    expect((await other.ask<List>("GET", "/moderation/replies")).body.items).toEqual([]);
    const changed = await other.ask("PATCH", path, { json: { text: "Other words." } });
    expect(changed.status).toBe(404);
    expect(JSON.stringify(changed.body)).not.toContain(secret);
    await other.ask("DELETE", path);
    // A name that another person uses tells nothing of them either.
    const json = { name: "Not ready", text: "My own words." };
    expect((await other.ask("POST", "/moderation/replies", { json })).status).toBe(201);
  }
  expect(await db.savedReply.findUnique({ where: { id } })).toMatchObject({ text: secret });
  const own = await moderator.ask<List>("GET", "/moderation/replies");
  expect(own.body.items).toEqual([{ reply: id, name: "Not ready", text: secret }]);
});

test("An owner in the body changes nobody's replies", async () => {
  const { path } = await keeper();
  const other = await asRole("MODERATOR");
  const victim = await createUser(db, { role: "MODERATOR" });
  const json = { name: "Mine", text: "My own words.", userId: victim.id };
  expect((await other.ask("POST", "/moderation/replies", { json })).status).toBe(422);
  expect((await other.ask("PATCH", path, { json: { userId: other.person.id } })).status).toBe(422);
  expect(await db.savedReply.count({ where: { userId: victim.id } })).toBe(0);
});

test("Nobody without the queue, and no token without its scope, reads or writes replies", async () => {
  const { moderator, path } = await keeper();
  const member = await browser();
  const unscoped = await program(["read", "write"], moderator.person);
  const readOnly = await program(["read", "moderate"], moderator.person);
  const tries = async (who: Caller) => [
    (await who.ask("POST", "/moderation/replies", { json: { name: "A", text: "Words." } })).status,
    (await who.ask("PATCH", path, { json: { text: "Words." } })).status,
    (await who.ask("DELETE", path)).status,
  ];
  expect(await tries(reader)).toEqual([401, 401, 401]);
  for (const who of [member, unscoped, readOnly]) expect(await tries(who)).toEqual([403, 403, 403]);
  expect((await reader.ask("GET", "/moderation/replies")).status).toBe(401);
  for (const who of [member, unscoped])
    expect((await who.ask("GET", "/moderation/replies")).status).toBe(403);
  expect((await readOnly.ask("GET", "/moderation/replies")).status).toBe(200);
});

test("Words that no reply may have are refused, not failed on", async () => {
  const { moderator, path } = await keeper();
  for (const json of [{ text: "w".repeat(1001) }, { name: "n".repeat(61) }, { text: "a\u0000b" }]) {
    const answer = await moderator.ask("PATCH", path, { json });
    expect(answer.status, JSON.stringify(json).slice(0, 40)).toBe(422);
  }
});
