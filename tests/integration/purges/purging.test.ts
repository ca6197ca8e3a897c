import { describe, expect, it } from "vitest";
import { restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { getComment } from "@/lib/discussion/queries/comments";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getEntryChoices } from "@/lib/moderation/queries/entry-choices";
import { getLogEntry, listLog } from "@/lib/moderation/queries/log";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { wordsOfVerdict } from "@/lib/moderation/verdict";
import { confirmPurge } from "@/lib/purges/commands/confirm-purge";
import { requestPurge } from "@/lib/purges/commands/request-purge";
import { withdrawPurge } from "@/lib/purges/commands/withdraw-purge";
import { listPurges } from "@/lib/purges/queries/purges";
import { refused } from "@/lib/shared/permission";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { append, scene } from "../moderation/entries";
import { administrator, canary, everywhere, rowsWith } from "./scene";

const law = {
  ground: "PRIVATE_INFORMATION",
  legalBasis: "Order of a court, 12 O 34/26.",
  publicReason: "It said where somebody lives.",
} as const;
type Thing = { target: "ARGUMENT" | "COMMENT"; id: { debateId: number; id: number } };
const argumentOf = (id: string): Thing => ({ target: "ARGUMENT", id: parsePublicId(id)! });
const commentOf = (id: string): Thing => ({ target: "COMMENT", id: parsePublicId(id)! });

/** An argument by somebody, and two administrators. */
async function oneArgument() {
  const { id: debateId } = await createDebate(db);
  const { id } = await createArgument(db, { debateId });
  const [asking, other] = [await administrator(), await administrator()];
  return {
    ref: { debateId, id },
    thing: { target: "ARGUMENT", id: { debateId, id } },
    asking,
    other,
  } as const;
}

