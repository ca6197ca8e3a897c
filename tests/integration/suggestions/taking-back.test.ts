import { describe, expect, it } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { exportAccount } from "@/lib/accounts/queries/export";
import { restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { getArgument } from "@/lib/arguments/queries/argument";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { reopenReview } from "@/lib/moderation/commands/reopen-review";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getEntryChoices } from "@/lib/moderation/queries/entry-choices";
import { getLogEntry } from "@/lib/moderation/queries/log";
import { verifyLog } from "@/lib/moderation/queries/verify-log";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { confirmPurge } from "@/lib/purges/commands/confirm-purge";
import { requestPurge } from "@/lib/purges/commands/request-purge";
import { publicId } from "@/lib/shared/ids";
import { refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { changeSuggestion, withdrawSuggestion } from "@/lib/suggestions/commands/change-suggestion";
import { offerComment, offerEdit } from "@/lib/suggestions/commands/offer";
import { suggest } from "@/lib/suggestions/commands/suggest";
import { getSuggestion } from "@/lib/suggestions/queries/suggestions";
import { suggestSchema } from "@/lib/suggestions/schema";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument } from "@/tests/factories/create-argument";
import { decide, person, review, scene, send, stored, type Scene } from "./waiting";

type Ref = { debateId: number; id: number };

const declined = { decision: "DECLINE", ground: "QUALITY", publicReason: "It has no reasons." };
const accepted = { decision: "APPROVE" };
const asked = { decision: "ASK_BACK", publicReason: "Where does this stand?" };
const because = { publicReason: "That was a mistake.", privateNote: "" };
const undo = (by: Viewer, entry: number | null) => undoEntry(by, { entry: entry!, ...because });
const told = async (viewer: Viewer) => {
  const filter = { unread: false, limit: 10, cursor: undefined, kind: undefined };
  return (await listNotifications(viewer, filter)).items.map(({ event }) => event);
};
const argumentOf = async (ref: Ref) =>
  db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId: ref.debateId, id: (await stored(ref)).madeId! } },
  });
const commentOf = async (ref: Ref) =>
  db.comment.findUniqueOrThrow({
    where: { debateId_id: { debateId: ref.debateId, id: (await stored(ref)).madeId! } },
  });
const waitingIn = async ({ debate }: Scene) => {
  const { debateId, id } = await db.suggestion.findFirstOrThrow({ where: { debateId: debate.id } });
  return { debateId, id };
};

/** Something that waits, which an editor decided just now. */
async function decided(by: object, changes: object = {}) {
  const at = await scene();
  const ref = await send(at, changes);
  const { entry, review: round } = await decide(at.editor, ref, by);
  return { ...at, at, ref, entry: entry!, round };
}

/** A comment with a held word, which an editor accepted. */
async function acceptedComment() {
  const at = await scene({ curated: false, heldWords: ["casino"] });
  const argumentId = { debateId: at.debate.id, id: at.argument.id };
  await offerComment(at.member, { argumentId, body: "Not in the casino." });
  const ref = await waitingIn(at);
  const { entry, review: round } = await decide(at.editor, ref, accepted);
  return { ...at, argumentId, ref, entry: entry!, round };
}

/** What a member suggests about somebody else's argument, which an editor accepted. */
async function acceptedSuggestion(kind: (at: Scene) => Promise<object> | object) {
  const at = await scene({ curated: false });
  const argumentId = publicId({ debateId: at.debate.id, id: at.argument.id });
  await suggest(at.member, suggestSchema.parse({ argumentId, ...(await kind(at)) }));
  const ref = await waitingIn(at);
  const { entry, review: round } = await decide(at.editor, ref, accepted);
  return { ...at, ref, entry: entry!, round };
}

const about = ({ debate, argument }: Scene) => ({
  where: { debateId_id: { debateId: debate.id, id: argument.id } },
});

