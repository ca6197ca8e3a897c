import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Scope } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { browser, program, reader, type Caller } from "../api/client";

const law = {
  ground: "ILLEGAL",
  legalBasis: "Order of a court, 12 O 34/26.",
  publicReason: "A court forbids it.",
};
const all: Scope[] = ["read", "write", "moderate"];
const administrator = async () => program(all, await createUser(db, { role: "ADMINISTRATOR" }));

/** An argument that one administrator wants to be gone, and how it stands. */
async function asked(authorId?: number) {
  const { id: debateId } = await createDebate(db);
  const { id } = await createArgument(db, { debateId, authorId, title: "Words that stay." });
  const first = await administrator();
  const json = { target: "ARGUMENT", id: `${debateId}-${id}`, ...law };
  const ask = (who: Caller) =>
    who.ask<{ purge: number; code: string }>("POST", "/purges", { json });
  const { purge } = (await ask(first)).body;
  const stays = async () => {
    const where = { debateId_id: { debateId, id } };
    const { title } = await db.argument.findUniqueOrThrow({ where });
    const entries = await db.moderationEntry.count({ where: { debateId, action: "PURGE" } });
    return title === "Words that stay." && entries === 0;
  };
  return { first, purge, ask, stays };
}
const confirm = (who: Caller, purge: number) =>
  who.ask<{ code: string }>("POST", `/purges/${purge}/confirm`);

describe("Purging alone", () => {
  it("fails for the administrator who asked, by a program and in a browser", async () => {
    const { first, purge, stays } = await asked();
    for (const who of [first, await browser(first.person)]) {
      const { status, body } = await confirm(who, purge);
      expect([status, body.code]).toEqual([403, "OWN_PURGE"]);
    }
    expect(await stays()).toBe(true);
  });

  it("fails in the database too, whatever the application does", async () => {
    const { first, purge, stays } = await asked();
    const entry = await db.moderationEntry.findFirstOrThrow({});
    const data = { confirmedById: first.person.id, confirmedAt: new Date(), entryId: entry.id };
    await expect(db.purge.update({ where: { id: purge }, data })).rejects.toThrow(
      "purges_two_people_check",
    );
    expect(await stays()).toBe(true);
  });

  it("fails for readers, members and moderators, who do not see it either", async () => {
    const { purge, ask, stays } = await asked();
    const member = await browser();
    const moderator = await program(all, await createUser(db, { role: "MODERATOR" }));
    for (const [who, status] of [
      [reader, 401],
      [member, 403],
      [moderator, 403],
    ] as const) {
      expect((await ask(who)).status).toBe(status);
      expect((await confirm(who, purge)).status).toBe(status);
      expect((await who.ask("DELETE", `/purges/${purge}`)).status).toBe(status);
      expect((await who.ask("GET", "/purges")).status).toBe(status);
    }
    expect(await stays()).toBe(true);
  });

  it("fails for an administrator's token that was not made for it", async () => {
    const { purge, stays } = await asked();
    const token = await program(["read", "write"], await createUser(db, { role: "ADMINISTRATOR" }));
    const { status, body } = await confirm(token, purge);
    expect([status, body.code]).toEqual([403, "SCOPE_MISSING"]);
    expect(await stays()).toBe(true);
  });

  it("fails for the author, although an administrator", async () => {
    const author = await createUser(db, { role: "ADMINISTRATOR" });
    const { purge, stays } = await asked(author.id);
    const { status, body } = await confirm(await program(all, author), purge);
    expect([status, body.code]).toEqual([403, "OWN_THING"]);
    expect(await stays()).toBe(true);
  });

  it("fails for somebody who was an administrator until just now", async () => {
    const { purge, stays } = await asked();
    const second = await administrator();
    expect((await second.ask("GET", "/purges")).status).toBe(200);
    await db.user.update({ where: { id: second.person.id }, data: { role: "MODERATOR" } });
    expect((await confirm(second, purge)).status).toBe(403);
    expect((await second.ask("GET", "/purges")).status).toBe(403);
    expect(await stays()).toBe(true);
  });

  it("fails by a form of another site that the second administrator's browser sends", async () => {
    const { purge, stays } = await asked();
    const second = await browser(await createUser(db, { role: "ADMINISTRATOR" }));
    const forged = await second.ask<{ code: string }>("POST", `/purges/${purge}/confirm`, {
      headers: { origin: "https://elsewhere.example" },
    });
    expect([forged.status, forged.body.code]).toEqual([403, "FOREIGN_ORIGIN"]);
    expect(await stays()).toBe(true);
  });

  it("fails when somebody is named as the one who confirms", async () => {
    const { first, purge, stays } = await asked();
    const second = await createUser(db, { role: "ADMINISTRATOR" });
    const { status } = await first.ask("POST", `/purges/${purge}/confirm`, {
      json: { confirmedById: second.id },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await stays()).toBe(true);
  });
});
