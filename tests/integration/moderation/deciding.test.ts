import { describe, expect, it } from "vitest";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { listComments } from "@/lib/discussion/queries/comments";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import { claimReview, releaseReview } from "@/lib/moderation/commands/claim-review";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getLogEntry } from "@/lib/moderation/queries/log";
import type { Decision } from "@/lib/moderation/vocabulary";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: Viewer["role"] = "MEMBER", name = "Ada Example") =>
  asViewer(await createUser(db, { role, name }));

const title = "Buy your bus passes at my shop.";

async function scene() {
  const debate = await createDebate(db);
  const [author, reader, moderator] = await Promise.all([
    person(),
    person(),
    person("MODERATOR", "Moe"),
  ]);
  const made = await createArgument(db, { debateId: debate.id, authorId: author.id, title });
  const argument = { ...made, title };
  return { debate, author, reader, moderator, argument };
}

type Ref = { debateId: number; id: number };
const spam = { reason: "SPAM", note: "" } as const;
const flagArgument = (who: Viewer, id: Ref) => flag(who, { target: "ARGUMENT", id, ...spam });
const refOf = ({ debateId, id }: Ref) => ({ debateId, id });

/** The review that waits for an argument, as a moderator finds it. */
const waiting = ({ debateId, id }: Ref) =>
  db.review.findFirstOrThrow({ where: { debateId, argumentId: id, status: "WAITING" } });

const words = { ground: "SPAM", publicReason: "It advertises a shop.", privateNote: "" } as const;

async function decide(moderator: Viewer, ref: Ref, decision: Decision) {
  const { id, version } = await waiting(ref);
  return decideReview(moderator, { review: id, version, decision, ...words });
}