describe("What was declined by a slip", () => {
  it("waits again in the same round, without the answer, and its author is told", async () => {
    const { ref, round, editor, member, entry } = await decided(declined);
    const back = await reopenReview(editor, { review: round });
    expect(back).toEqual({ review: round, entry: entry + 1 });
    expect((await review(ref)).id).toBe(round);
    expect(await stored(ref)).toMatchObject({
      ...{ status: "WAITING", answer: "", answeredById: null, answeredAt: null, madeId: null },
    });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry + 1 } });
    expect(logged).toMatchObject({ action: "RESTORE", undoesId: entry, personId: member.id });
    expect(JSON.stringify(logged)).not.toContain("day off");
    expect(await getLogEntry(entry + 1)).toMatchObject({ undoes: entry, waited: "ARGUMENT" });
    expect(await told(member)).toEqual(["SUGGESTION_WAITS_AGAIN", "SUGGESTION_DECLINED"]);
    expect(await getSuggestion(member, publicId(ref))).toMatchObject({ can: { change: {} } });
    await decide(editor, ref, accepted);
    expect(await stored(ref)).toMatchObject({ status: "ACCEPTED" });
    expect((await verifyLog()).whole).toBe(true);
  });

  it("is taken back in the queue by who decided it, once", async () => {
    const { round, editor } = await decided(declined);
    const moderator = await person("MODERATOR");
    await expect(reopenReview(moderator, { review: round })).rejects.toMatchObject({
      code: "NOT_YOUR_DECISION",
    });
    await reopenReview(editor, { review: round });
    await expect(reopenReview(editor, { review: round })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is taken back from the log by any moderator, but by nobody for themselves", async () => {
    const { ref, entry, member, other } = await decided(declined);
    await db.user.update({ where: { id: member.id }, data: { role: "MODERATOR" } });
    const own: Viewer = { ...member, role: "MODERATOR" };
    await expect(undo(own, entry)).rejects.toMatchObject({ code: "OWN_THING" });
    await expect(undo(other, entry)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const moderator = await person("MODERATOR");
    expect((await getEntryChoices(moderator, entry))?.undo).toEqual({ granted: true });
    const { entry: back } = await undo(moderator, entry);
    expect(await stored(ref)).toMatchObject({ status: "WAITING" });
    await expect(undo(moderator, entry)).rejects.toMatchObject({ code: "ALREADY_UNDONE" });
    await expect(undo(moderator, back)).rejects.toMatchObject({ code: "DECIDE_AGAIN" });
    expect((await getEntryChoices(moderator, back))?.undo).toEqual(refused("DECIDE_AGAIN"));
  });

  it("is taken back by one of two moderators at the same moment", async () => {
    const { ref, entry } = await decided(declined);
    const both = [await person("MODERATOR"), await person("MODERATOR")];
    const done = await Promise.allSettled(both.map((one) => undo(one, entry)));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = done.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "ALREADY_UNDONE" });
    expect(await db.review.count({ where: { suggestionId: ref.id } })).toBe(1);
    expect((await verifyLog()).whole).toBe(true);
  });

  it("whatever was done meanwhile to the argument that it answers", async () => {
    const at = await scene();
    const parentId = publicId({ debateId: at.debate.id, id: at.argument.id });
    const ref = await send(at, { parentId });
    const { entry } = await decide(at.editor, ref, declined);
    const moderator = await person("MODERATOR");
    await flag(moderator, { ...thing(at.debate.id, at.argument.id), reason: "SPAM", note: "" });
    const { id, version } = await db.review.findFirstOrThrow({
      where: { debateId: at.debate.id, cause: "FLAG" },
    });
    const hide = { decision: "HIDE", ground: "SPAM", ...because } as const;
    await decideReview(at.editor, { review: id, version, ...hide });
    await undo(moderator, entry);
    expect(await stored(ref)).toMatchObject({ status: "WAITING" });
  });

  it("does not wait again once its words were erased", async () => {
    const { ref, entry, editor, round, member } = await decided(declined);
    await eraseAccount(member, { handle: member.handle, password: "" });
    await expect(reopenReview(editor, { review: round })).rejects.toMatchObject({
      code: "WORDS_ERASED",
    });
    const moderator = await person("MODERATOR");
    await expect(undo(moderator, entry)).rejects.toMatchObject({ code: "WORDS_ERASED" });
    expect((await getEntryChoices(moderator, entry))?.undo).toEqual(refused("WORDS_ERASED"));
    expect(await stored(ref)).toMatchObject({ status: "DECLINED" });
  });

  it("grants the appeal that waits against it", async () => {
    const { ref, entry, editor, member } = await decided(declined);
    await appeal(member, { entry, text: "It has a reason, read it again." });
    await undo(editor, entry);
    const { id, version, status } = await db.review.findFirstOrThrow({
      where: { suggestionId: ref.id, cause: "APPEAL" },
    });
    expect(status).toBe("DECIDED");
    const moderator = await person("MODERATOR");
    const overturn = { review: id, version, outcome: "OVERTURN", ...because } as const;
    await expect(decideAppeal(moderator, overturn)).rejects.toMatchObject({
      code: "REVIEW_DECIDED",
    });
    expect(await stored(ref)).toMatchObject({ status: "WAITING" });
    expect((await getLogEntry(entry))?.appeal?.state).toBe("OVERTURNED");
  });
});

