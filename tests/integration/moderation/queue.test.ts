import { describe, expect, it } from "vitest";
import { mergeArguments } from "@/lib/arguments/commands/merge-arguments";
import { mergeArgumentsSchema } from "@/lib/arguments/curation-schema";
import { db } from "@/lib/db/client";
import { claimReview } from "@/lib/moderation/commands/claim-review";
import { decideMany } from "@/lib/moderation/commands/decide-many";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { escalateReview, giveBackReview } from "@/lib/moderation/commands/escalate-review";
import { flag } from "@/lib/moderation/commands/flag";
import { noteReview } from "@/lib/moderation/commands/note-review";
import { deleteView, saveView } from "@/lib/moderation/commands/queue-views";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { previewMany } from "@/lib/moderation/queries/bulk-preview";
import { getQueue, nextReview } from "@/lib/moderation/queries/queue";
import { listViews } from "@/lib/moderation/queries/queue-views";
import { countWaiting, listQueuedDebates } from "@/lib/moderation/queries/queued-debates";
import { getReview } from "@/lib/moderation/queries/review";
import { getWaits } from "@/lib/moderation/queries/waits";
import { queueSchema } from "@/lib/moderation/queue-schema";
import type { FlagReason } from "@/lib/moderation/vocabulary";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: Viewer["role"] = "MEMBER", name = "Ann Example") =>
  asViewer(await createUser(db, { role, name }));

/** A flagged argument of a debate of its own. */
async function flagged(
  given: { author?: Viewer; title?: string; reason?: FlagReason; debateId?: number } = {},
) {
  const debateId = given.debateId ?? (await createDebate(db)).id;
  const author = given.author ?? (await person());
  const title = given.title ?? "Buy your bus passes at my shop.";
  const { id } = await createArgument(db, { debateId, authorId: author.id, title });
  const ref = { debateId, id };
  const reason = given.reason ?? "SPAM";
  await flag(await person(), { target: "ARGUMENT", id: ref, reason, note: "" });
  const where = { debateId, argumentId: id, status: "WAITING" } as const;
  const { id: review, version } = await db.review.findFirstOrThrow({ where });
  return { ref, author, review, version };
}

const words = { ground: "SPAM", publicReason: "It advertises a shop." } as const;
const numbers = async (viewer: Viewer, filter: object) =>
  (await getQueue(viewer, queueSchema.parse({ limit: 500, ...filter }))).items.map(
    ({ review }) => review,
  );

