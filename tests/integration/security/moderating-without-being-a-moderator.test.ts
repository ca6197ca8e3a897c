import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { browser, program, reader, type Caller } from "../api/client";

const keep = { version: 2, decision: "HIDE", ground: "SPAM", publicReason: "I do not like it." };

/** An argument that somebody flagged, and the review that waits for it. */
async function flagged(authorId?: number) {
  const debate = await createDebate(db);
  const debateId = debate.id;
  const { id } = await createArgument(db, { debateId, authorId });
  const reporter = await program(["read", "write"], await createUser(db));
  const json = { reason: "SPAM" };
  await reporter.ask("POST", `/arguments/${debateId}-${id}/flags`, { json });
  const review = await db.review.findFirstOrThrow({ where: { debateId, argumentId: id } });
  const untouched = async () => {
    const where = { debateId_id: { debateId, id } };
    const { status } = await db.argument.findUniqueOrThrow({ where });
    const entries = await db.moderationEntry.count({ where: { debateId } });
    return [status, entries];
  };
  return { debateId, id, review: review.id, untouched };
}

const decide = (who: Caller, review: number) =>
  who.ask<{ code: string }>("POST", `/moderation/reviews/${review}`, { json: keep });

describe("Moderating without being a moderator", () => {
  it("fails for readers and members, through every door of the queue", async () => {
    const { review, untouched } = await flagged();
    const member = await browser(await createUser(db));
    expect((await decide(reader, review)).status).toBe(401);
    expect((await decide(member, review)).status).toBe(403);
    expect((await member.ask("GET", "/moderation/queue")).status).toBe(403);
    expect((await member.ask("GET", `/moderation/reviews/${review}`)).status).toBe(403);
    expect((await member.ask("PUT", `/moderation/reviews/${review}/claim`)).status).toBe(403);
    expect(await untouched()).toEqual(["LIVE", 0]);
  });

  it("fails for an editor of another debate, who does not see it either", async () => {
    const { review, untouched } = await flagged();
    const other = await createDebate(db);
    const editor = await createUser(db);
    await db.debateRole.create({
      data: { debateId: other.id, userId: editor.id, role: "EDITOR" },
    });
    const signedIn = await browser(editor);
    expect((await decide(signedIn, review)).status).toBe(403);
    expect((await signedIn.ask("GET", `/moderation/reviews/${review}`)).status).toBe(404);
    const { body } = await signedIn.ask<{ items: unknown[] }>("GET", "/moderation/queue");
    expect(body.items).toEqual([]);
    expect(await untouched()).toEqual(["LIVE", 0]);
  });

  it("fails for a moderator on a thing of their own", async () => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    const { review, untouched } = await flagged(moderator.id);
    const { status, body } = await decide(await browser(moderator), review);
    expect([status, body.code]).toEqual([403, "OWN_THING"]);
    expect(await untouched()).toEqual(["LIVE", 0]);
  });

  it("fails for a moderator's token that was not made for it", async () => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    const { review, untouched } = await flagged();
    const token = await program(["read", "write"], moderator);
    const { status, body } = await decide(token, review);
    expect([status, body.code]).toEqual([403, "SCOPE_MISSING"]);
    expect((await token.ask("GET", "/moderation/queue")).status).toBe(403);
    expect(await untouched()).toEqual(["LIVE", 0]);
  });

  it("fails for somebody who was a moderator until just now", async () => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    const { review, untouched } = await flagged();
    const signedIn = await browser(moderator);
    expect((await signedIn.ask("GET", "/moderation/queue")).status).toBe(200);
    await db.user.update({ where: { id: moderator.id }, data: { role: "MEMBER" } });
    expect((await decide(signedIn, review)).status).toBe(403);
    expect(await untouched()).toEqual(["LIVE", 0]);
  });

  it("fails for an author who would restore what a curator archived", async () => {
    const author = await createUser(db);
    const { debateId, id, review } = await flagged(author.id);
    const moderator = await browser(await createUser(db, { role: "MODERATOR" }));
    expect((await decide(moderator, review)).status).toBe(200);
    const mine = await browser(author);
    const { status, body } = await mine.ask<{ code: string }>(
      "POST",
      `/arguments/${debateId}-${id}/restore`,
      { json: { reason: "I want it back." } },
    );
    expect([status, body.code]).toEqual([403, "ARCHIVED_BY_CURATOR"]);
  });
});