const thing = (debateId: number, id: number) =>
  ({ target: "ARGUMENT", id: { debateId, id } }) as const;

describe("An argument that was accepted by a slip", () => {
  it("is hidden with its votes and replies; accepted again the same one is shown, with the editor's words", async () => {
    const sources = [{ title: "Opening hours", published: "2025" }];
    const { ref, round, editor, member, other, debate } = await decided(accepted, { sources });
    const made = await argumentOf(ref);
    const { id, debateId } = made;
    await castVotes(db, { debateId, id }, [3]);
    const reply = await createArgument(db, { debateId, parentId: id, authorId: other.id });

    const { review: again, entry } = await reopenReview(editor, { review: round });
    expect(again).toBe(round);
    expect(await argumentOf(ref)).toMatchObject({ withheld: true, status: "ARCHIVED", id });
    expect(await getArgument(publicId({ debateId, id }), other)).toMatchObject({ withheld: true });
    expect(await stored(ref)).toMatchObject({ status: "WAITING", accepted: null, madeId: id });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry! } });
    expect(logged).toMatchObject({ action: "RESTORE", details: { from: "LIVE", to: "HIDDEN" } });
    expect(await told(member)).toEqual([...["SUGGESTION_WAITS_AGAIN", "SUGGESTION_ACCEPTED"]]);

    const title = "People could borrow on Sundays.";
    await decide(editor, ref, { ...accepted, title });
    expect(await argumentOf(ref)).toMatchObject({ id, title, status: "LIVE", withheld: false });
    expect(await db.argument.count({ where: { debateId, authorId: member.id } })).toBe(1);
    expect(await db.impactVote.count({ where: { debateId, argumentId: id } })).toBe(1);
    expect(await db.argument.count({ where: { debateId, id: reply.id, status: "LIVE" } })).toBe(1);
    const cited = { where: { debateId, argumentId: id } };
    expect(await db.citation.count(cited)).toBe(1);
    expect(await db.source.count({ where: { debateId: debate.id } })).toBe(1);
    const revisions = await db.argumentRevision.findMany({ ...cited, orderBy: { version: "asc" } });
    expect(revisions.map(({ change }) => change)).toEqual(["CREATED", "ARCHIVED", "RESTORED"]);
    expect((await verifyLog()).whole).toBe(true);
  });

  it("waits with the words that its author gave it since, and with what they change now", async () => {
    const { ref, editor, member, entry } = await decided({ ...accepted, title: "On Sundays too." });
    const { debateId, id } = await argumentOf(ref);
    const body = "They have time then.";
    const where = { debateId_id: { debateId, id } };
    await db.argument.update({ where, data: { body } });
    await undo(editor, entry);
    const { content, version } = await stored(ref);
    expect(content).toMatchObject({ title: "People could borrow on their day off.", body });
    await changeSuggestion(member, { id: ref, version, title: "People could borrow at leisure." });
    await decide(editor, ref, accepted);
    const title = "People could borrow at leisure.";
    expect(await argumentOf(ref)).toMatchObject({ id, title, body, status: "LIVE" });
  });

  it("is shown by nothing but accepting it, and stays hidden when it is declined", async () => {
    const { ref, editor, entry } = await decided(accepted);
    const moderator = await person("MODERATOR");
    await undo(moderator, entry);
    const { debateId, id, version } = await argumentOf(ref);
    const restore = { id: { debateId, id }, version, reason: "Let it be seen." };
    await expect(restoreArgument(moderator, restore)).rejects.toMatchObject({
      code: "NOT_ACCEPTED",
    });
    expect((await getArgument(publicId({ debateId, id }), moderator))?.can.restore).toEqual(
      refused("NOT_ACCEPTED"),
    );
    const show = db.argument.update({
      where: { debateId_id: { debateId, id } },
      data: { withheld: false, curated: false, status: "LIVE" },
    });
    await expect(show).rejects.toThrow("not accepted any more");
    const { entry: second } = await decide(editor, ref, declined);
    expect(await stored(ref)).toMatchObject({ status: "DECLINED", madeId: id });
    expect(await argumentOf(ref)).toMatchObject({ withheld: true });
    await undo(moderator, second);
    await decide(editor, ref, accepted);
    expect(await argumentOf(ref)).toMatchObject({ id, status: "LIVE" });
  });

  it("is taken back after what moderators did to it since, which is taken back first", async () => {
    const { ref, editor, entry, other } = await decided(accepted);
    const { debateId, id } = await argumentOf(ref);
    await flag(other, { ...thing(debateId, id), reason: "SPAM", note: "" });
    const { id: flagged, version } = await db.review.findFirstOrThrow({
      where: { debateId, cause: "FLAG" },
    });
    const hide = { decision: "HIDE", ground: "SPAM", ...because } as const;
    const { entry: hiding } = await decideReview(editor, { review: flagged, version, ...hide });
    await expect(undo(editor, entry)).rejects.toMatchObject({ code: "LATER_FIRST" });
    await undo(editor, hiding);
    await undo(editor, entry);
    expect(await argumentOf(ref)).toMatchObject({ withheld: true });
  });

  it("is not shown again while it is hidden for another reason, nor in a closed debate", async () => {
    const { ref, editor, entry, other } = await decided(accepted);
    const { debateId, id } = await argumentOf(ref);
    await flag(other, { ...thing(debateId, id), reason: "SPAM", note: "" });
    await undo(editor, entry);
    const where = { debateId, cause: "FLAG" } as const;
    const { id: flagged, version } = await db.review.findFirstOrThrow({ where });
    const archive = { decision: "ARCHIVE", ground: "SPAM", ...because } as const;
    const decision = { review: flagged, version };
    await expect(decideReview(editor, { ...decision, ...archive })).rejects.toMatchObject({
      code: "NOT_ACCEPTED",
    });
    const { entry: hiding } = await decideReview(editor, {
      ...{ ...decision, ...archive, decision: "HIDE" },
    });
    await expect(decide(editor, ref, accepted)).rejects.toMatchObject({ code: "LATER_FIRST" });
    await undo(editor, hiding);
    await db.debate.update({ where: { id: debateId }, data: { status: "CLOSED" } });
    await expect(decide(editor, ref, accepted)).rejects.toMatchObject({ code: "DEBATE_NOT_OPEN" });
    await db.debate.update({ where: { id: debateId }, data: { status: "OPEN" } });
    await decide(editor, ref, accepted);
    expect(await argumentOf(ref)).toMatchObject({ status: "LIVE" });
  });

  it("is hidden for good when its author withdraws it, and stands in the export of their data", async () => {
    const { ref, editor, entry, member } = await decided(accepted);
    await undo(editor, entry);
    expect(JSON.stringify(await exportAccount(member))).toContain("WAITING");
    await withdrawSuggestion(member, { id: ref });
    expect(await argumentOf(ref)).toMatchObject({ withheld: true });
    await eraseAccount(member, { handle: member.handle, password: "" });
    expect(await stored(ref)).toMatchObject({ status: "WITHDRAWN", content: {} });
    expect((await getSuggestion(editor, publicId(ref)))?.content).toBeNull();
  });

  it("is not taken back once its author's words were erased, and is purged like any other", async () => {
    const [one, two] = [await decided(accepted), await decided(accepted)];
    await eraseAccount(one.member, { handle: one.member.handle, password: "" });
    await expect(undo(one.editor, one.entry)).rejects.toMatchObject({ code: "WORDS_ERASED" });

    await undo(two.editor, two.entry);
    const { debateId, id } = await argumentOf(two.ref);
    const [asking, other] = [await person("ADMINISTRATOR"), await person("ADMINISTRATOR")];
    const law = {
      ground: "ILLEGAL",
      legalBasis: "Order of a court.",
      publicReason: "By law.",
    } as const;
    const { purge } = await requestPurge(asking, { ...thing(debateId, id), ...law });
    await expect(decide(two.editor, two.ref, accepted)).rejects.toMatchObject({
      code: "PURGE_WAITS",
    });
    await confirmPurge(other, { purge });
    expect(await stored(two.ref)).toMatchObject({ status: "WITHDRAWN", content: {} });
    const words = await db.moderationWords.findMany({ where: { entryId: { gte: two.entry } } });
    expect(JSON.stringify(words)).not.toContain("day off");
    expect((await verifyLog()).whole).toBe(true);
  });

  it("is hidden once, by one of two moderators who take it back at the same moment", async () => {
    const { ref, editor, entry } = await decided(accepted);
    const moderator = await person("MODERATOR");
    const done = await Promise.allSettled([undo(editor, entry), undo(moderator, entry)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await argumentOf(ref)).toMatchObject({ withheld: true, version: 2 });
  });
});