describe("What is passed on to the administrators", () => {
  it("stands first for them, is not the next for others, and is theirs alone to decide", async () => {
    const [moderator, administrator] = [await person("MODERATOR"), await person("ADMINISTRATOR")];
    const urgent = await flagged({ reason: "ILLEGAL" });
    const { review, version } = await flagged({ reason: "OTHER" });
    await escalateReview(moderator, { review, note: "Is this a threat?" });
    expect((await numbers(administrator, {}))[0]).toBe(review);
    expect((await numbers(moderator, {})).indexOf(review)).toBeGreaterThan(0);
    expect(await numbers(moderator, { escalated: "true" })).toEqual([review]);
    expect(await nextReview(administrator)).toEqual({ review });
    expect(await nextReview(moderator)).toEqual({ review: urgent.review });
    expect((await getReview(moderator, review))?.can).toEqual({
      granted: false,
      because: "ESCALATED",
    });
    const decision = { review, version: version + 1, decision: "KEEP", privateNote: "" } as const;
    await expect(decideReview(moderator, { ...decision, ...words })).rejects.toMatchObject({
      code: "ESCALATED",
    });
    await expect(claimReview(moderator, { review })).rejects.toMatchObject({ code: "ESCALATED" });
    await expect(escalateReview(administrator, { review, note: "" })).rejects.toMatchObject({
      code: "ESCALATED_BEFORE",
    });
    await decideReview(administrator, { ...decision, ...words });
  });

  it("pages on for administrators behind what was passed on", async () => {
    const administrator = await person("ADMINISTRATOR");
    const all = await numbers(administrator, {});
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const input = queueSchema.parse({ limit: 1, cursor });
      const page = await getQueue(administrator, input);
      paged.push(...page.items.map(({ review }) => review));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  it("is left to the moderators again by an administrator", async () => {
    const [moderator, administrator] = [await person("MODERATOR"), await person("ADMINISTRATOR")];
    const { review } = await flagged();
    await escalateReview(moderator, { review, note: "" });
    await expect(giveBackReview(await person("MODERATOR"), { review })).rejects.toMatchObject({
      code: "ESCALATED",
    });
    await giveBackReview(administrator, { review });
    await claimReview(moderator, { review });
  });

  it("is had back by who passed it on by mistake, and by no other moderator", async () => {
    const [moderator, other] = [await person("MODERATOR"), await person("MODERATOR")];
    const { review } = await flagged();
    await escalateReview(moderator, { review, note: "A slip of the finger." });
    expect((await getReview(moderator, review))?.canGiveBack).toEqual({ granted: true });
    await expect(giveBackReview(other, { review })).rejects.toMatchObject({ code: "ESCALATED" });
    await giveBackReview(moderator, { review });
    await claimReview(other, { review });
  });
});

describe("Notes on a review", () => {
  it("are read by other moderators, also while one keeps it", async () => {
    const [first, second] = [await person("MODERATOR", "Moe"), await person("MODERATOR", "Max")];
    const { review, author } = await flagged();
    await claimReview(first, { review });
    await noteReview(second, { review, text: "The third shop this week." });
    const notes = (await getReview(first, review))?.notes;
    expect(notes).toMatchObject([{ text: "The third shop this week.", by: { name: "Max" } }]);
    await expect(noteReview(author, { review, text: "Mine." })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });
});

describe("Filters of the queue", () => {
  it("find by reason, debate, who keeps it, how long it waits, and words", async () => {
    const moderator = await person("MODERATOR");
    const author = await person("MEMBER", "Zacharias Quill");
    const { review, ref } = await flagged({
      author,
      title: "Umbrellas, 100% off.",
      reason: "OTHER",
    });
    const { slug } = await db.debate.findUniqueOrThrow({ where: { id: ref.debateId } });
    const found = async (filter: object) => (await numbers(moderator, filter)).includes(review);
    expect(await found({ reason: "OTHER" })).toBe(true);
    expect(await found({ reason: "UNCIVIL" })).toBe(false);
    expect(await numbers(moderator, { debate: slug })).toEqual([review]);
    expect(await numbers(moderator, { q: "quill" })).toEqual([review]);
    expect(await numbers(moderator, { q: "100%" })).toEqual([review]);
    expect(await numbers(moderator, { q: "1%0" })).toEqual([]);
    expect(await found({ taken: "NOBODY" })).toBe(true);
    await claimReview(moderator, { review });
    expect(await numbers(moderator, { taken: "MINE" })).toEqual([review]);
    expect(await found({ taken: "NOBODY" })).toBe(false);
    expect(await found({ taken: "OTHERS" })).toBe(false);
    expect(await found({ days: "3" })).toBe(false);
    const openedAt = new Date(Date.now() - 4 * 86_400_000);
    await db.review.update({ where: { id: review }, data: { openedAt } });
    expect(await numbers(moderator, { days: "3" })).toEqual([review]);
    const debates = await listQueuedDebates(moderator);
    expect(debates.map((debate) => debate.slug)).toContain(slug);
  });
});

describe("Saved views", () => {
  it("are one's own, one a name, and at most twenty", async () => {
    const [mine, other] = [await person("MODERATOR"), await person("MODERATOR")];
    await saveView(mine, { name: "Spam", query: "reason=SPAM" });
    const { view } = await saveView(mine, { name: "Spam", query: "reason=SPAM&days=3" });
    expect(await listViews(mine)).toEqual([{ view, name: "Spam", query: "reason=SPAM&days=3" }]);
    expect(await listViews(other)).toEqual([]);
    await deleteView(other, { view });
    expect(await listViews(mine)).toHaveLength(1);
    for (let n = 2; n <= 20; n += 1) await saveView(mine, { name: `View ${n}`, query: "" });
    await expect(saveView(mine, { name: "View 21", query: "" })).rejects.toMatchObject({
      code: "VIEWS_FULL",
    });
    await deleteView(mine, { view });
    expect(await listViews(mine)).toHaveLength(19);
  });

  it("are refused to who moderates nothing", async () => {
    const member = await person();
    await expect(saveView(member, { name: "Mine", query: "" })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
    expect(await countWaiting(member)).toBeNull();
  });
});

describe("Deciding several things", () => {
  it("shows what would happen, and decides each as it was looked at", async () => {
    const [moderator, second] = [
      await person("MODERATOR", "Moe"),
      await person("MODERATOR", "Max"),
    ];
    const fine = await flagged();
    const own = await flagged({ author: moderator });
    const taken = await flagged();
    const gone = await flagged();
    const changed = await flagged();
    await claimReview(second, { review: taken.review });
    const decide = { decision: "KEEP", ...words, privateNote: "" } as const;
    await decideReview(second, { review: gone.review, version: gone.version, ...decide });
    await flag(await person(), { target: "ARGUMENT", id: changed.ref, reason: "SPAM", note: "" });
    const pick = [fine, own, taken, gone, changed].map(({ review, version }) => ({
      review,
      version,
    }));
    const preview = await previewMany(moderator, { pick, decision: "ARCHIVE" });
    expect(preview.map(({ refused }) => refused)).toEqual([
      null,
      expect.stringContaining("your own"),
      expect.stringContaining("Max is looking"),
      expect.stringContaining("decided this"),
      expect.stringContaining("since you looked"),
    ]);
    const { decided } = await decideMany(moderator, { pick, decision: "ARCHIVE", ...words });
    expect(decided.map(({ entry, refused }) => refused?.code ?? typeof entry)).toEqual([
      "number",
      "OWN_THING",
      "REVIEW_CLAIMED",
      "REVIEW_DECIDED",
      "STALE_VERSION",
    ]);
  });

  it("is refused to who moderates nothing", async () => {
    const { review, version, author } = await flagged();
    const pick = [{ review, version }];
    await expect(decideMany(author, { pick, decision: "KEEP", ...words })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });
});

describe("A decision taken back in the queue", () => {
  it("waits again with its flags; a kept thing's author hears of neither", async () => {
    const [moderator, second] = [await person("MODERATOR"), await person("MODERATOR")];
    const { review, version, author } = await flagged();
    const decide = { review, version, decision: "KEEP", ...words, privateNote: "" } as const;
    await decideReview(moderator, decide);
    await expect(reopenReview(second, { review })).rejects.toMatchObject({
      code: "NOT_YOUR_DECISION",
    });
    expect((await reopenReview(moderator, { review })).review).toBe(review);
    await expect(reopenReview(moderator, { review })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getReview(second, review))?.decided).toBeNull();
    expect(await db.flag.count({ where: { reviewId: review, outcome: "WAITING" } })).toBe(1);
    expect(await db.notification.count({ where: { userId: author.id } })).toBe(0);
  });

  it("leaves a newer review of the same thing to wait for both", async () => {
    const moderator = await person("MODERATOR");
    const { review, version, ref } = await flagged();
    const decide = { review, version, decision: "KEEP", ...words, privateNote: "" } as const;
    await decideReview(moderator, decide);
    await flag(await person(), { target: "ARGUMENT", id: ref, reason: "SPAM", note: "" });
    const { review: newer } = await reopenReview(moderator, { review });
    expect(newer).not.toBe(review);
    expect((await getReview(moderator, newer))?.decided).toBeNull();
  });
});

describe("A flagged duplicate", () => {
  it("is merged from the queue, and its review is decided by that", async () => {
    const moderator = await person("MODERATOR");
    const { ref, review, author } = await flagged({ reason: "SPAM" });
    const kept = await createArgument(db, { debateId: ref.debateId });
    const id = publicId(ref);
    const into = publicId({ debateId: ref.debateId, id: kept.id });
    const duplicateOf = { debateId: ref.debateId, id: kept.id };
    const same = {
      target: "ARGUMENT",
      id: ref,
      reason: "DUPLICATE",
      note: "",
      duplicateOf,
    } as const;
    await flag(await person(), same);
    expect((await getReview(moderator, review))?.merge).toContain(`review=${review}#merge`);
    const input = { id, into, publicReason: "It says the same.", ground: "DUPLICATE" };
    const foreign = await flagged();
    await expect(
      mergeArguments(moderator, mergeArgumentsSchema.parse({ ...input, review: foreign.review })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const merged = await mergeArguments(
      moderator,
      mergeArgumentsSchema.parse({ ...input, review }),
    );
    expect(merged.review).toBe(review);
    const decided = await db.review.findUniqueOrThrow({ where: { id: review } });
    expect(decided).toMatchObject({ status: "DECIDED", entryId: merged.entry });
    expect(await db.flag.count({ where: { reviewId: review, outcome: "UPHELD" } })).toBe(2);
    expect(await db.notification.count({ where: { userId: author.id } })).toBe(1);
  });
});

describe("Waiting times", () => {
  it("say what waits by cause, and how long things waited", async () => {
    const editor = await person();
    const debate = await createDebate(db);
    const debateId = debate.id;
    await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
    await flagged({ debateId });
    for (const hours of [1, 2, 9]) {
      const { review, version } = await flagged({ debateId });
      const decide = { review, version, decision: "KEEP", ...words, privateNote: "" } as const;
      await decideReview(editor, decide);
      const openedAt = new Date(Date.now() - hours * 3_600_000);
      await db.review.update({ where: { id: review }, data: { openedAt } });
    }
    const waits = await getWaits(editor);
    expect(waits.waiting).toMatchObject([{ cause: "FLAG", count: 1 }]);
    expect(waits.decided?.count).toBe(3);
    expect(waits.decided?.medianHours).toBeCloseTo(2, 1);
    expect(waits.decided?.ninetiethHours).toBeCloseTo(7.6, 1);
    expect(waits.days.map(({ count }) => count)).toEqual([3]);
    expect(await countWaiting(editor)).toBe(1);
    await expect(getWaits(await person())).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});