describe("Two administrators", () => {
  it("take the words of an argument and a comment out of every table, and the log still holds", async () => {
    const { argument, comment, answer } = await everywhere();
    const [asking, other] = [await administrator(), await administrator()];
    const before = await rowsWith(canary);
    expect(before).toEqual(
      expect.arrayContaining([
        ...["appeals", "argument_revisions", "arguments", "citations", "comments", "drafts"],
        ...["export_pieces", "flags", "live_events", "moderation_words", "search_documents"],
        ...["search_words", "sources", "suggestions"],
      ]),
    );

    for (const thing of [argumentOf(argument.id), commentOf(comment.id)]) {
      const { purge, entry } = await requestPurge(asking, { ...thing, ...law });
      expect((await getLogEntry(entry!))?.action).toBe("HIDE");
      await confirmPurge(other, { purge });
    }

    expect(await rowsWith(canary)).toEqual([]);
    const seen = await getArgument(argument.id, null);
    expect(seen).toMatchObject({ status: "ARCHIVED", withheld: true, votes: { count: 1 } });
    expect((await getArgument(answer.id, null))?.title).toBe("Nobody asked.");
    expect(await getComment(comment.id, null)).toMatchObject({ hidden: true, body: "" });
    const [ofComment, ofArgument] = (await listLog({ action: "PURGE", q: "", limit: 10 })).items;
    expect(ofArgument).toMatchObject({ reason: law.publicReason, ground: law.ground });
    expect(ofComment).toMatchObject({ target: { commentId: comment.id } });
    const verdict = await verifyLog();
    expect(verdict).toMatchObject({ whole: true, purged: 3 });
    expect(wordsOfVerdict(verdict)).toContain("3");
    const waiting = { status: "WAITING", cause: { not: "APPEAL" } } as const;
    expect(await db.review.count({ where: waiting })).toBe(0);
    expect(await db.idempotentAnswer.count({ where: { userId: asking.id } })).toBe(0);
  });

  it("keep words in the search that others say too", async () => {
    const { thing, asking, other } = await oneArgument();
    const { purge } = await requestPurge(asking, { ...thing, ...law });
    await createArgument(db, { debateId: thing.id.debateId });
    await confirmPurge(other, { purge });
    expect(await db.searchWord.count({ where: { word: "people" } })).toBe(1);
  });

  it("purge the words of one entry of the log, which nobody reads from the request on", async () => {
    const at = await scene();
    const entry = await append(at, { publicReason: `Because of ${canary}.` });
    const [asking, other] = [await administrator(), await administrator()];
    const { purge } = await requestPurge(asking, { target: "ENTRY", id: entry, ...law });
    expect(await getLogEntry(entry)).toMatchObject({ reason: "", purged: true });
    expect((await listLog({ q: canary, limit: 10 })).items).toEqual([]);
    const done = await confirmPurge(other, { purge });
    expect(await rowsWith(canary)).toEqual([]);
    expect(await getLogEntry(done.entry)).toMatchObject({
      action: "PURGE",
      target: { kind: "ARGUMENT" },
    });
    expect((await verifyLog()).whole).toBe(true);
  });

  it("who confirm at the same moment make one entry", async () => {
    const { ref, thing, asking } = await oneArgument();
    const { purge } = await requestPurge(asking, { ...thing, ...law });
    const others = await Promise.all(Array.from({ length: 4 }, administrator));
    const answers = await Promise.allSettled(others.map((one) => confirmPurge(one, { purge })));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const where = { debateId: ref.debateId, action: "PURGE" } as const;
    expect(await db.moderationEntry.count({ where })).toBe(1);
  });

  it("who ask at the same moment ask once", async () => {
    const { thing } = await oneArgument();
    const both = [await administrator(), await administrator()];
    const answers = await Promise.allSettled(
      both.map((one) => requestPurge(one, { ...thing, ...law })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("A purge that waits", () => {
  it("keeps the argument hidden, whoever would show it, until it is withdrawn", async () => {
    const { ref, thing, asking, other } = await oneArgument();
    const { purge, entry } = await requestPurge(asking, { ...thing, ...law });
    const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
    const undo = { entry: entry!, publicReason: "Let it be seen.", privateNote: "" };
    await expect(undoEntry(moderator, undo)).rejects.toMatchObject({ code: "PURGE_WAITS" });
    const offered = async () => (await getEntryChoices(moderator, entry!))?.undo;
    expect(await offered()).toEqual(refused("PURGE_WAITS"));
    const restore = { id: ref, version: 2, reason: "Let it be seen." };
    await expect(restoreArgument(moderator, restore)).rejects.toMatchObject({
      code: "PURGE_WAITS",
    });
    const { items } = await listPurges(other, { state: "WAITING", limit: 10 });
    expect(items[0]).toMatchObject({
      purge,
      words: { title: "People who work all week could use it." },
    });

    await withdrawPurge(asking, { purge });
    expect(await getArgument(publicId(ref), null)).toMatchObject({ status: "LIVE" });
    await expect(confirmPurge(other, { purge })).rejects.toMatchObject({ code: "PURGE_WITHDRAWN" });
    expect(await requestPurge(asking, { ...thing, ...law })).toHaveProperty("purge");
  });
});

describe("A decision on what was purged since", () => {
  it("is not taken back, so that nothing waits again without its words", async () => {
    const { ref, thing, asking, other } = await oneArgument();
    const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
    const reporter = asViewer(await createUser(db));
    await flag(reporter, { ...thing, reason: "SPAM", note: "" });
    const where = { debateId: ref.debateId, argumentId: ref.id };
    const { id: review, version } = await db.review.findFirstOrThrow({ where });
    const kept = { decision: "KEEP", ground: "OTHER", publicReason: "No breach." } as const;
    await decideReview(moderator, { review, version, ...kept, privateNote: "" });
    const { purge } = await requestPurge(asking, { ...thing, ...law });
    await expect(reopenReview(moderator, { review })).rejects.toMatchObject({
      code: "PURGE_WAITS",
    });
    await confirmPurge(other, { purge });
    await expect(reopenReview(moderator, { review })).rejects.toMatchObject({ code: "PURGED" });
  });
});

describe("A purge that is done", () => {
  it("cannot be taken back by anybody, not even in the database", async () => {
    const { ref, thing, asking, other } = await oneArgument();
    const { purge, entry } = await requestPurge(asking, { ...thing, ...law });
    await confirmPurge(other, { purge });
    const undo = { entry: entry!, publicReason: "Let it be seen.", privateNote: "" };
    await expect(undoEntry(other, undo)).rejects.toMatchObject({ code: "PURGED" });
    expect((await getEntryChoices(other, entry!))?.undo).toEqual(refused("PURGED"));
    const seen = await getArgument(publicId(ref), other);
    expect(seen?.can.restore).toEqual(refused("PURGED"));
    const restore = { id: ref, version: 2, reason: "Let it be seen." };
    await expect(restoreArgument(other, restore)).rejects.toMatchObject({ code: "PURGED" });
    await expect(withdrawPurge(asking, { purge })).rejects.toMatchObject({ code: "PURGED" });
    await expect(requestPurge(other, { ...thing, ...law })).rejects.toMatchObject({
      code: "PURGED",
    });
    const shown = db.$executeRaw`
      UPDATE arguments SET status = 'LIVE', curated = false, withheld = false
      WHERE debate_id = ${ref.debateId} AND id = ${ref.id}`;
    await expect(shown).rejects.toThrow("is not shown");
  });
});