describe("A comment that was accepted by a slip", () => {
  it("is hidden with its answers, and shown again as the same one", async () => {
    const { ref, editor, round, argumentId, other, member } = await acceptedComment();
    const { id } = await commentOf(ref);
    const replyToId = { debateId: ref.debateId, id };
    await postComment(other, { argumentId, replyToId, body: "Why not?" });
    await reopenReview(editor, { review: round });
    expect(await commentOf(ref)).toMatchObject({ id, status: "HIDDEN" });
    await decide(editor, ref, { ...accepted, body: "Not in the pub." });
    expect(await commentOf(ref)).toMatchObject({ id, status: "LIVE", body: "Not in the pub." });
    const answers = { debateId: ref.debateId, replyToId: id, status: "LIVE" } as const;
    expect(await db.comment.count({ where: answers })).toBe(1);
    expect(await db.comment.count({ where: { authorId: member.id } })).toBe(1);
  });

  it("waits with what its author made of it since; deleted by them, it waits no more", async () => {
    const { ref, editor, entry, member } = await acceptedComment();
    const { id, version } = await commentOf(ref);
    const comment = { debateId: ref.debateId, id };
    await editComment(member, { id: comment, version, body: "Not in the pub either." });
    await undo(editor, entry);
    expect((await stored(ref)).content).toMatchObject({ body: "Not in the pub either." });
    const { entry: second } = await decide(editor, ref, accepted);
    expect(await commentOf(ref)).toMatchObject({ id, body: "Not in the pub either." });
    await deleteComment(member, { id: comment });
    await expect(undo(editor, second)).rejects.toMatchObject({ code: "COMMENT_DELETED" });
  });
});

