import { describe, expect, it } from "vitest";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { getComment } from "@/lib/discussion/queries/comments";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { getReview } from "@/lib/moderation/queries/review";
import type { Decision } from "@/lib/moderation/vocabulary";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: Viewer["role"] = "MEMBER") => asViewer(await createUser(db, { role }));

async function scene() {
  const debate = await createDebate(db);
  const [author, moderator] = await Promise.all([person(), person("MODERATOR")]);
  const { id, debateId } = await createArgument(db, {
    debateId: debate.id,
    authorId: author.id,
    title: "Buy your bus passes at my shop.",
  });
  const comment = await createComment(db, {
    ...{ debateId, argumentId: id, authorId: author.id, body: "Fools, all of you." },
  });
  const ref = { debateId, id };
  return { author, moderator, ref, commentRef: { debateId, id: comment.id } };
}

/** Flags by new members weigh a half each: two points for what is against the law. */
const illegal = { reason: "ILLEGAL", note: "" } as const;

async function flagThrice(target: "ARGUMENT" | "COMMENT", id: { debateId: number; id: number }) {
  for (let n = 0; n < 3; n += 1) await flag(await person(), { target, id, ...illegal });
}

const reviewOf = ({ debateId, id }: { debateId: number; id: number }) =>
  db.review.findFirstOrThrow({ where: { debateId, argumentId: id, target: "ARGUMENT" } });

const words = {
  ground: "ILLEGAL",
  publicReason: "It is against the law.",
  privateNote: "",
} as const;

async function decide(moderator: Viewer, review: number, decision: Decision) {
  const { version } = await db.review.findUniqueOrThrow({ where: { id: review } });
  return decideReview(moderator, { review, version, decision, ...words });
}

const edit = (id: { debateId: number; id: number }) => ({
  ...{ id, version: 1, title: "Passes should be sold in shops.", body: "" },
  ...{ sources: [], factIds: [], reason: "" },
});

describe("An argument that many flag", () => {
  it("is hidden at once, with an entry by nobody, and its author is told", async () => {
    const { author, moderator, ref } = await scene();
    await flag(await person(), { target: "ARGUMENT", id: ref, ...illegal });
    await flag(await person(), { target: "ARGUMENT", id: ref, ...illegal });
    expect((await getArgument(publicId(ref), null))?.status).toBe("LIVE");
    await flag(await person(), { target: "ARGUMENT", id: ref, ...illegal });
    expect(await getArgument(publicId(ref), null)).toMatchObject({ withheld: true, body: "" });
    const { id, hidingId, status } = await reviewOf(ref);
    expect(status).toBe("WAITING");
    const entry = await db.moderationEntry.findUniqueOrThrow({ where: { id: hidingId! } });
    expect(entry).toMatchObject({ action: "HIDE", actorId: null, ground: "ILLEGAL" });
    expect((await getReview(moderator, id))?.hiddenAtOnce).toBe(true);
    const { items } = await listNotifications(author, { unread: false, limit: 10 });
    expect(items[0]).toMatchObject({ action: "HIDE", actor: null });
    expect((await verifyLog()).problemsFound).toBe(0);
  });

  it("is hidden once, also when ten flag it at the same moment", async () => {
    const { ref } = await scene();
    const people = await Promise.all(Array.from({ length: 10 }, () => person()));
    const answers = await Promise.allSettled(
      people.map((one) => flag(one, { target: "ARGUMENT", id: ref, ...illegal })),
    );
    const late = answers.filter((answer) => answer.status === "rejected");
    for (const { reason } of late) expect(reason).toMatchObject({ code: "NOTHING_TO_FLAG" });
    const where = { debateId: ref.debateId, argumentId: ref.id, action: "HIDE" } as const;
    expect(await db.moderationEntry.count({ where })).toBe(1);
    expect(await db.flag.count({ where: { debateId: ref.debateId } })).toBe(3);
  });

  it("comes back when a moderator keeps it, and is hidden again when that was a mistake", async () => {
    const { author, moderator, ref } = await scene();
    await flagThrice("ARGUMENT", ref);
    const { id, hidingId } = await reviewOf(ref);
    const { entry } = await decide(moderator, id, "KEEP");
    expect((await getArgument(publicId(ref), null))?.status).toBe("LIVE");
    const kept = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry } });
    expect(kept).toMatchObject({ action: "RESTORE", undoesId: hidingId, personId: author.id });
    await reopenReview(moderator, { review: id });
    expect((await getArgument(publicId(ref), null))?.withheld).toBe(true);
    expect((await reviewOf(ref)).status).toBe("WAITING");
    expect(await db.flag.count({ where: { reviewId: id, outcome: "WAITING" } })).toBe(3);
  });

  it("stays hidden when a moderator agrees; to take that back shows it as it was before", async () => {
    const { author, moderator, ref } = await scene();
    await flagThrice("ARGUMENT", ref);
    const { id } = await reviewOf(ref);
    const { entry } = await decide(moderator, id, "HIDE");
    await expect(editArgument(author, edit(ref))).rejects.toMatchObject({
      code: "ARGUMENT_ARCHIVED",
    });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry } });
    expect(logged.details).toEqual({ from: "LIVE", to: "HIDDEN" });
  });

  it("is shown again when its author edits it, once: the next time a moderator is needed", async () => {
    const { author, moderator, ref } = await scene();
    await flagThrice("ARGUMENT", ref);
    const before = await reviewOf(ref);
    expect((await getArgument(publicId(ref), author))?.can.edit.granted).toBe(true);
    expect((await getArgument(publicId(ref), moderator))?.can.edit.granted).toBe(false);
    await editArgument(author, edit(ref));
    const shown = await getArgument(publicId(ref), null);
    expect(shown).toMatchObject({ status: "LIVE", title: "Passes should be sold in shops." });
    const entry = await db.moderationEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ action: "RESTORE", actorId: null, undoesId: before.hidingId });
    const after = await reviewOf(ref);
    expect(after.status).toBe("WAITING");
    expect(after.version).toBeGreaterThan(before.version);
    await flagThrice("ARGUMENT", ref);
    expect((await getArgument(publicId(ref), null))?.status).toBe("LIVE");
    await decide(moderator, after.id, "KEEP");
    const last = await db.moderationEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last.action).toBe("KEEP");
  });
});

describe("A comment that many flag", () => {
  it("is hidden at once; its author alone reads it, edits it and has it back", async () => {
    const { author, moderator, commentRef } = await scene();
    const id = publicId(commentRef);
    await flagThrice("COMMENT", commentRef);
    expect(await getComment(id, moderator)).toMatchObject({ hidden: true, body: "" });
    const own = await getComment(id, author);
    expect(own).toMatchObject({ hiddenAtOnce: true, body: "Fools, all of you." });
    expect(own?.can).toMatchObject({ edit: { granted: true }, delete: { granted: false } });
    const body = "I do not agree with any of you.";
    await editComment(author, { id: commentRef, version: own!.version, body });
    expect(await getComment(id, null)).toMatchObject({ hidden: false, body });
    await expect(
      editComment(author, { id: commentRef, version: 1, body: "Fools." }),
    ).rejects.toMatchObject({ code: "STALE_VERSION" });
  });

  it("is shown again by a moderator who only warns its author", async () => {
    const { moderator, commentRef } = await scene();
    await flagThrice("COMMENT", commentRef);
    const { debateId, id: commentId } = commentRef;
    const { id } = await db.review.findFirstOrThrow({ where: { debateId, commentId } });
    await decide(moderator, id, "WARN");
    expect(await getComment(publicId(commentRef), null)).toMatchObject({ hidden: false });
  });
});