describe("Flags", () => {
  it("of several people wait together, the heavier first", async () => {
    const { argument, reader } = await scene();
    const other = await person();
    const ref = refOf(argument);
    await Promise.all([flagArgument(reader, ref), flagArgument(other, ref)]);
    const review = await waiting(ref);
    expect(review.flags).toBe(2);
    expect(review.score).toBeCloseTo(2);
    expect(await db.review.count({ where: { debateId: ref.debateId } })).toBe(1);
  });

  it("of one person and thing count once, also when sent five times at once", async () => {
    const { argument, reader } = await scene();
    const ref = refOf(argument);
    const answers = await Promise.all(Array.from({ length: 5 }, () => flagArgument(reader, ref)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ before }) => !before)).toHaveLength(1);
    expect((await waiting(ref)).flags).toBe(1);
  });

  it("of one's own argument are refused", async () => {
    const { argument, author } = await scene();
    await expect(flagArgument(author, refOf(argument))).rejects.toMatchObject({
      code: "OWN_THING",
    });
  });

  it("of another debate's argument as the original of a duplicate are refused", async () => {
    const { argument, reader } = await scene();
    const elsewhere = await createArgument(db, { debateId: (await createDebate(db)).id });
    const input = {
      target: "ARGUMENT",
      id: refOf(argument),
      reason: "DUPLICATE",
      note: "",
      duplicateOf: refOf(elsewhere),
    } as const;
    await expect(flag(reader, input)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("A moderator", () => {
  it("hides an argument: its words are gone for readers, and stay for its author", async () => {
    const { argument, author, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { entry } = await decide(moderator, ref, "HIDE");
    const id = publicId(ref);
    const seen = await getArgument(id, reader);
    expect(seen).toMatchObject({ status: "ARCHIVED", withheld: true, body: "", sources: [] });
    expect(seen?.title).toBe("Hidden by a moderator");
    expect((await getArgument(id, author))?.title).toBe(argument.title);
    expect((await getArgument(id, moderator))?.title).toBe(argument.title);
    const logged = await db.moderationEntry.findUniqueOrThrow({
      where: { id: entry },
      include: { words: true },
    });
    expect(logged).toMatchObject({ action: "HIDE", ground: "SPAM", personId: author.id });
    expect(logged.words?.publicReason).toBe("It advertises a shop.");
  });

  it("is told who was faster, and nothing is done twice", async () => {
    const { argument, reader, moderator } = await scene();
    const ref = refOf(argument);
    const second = await person("MODERATOR", "Max");
    await flagArgument(reader, ref);
    const { id, version } = await waiting(ref);
    const decision = { review: id, version, decision: "ARCHIVE", ...words } as const;
    const answers = await Promise.allSettled([
      decideReview(moderator, decision),
      decideReview(second, decision),
    ]);
    const refusedOnes = answers.filter((answer) => answer.status === "rejected");
    expect(refusedOnes).toHaveLength(1);
    expect(refusedOnes[0]?.reason).toMatchObject({ code: "REVIEW_DECIDED" });
    const entries = await db.moderationEntry.count({
      where: { debateId: ref.debateId, argumentId: ref.id },
    });
    expect(entries).toBe(1);
  });

  it("keeps others away by a claim until it is given back or runs out", async () => {
    const { argument, reader, moderator } = await scene();
    const ref = refOf(argument);
    const second = await person("MODERATOR", "Max");
    await flagArgument(reader, ref);
    const { id } = await waiting(ref);
    await claimReview(moderator, { review: id });
    await expect(claimReview(second, { review: id })).rejects.toMatchObject({
      code: "REVIEW_CLAIMED",
      details: { params: { name: "Moe" } },
    });
    await expect(decide(second, ref, "KEEP")).rejects.toMatchObject({ code: "REVIEW_CLAIMED" });
    await releaseReview(moderator, { review: id });
    await claimReview(second, { review: id });
    await db.review.update({ where: { id }, data: { claimedUntil: new Date(Date.now() - 1) } });
    await claimReview(moderator, { review: id });
  });

  it("hears of a flag that came while they were deciding", async () => {
    const { argument, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { id, version } = await waiting(ref);
    await flagArgument(await person(), ref);
    const decision = { review: id, version, decision: "KEEP", ...words } as const;
    await expect(decideReview(moderator, decision)).rejects.toMatchObject({
      code: "STALE_VERSION",
    });
  });

  it("takes back what was hidden, by another entry", async () => {
    const { argument, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { entry } = await decide(moderator, ref, "HIDE");
    const undo = { entry, publicReason: "It was no shop at all.", privateNote: "" };
    const answers = await Promise.allSettled([
      undoEntry(moderator, undo),
      undoEntry(moderator, undo),
    ]);
    const refusedOnes = answers.filter((answer) => answer.status === "rejected");
    expect(refusedOnes.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      "ALREADY_UNDONE",
    ]);
    expect(await getArgument(publicId(ref), reader)).toMatchObject({
      status: "LIVE",
      withheld: false,
      title: argument.title,
    });
  });

  it("hides a comment and brings it back", async () => {
    const { argument, reader, moderator } = await scene();
    const ref = refOf(argument);
    const comment = await createComment(db, { debateId: ref.debateId, argumentId: ref.id });
    await flag(reader, { target: "COMMENT", id: refOf(comment), ...spam });
    const review = await db.review.findFirstOrThrow({ where: { commentId: comment.id } });
    const { entry } = await decideReview(moderator, {
      review: review.id,
      version: review.version,
      decision: "HIDE",
      ...words,
    });
    const [hidden] = (await listComments(publicId(ref), reader)).items;
    expect(hidden).toMatchObject({ body: "", deleted: true, hidden: true, author: null });
    await undoEntry(moderator, { entry, publicReason: "Nothing wrong.", privateNote: "" });
    const [shown] = (await listComments(publicId(ref), reader)).items;
    expect(shown).toMatchObject({ body: comment.body, deleted: false, hidden: false });
  });
});

describe("Whoever it concerns", () => {
  it("hears of it: the author what was done, the reporter what came of it", async () => {
    const { argument, author, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { entry } = await decide(moderator, ref, "ARCHIVE");
    const [told] = (await listNotifications(author, { unread: true, limit: 10 })).items;
    expect(told).toMatchObject({
      event: "MODERATED",
      action: "ARCHIVE",
      reason: "It advertises a shop.",
      href: `/modlog/${entry}`,
    });
    const [answer] = (await listNotifications(reader, { unread: true, limit: 10 })).items;
    expect(answer).toMatchObject({ event: "FLAG_UPHELD", href: `/modlog/${entry}` });
  });

  it("appeals once, and another moderator gives it back", async () => {
    const { argument, author, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { entry } = await decide(moderator, ref, "HIDE");
    const text = "It is my own research, and free.";
    const twice = await Promise.allSettled([
      appeal(author, { entry, text }),
      appeal(author, { entry, text }),
    ]);
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id, version } = await waiting(ref);
    const outcome = {
      review: id,
      version,
      outcome: "OVERTURN",
      publicReason: "The author is right.",
      privateNote: "",
    } as const;
    await expect(decideAppeal(moderator, outcome)).rejects.toMatchObject({
      code: "OWN_DECISION",
    });
    const second = await person("MODERATOR", "Max");
    await decideAppeal(second, outcome);
    expect(await getArgument(publicId(ref), reader)).toMatchObject({ status: "LIVE" });
    await expect(appeal(author, { entry, text })).rejects.toMatchObject({
      code: "ALREADY_UNDONE",
    });
  });

  it("has what the appeal asked for when it is taken back before anybody decides the appeal", async () => {
    const { argument, author, reader, moderator } = await scene();
    const ref = refOf(argument);
    await flagArgument(reader, ref);
    const { entry } = await decide(moderator, ref, "HIDE");
    await appeal(author, { entry, text: "It is my own research, and free." });
    const { id: review, version } = await waiting(ref);
    const words = { publicReason: "It was a mistake.", privateNote: "" };
    const { entry: undone } = await undoEntry(moderator, { entry, ...words });
    expect((await getLogEntry(entry))?.appeal).toEqual({ state: "OVERTURNED", outcome: undone });
    expect(await db.review.count({ where: { id: review, status: "WAITING" } })).toBe(0);
    const late = { review, version, outcome: "UPHOLD", ...words } as const;
    const second = await person("MODERATOR", "Max");
    await expect(decideAppeal(second, late)).rejects.toMatchObject({ code: "REVIEW_DECIDED" });
  });
});