describe("What was suggested about an argument and accepted by a slip", () => {
  it("other words: they go by the entry that brought them, and the suggestion waits again", async () => {
    const title = "Opening hours keep people who work away.";
    const edit = { kind: "EDIT", version: 1, title, reason: "It is clearer." };
    const at = await acceptedSuggestion(() => edit);
    const { entry } = await reopenReview(at.editor, { review: at.round });
    expect((await db.argument.findUniqueOrThrow(about(at))).title).not.toBe(title);
    expect(await stored(at.ref)).toMatchObject({ status: "WAITING", madeId: null });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry! } });
    expect(logged).toMatchObject({ undoesId: at.entry, personId: at.other.id });
    expect(await told(at.member)).toEqual(["SUGGESTION_WAITS_AGAIN", "SUGGESTION_ACCEPTED"]);
    expect(await told(at.other)).toEqual(["MODERATED", "MODERATED_AS_SUGGESTED"]);
    await expect(undo(at.editor, entry)).rejects.toMatchObject({ code: "DECIDE_AGAIN" });
    const { version: onVersion } = await db.argument.findUniqueOrThrow(about(at));
    await decide(at.editor, at.ref, { ...accepted, onVersion });
    expect((await db.argument.findUniqueOrThrow(about(at))).title).toBe(title);
  });

  it("another place: it stands where it stood", async () => {
    const at = await acceptedSuggestion(async ({ debate }) => {
      const { id } = await createArgument(db, { debateId: debate.id });
      return { kind: "PLACE", to: `${debate.id}-${id}`, stance: "OPPOSE" };
    });
    expect((await db.argument.findUniqueOrThrow(about(at))).parentId).not.toBeNull();
    await reopenReview(at.editor, { review: at.round });
    expect((await db.argument.findUniqueOrThrow(about(at))).parentId).toBeNull();
    expect(await stored(at.ref)).toMatchObject({ status: "WAITING" });
  });

  it("a duplicate: both stand again, also when it is taken back from the log", async () => {
    const at = await acceptedSuggestion(async ({ debate }) => {
      const { id } = await createArgument(db, { debateId: debate.id });
      return { kind: "DUPLICATE", of: `${debate.id}-${id}` };
    });
    await undo(await person("MODERATOR"), at.entry);
    expect(await db.argument.findUniqueOrThrow(about(at))).toMatchObject({
      ...{ status: "LIVE", mergedIntoId: null },
    });
    expect(await stored(at.ref)).toMatchObject({ status: "WAITING" });
  });

  it("a source: it is cited no longer, and those beside it are", async () => {
    const source = { title: "A report", url: "https://reports.example/1" };
    const at = await acceptedSuggestion(() => ({ kind: "SOURCE", source }));
    const { debateId } = at.ref;
    const cited = { where: { debateId, argumentId: at.argument.id } };
    expect(await db.citation.count(cited)).toBe(1);
    const { id: argument, version } = await db.argument.findUniqueOrThrow(about(at));
    const { title, body } = await db.argument.findUniqueOrThrow(about(at));
    const sources = [source, { title: "Another" }].map((one) => ({
      ...{ publisher: "", quotation: "", url: undefined, ...one },
    }));
    const id = { debateId, id: argument };
    await offerEdit(at.other, { id, version, title, body, sources, factIds: [], reason: "" });
    await reopenReview(at.editor, { review: at.round });
    expect(await db.citation.findMany({ ...cited, select: { source: true } })).toMatchObject([
      { source: { title: "Another" } },
    ]);
    await decide(at.editor, at.ref, accepted);
    expect(await db.citation.count(cited)).toBe(2);
  });

  it("by its own author in a curated debate: the former words stand again", async () => {
    const at = await scene();
    const words = { title: "Quite another claim.", body: "", sources: [], factIds: [], reason: "" };
    const id = { debateId: at.debate.id, id: at.argument.id };
    await offerEdit(at.other, { id, version: 1, ...words });
    const ref = await waitingIn(at);
    const { review: round } = await decide(at.editor, ref, accepted);
    expect(await db.argument.findUniqueOrThrow(about(at))).toMatchObject({ title: words.title });
    await reopenReview(at.editor, { review: round });
    expect((await db.argument.findUniqueOrThrow(about(at))).title).not.toBe(words.title);
    expect(await stored(ref)).toMatchObject({ status: "WAITING" });
  });

  it("is undone without it where its words were erased since", async () => {
    const at = await acceptedSuggestion(() => ({
      kind: "EDIT",
      version: 1,
      title: "Other words.",
    }));
    await eraseAccount(at.member, { handle: at.member.handle, password: "" });
    await expect(reopenReview(at.editor, { review: at.round })).rejects.toMatchObject({
      code: "WORDS_ERASED",
    });
    await undo(at.editor, at.entry);
    expect((await db.argument.findUniqueOrThrow(about(at))).title).not.toBe("Other words.");
    expect(await stored(at.ref)).toMatchObject({ status: "ACCEPTED" });
  });
});

describe("A question to its author", () => {
  it("is taken back by who asked, until it is answered", async () => {
    const at = await scene();
    const ref = await send(at);
    const { review: round } = await decide(at.editor, ref, asked);
    const moderator = await person("MODERATOR");
    await expect(reopenReview(moderator, { review: round })).rejects.toMatchObject({
      code: "NOT_YOUR_DECISION",
    });
    expect(await reopenReview(at.editor, { review: round })).toEqual({
      ...{ review: round, entry: null },
    });
    expect(await stored(ref)).toMatchObject({ status: "WAITING", answer: "" });
    expect(await told(at.member)).toEqual([]);
    expect(await db.moderationEntry.count({ where: { debateId: ref.debateId } })).toBe(0);

    await decide(at.editor, ref, asked);
    const { version } = await stored(ref);
    await changeSuggestion(at.member, { id: ref, version, body: "In the report." });
    await expect(reopenReview(at.editor, { review: round })).rejects.toMatchObject({
      code: "QUESTION_ANSWERED",
    });
    const { review: second } = await decide(at.editor, ref, asked);
    await expect(reopenReview(at.editor, { review: round })).rejects.toMatchObject({
      code: "QUESTION_ANSWERED",
    });
    expect((await reopenReview(at.editor, { review: second })).review).toBe(second);
  });

  it("is either answered or taken back", async () => {
    const at = await scene();
    const ref = await send(at);
    const { review: round } = await decide(at.editor, ref, asked);
    const { version } = await stored(ref);
    const done = await Promise.allSettled([
      reopenReview(at.editor, { review: round }),
      changeSuggestion(at.member, { id: ref, version, body: "In the report." }),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const waits = { suggestionId: ref.id, status: "WAITING" } as const;
    expect(await db.review.count({ where: waits })).toBe(1);
  });
});
