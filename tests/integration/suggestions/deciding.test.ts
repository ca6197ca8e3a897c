import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { citationSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { appeal, decideAppeal } from "@/lib/moderation/commands/appeal";
import { claimReview } from "@/lib/moderation/commands/claim-review";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { noteReview } from "@/lib/moderation/commands/note-review";
import { getQueue } from "@/lib/moderation/queries/queue";
import { getReview } from "@/lib/moderation/queries/review";
import { queueSchema } from "@/lib/moderation/queue-schema";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { getLogEntry } from "@/lib/moderation/queries/log";
import { sanction } from "@/lib/moderation/commands/sanction";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { changeSuggestion, withdrawSuggestion } from "@/lib/suggestions/commands/change-suggestion";
import { decideSuggestion } from "@/lib/suggestions/commands/decide-suggestion";
import { offerComment, offerEdit } from "@/lib/suggestions/commands/offer";
import { suggest } from "@/lib/suggestions/commands/suggest";
import { getSuggestion, listSuggestions } from "@/lib/suggestions/queries/suggestions";
import { decideSuggestionSchema, suggestSchema } from "@/lib/suggestions/schema";
import { createArgument } from "@/tests/factories/create-argument";
import { decide, person, review, scene, send, stored, type Scene } from "./waiting";

const declined = { decision: "DECLINE", ground: "QUALITY", publicReason: "It has no reasons." };
const asked = { decision: "ASK_BACK", publicReason: "Where does this stand?" };
const accepted = { decision: "APPROVE" };
const told = async (viewer: Viewer) =>
  (
    await listNotifications(viewer, {
      unread: false,
      limit: 10,
      cursor: undefined,
      kind: undefined,
    })
  ).items;

/** What a member suggests about somebody else's argument. */
function propose({ member, argument, debate }: Scene, input: object) {
  const argumentId = publicId({ debateId: debate.id, id: argument.id });
  return suggest(member, suggestSchema.parse({ argumentId, ...input }));
}
const waitingIn = async ({ debate }: Scene) => {
  const { debateId, id } = await db.suggestion.findFirstOrThrow({ where: { debateId: debate.id } });
  return { debateId, id };
};

describe("An argument that waits", () => {
  it("is accepted in its author's name, with its sources, and they are told", async () => {
    const at = await scene();
    // As a form sends it: with fields that nobody filled in.
    const ref = await send(at, { sources: [{ title: "Opening hours", url: "", published: "" }] });
    const { entry } = await decide(at.editor, ref, accepted);
    const { madeId, status } = await stored(ref);
    expect(status).toBe("ACCEPTED");
    const argument = await db.argument.findUniqueOrThrow({
      where: { debateId_id: { debateId: ref.debateId, id: madeId! } },
      include: { citations: { include: { source: true } } },
    });
    expect(argument).toMatchObject({ authorId: at.member.id, status: "LIVE" });
    expect(argument.citations[0]!.source.addedById).toBe(at.member.id);
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry! } });
    expect(logged).toMatchObject({ action: "APPROVE", argumentId: madeId, personId: at.member.id });
    const [news] = await told(at.member);
    expect(news).toMatchObject({ event: "SUGGESTION_ACCEPTED" });
    expect(news!.href).toContain(`/account/suggestions/${publicId(ref)}`);
  });

  it("is accepted with other words, and its author sees both", async () => {
    const at = await scene();
    const ref = await send(at);
    const title = "People could borrow on Sundays.";
    await decide(at.editor, ref, { ...accepted, title });
    const view = await getSuggestion(at.member, publicId(ref));
    expect(view!.content!.content).toMatchObject({
      title: "People could borrow on their day off.",
    });
    expect(view!.accepted!.content).toMatchObject({ title });
    expect(view!.href).toContain("/arguments/");
  });

  it("is declined with a reason, which the log says without its words", async () => {
    const at = await scene();
    const ref = await send(at, {
      parentId: publicId({ debateId: at.debate.id, id: at.argument.id }),
    });
    const { entry } = await decide(at.editor, ref, declined);
    expect(await stored(ref)).toMatchObject({ status: "DECLINED", answer: declined.publicReason });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry! } });
    expect(logged).toMatchObject({ action: "DECLINE", target: "ARGUMENT" });
    expect(JSON.stringify(logged)).not.toContain("day off");
    expect(await told(at.member)).toMatchObject([{ event: "SUGGESTION_DECLINED", argument: null }]);
  });

  it("is asked about, changed by its author, and waits again", async () => {
    const at = await scene();
    const ref = await send(at);
    await decide(at.editor, ref, asked);
    expect(await told(at.member)).toMatchObject([
      { event: "SUGGESTION_ASKED", reason: asked.publicReason },
    ]);
    const queue = await getQueue(at.editor, queueSchema.parse({}));
    expect(queue.items).toEqual([]);
    const { version } = await stored(ref);
    const sources = citationSchema.array().parse([{ title: "The report", url: "" }]);
    const body = "It says so in the report.";
    await changeSuggestion(at.member, { id: ref, version, body, sources });
    await decide(at.editor, ref, accepted);
    expect(await stored(ref)).toMatchObject({ status: "ACCEPTED", why: "CURATED" });
  });

  it("is asked about by nobody's name where moderators are shown by role", async () => {
    Object.assign(env, { MODERATORS_SHOWN: "by-role" });
    const at = await scene();
    const ref = await send(at);
    await decide(at.editor, ref, asked);
    const seen = [await told(at.member), await getSuggestion(at.member, publicId(ref))];
    Object.assign(env, { MODERATORS_SHOWN: "by-name" });
    expect(JSON.stringify(seen)).not.toContain("Edith");
  });

  it("of somebody who is silenced waits until they may write again", async () => {
    const at = await scene();
    const ref = await send(at);
    const moderator = await person("MODERATOR");
    const days = { kind: "SILENCE", days: 1, ground: "SPAM" } as const;
    const words = { publicReason: "It advertises.", privateNote: "" };
    await sanction(moderator, { handle: at.member.handle, ...days, ...words });
    await expect(decide(at.editor, ref, accepted)).rejects.toMatchObject({ code: "AUTHOR_GONE" });
    await expect(send(at)).rejects.toMatchObject({ code: "SILENCED" });
  });

  it("that its author changes is not decided on its old words", async () => {
    const at = await scene();
    const ref = await send(at);
    const { id, version } = await review(ref);
    await changeSuggestion(at.member, { id: ref, version: 1, title: "Quite another claim." });
    await expect(
      decide(at.editor, ref, { ...accepted, review: id, version }),
    ).rejects.toMatchObject({ code: "STALE_VERSION" });
  });

  it("is not accepted once its debate is closed, and nothing is half done", async () => {
    const at = await scene();
    const ref = await send(at, { sources: [{ title: "Opening hours" }] });
    await db.debate.update({ where: { id: ref.debateId }, data: { status: "CLOSED" } });
    await expect(decide(at.editor, ref, accepted)).rejects.toMatchObject({
      code: "DEBATE_NOT_OPEN",
    });
    expect(await stored(ref)).toMatchObject({ status: "WAITING" });
    expect(await db.source.count({ where: { debateId: ref.debateId } })).toBe(0);
  });

  it("of a closed account cannot be accepted, only declined", async () => {
    const at = await scene();
    const ref = await send(at);
    await db.user.update({ where: { id: at.member.id }, data: { status: "DISABLED" } });
    await expect(decide(at.editor, ref, accepted)).rejects.toMatchObject({ code: "AUTHOR_GONE" });
    await decide(at.editor, ref, declined);
  });

  it("is decided by nobody for themselves, by no member, and by no decision meant for flags", async () => {
    const at = await scene();
    const ref = await send(at);
    await db.user.update({ where: { id: at.member.id }, data: { role: "MODERATOR" } });
    const own: Viewer = { ...at.member, role: "MODERATOR" };
    await expect(decide(own, ref, accepted)).rejects.toMatchObject({ code: "OWN_THING" });
    await expect(decide(at.other, ref, accepted)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const { id, version } = await review(ref);
    const keep = {
      decision: "KEEP",
      ground: "OTHER",
      publicReason: "Fine.",
      privateNote: "",
    } as const;
    await expect(decideReview(at.editor, { review: id, version, ...keep })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  it("is kept from others by a claim, and shown to moderators with all that they need", async () => {
    const at = await scene();
    const ref = await send(at);
    const { id } = await review(ref);
    await claimReview(at.editor, { review: id });
    const moderator = await person("MODERATOR");
    await expect(decide(moderator, ref, accepted)).rejects.toMatchObject({
      code: "REVIEW_CLAIMED",
    });
    const view = await getReview(moderator, id);
    expect(view).toMatchObject({ cause: "SUGGESTION", suggestion: { kind: "ARGUMENT" } });
  });
});

describe("A note on what waits", () => {
  it("is added by whoever may decide it, also where nothing stands yet", async () => {
    const place = await scene();
    const { id } = await review(await send(place));
    await noteReview(place.editor, { review: id, text: "Is the number right?" });
    expect((await getReview(place.editor, id))?.notes).toMatchObject([
      { text: "Is the number right?" },
    ]);
  });

  it("is added by nobody on what they suggested themselves", async () => {
    const place = await scene();
    const moderator = await person("MODERATOR");
    const source = { kind: "SOURCE", source: { title: "A report" } };
    await propose({ ...place, member: moderator }, source);
    const { id } = await db.review.findFirstOrThrow({ where: { authorId: moderator.id } });
    const own = { review: id, text: "It is a good one." };
    await expect(noteReview(moderator, own)).rejects.toMatchObject({ code: "OWN_THING" });
    await noteReview(place.editor, { review: id, text: "Who made this report?" });
  });
});

describe("At the same moment", () => {
  it("two editors decide: one does, the other is told, and one argument is made", async () => {
    const at = await scene();
    const ref = await send(at);
    const moderator = await person("MODERATOR");
    const { id, version } = await review(ref);
    const input = { publicReason: "It adds to the debate.", review: id, version };
    const decision = decideSuggestionSchema.parse({ ...input, ...accepted });
    const done = await Promise.allSettled([
      decideSuggestion(at.editor, decision),
      decideSuggestion(moderator, decision),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = done.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "REVIEW_DECIDED" });
    expect(await db.argument.count({ where: { authorId: at.member.id } })).toBe(1);
  });

  it("an editor accepts and its author takes it back: one of the two happens", async () => {
    const at = await scene();
    const ref = await send(at);
    const { id, version } = await review(ref);
    const input = { publicReason: "It adds to the debate.", review: id, version };
    const done = await Promise.allSettled([
      decideSuggestion(at.editor, decideSuggestionSchema.parse({ ...input, ...accepted })),
      withdrawSuggestion(at.member, { id: ref }),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const made = await db.argument.count({ where: { authorId: at.member.id } });
    expect([(await stored(ref)).status, made]).toEqual(
      made === 1 ? ["ACCEPTED", 1] : ["WITHDRAWN", 0],
    );
  });
});

describe("Its author", () => {
  it("takes it back, also twice; then it can be neither changed nor decided", async () => {
    const at = await scene();
    const ref = await send(at);
    const { id, version } = await review(ref);
    await withdrawSuggestion(at.member, { id: ref });
    await withdrawSuggestion(at.member, { id: ref });
    const change = { id: ref, version: 2, title: "Other words for it." };
    await expect(changeSuggestion(at.member, change)).rejects.toMatchObject({
      code: "SUGGESTION_CLOSED",
    });
    const input = { publicReason: "It adds to the debate.", review: id, version };
    const decision = decideSuggestionSchema.parse({ ...input, ...accepted });
    await expect(decideSuggestion(at.editor, decision)).rejects.toMatchObject({
      code: "SUGGESTION_CLOSED",
    });
    expect(
      (await listSuggestions(at.member, { limit: 10, cursor: undefined })).items,
    ).toMatchObject([{ status: "WITHDRAWN", kind: "ARGUMENT" }]);
  });

  it("alone does so, and nobody but them and those who decide reads it", async () => {
    const at = await scene();
    const ref = await send(at);
    await expect(withdrawSuggestion(at.other, { id: ref })).rejects.toMatchObject({
      code: "NOT_AUTHOR",
    });
    expect(await getSuggestion(at.other, publicId(ref))).toBeNull();
    expect(await getSuggestion(null, publicId(ref))).toBeNull();
    expect(await getSuggestion(at.editor, publicId(ref))).not.toBeNull();
  });

  it("changes only what its kind has, on the version they saw", async () => {
    const at = await scene();
    const ref = await send(at);
    await expect(
      changeSuggestion(at.member, { id: ref, version: 1, note: "A note" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(
      changeSuggestion(at.member, { id: ref, version: 9, title: "Other words." }),
    ).rejects.toMatchObject({ code: "STALE_VERSION" });
  });

  it("appeals; another moderator takes the decision back, and it waits again", async () => {
    const at = await scene();
    const ref = await send(at);
    const { entry } = await decide(at.editor, ref, declined);
    await appeal(at.member, { entry: entry!, text: "It has a reason, read it again." });
    const { id, version } = await db.review.findFirstOrThrow({
      where: { suggestionId: ref.id, cause: "APPEAL" },
    });
    const words = { publicReason: "It has a reason.", privateNote: "" };
    const moderator = await person("MODERATOR");
    await decideAppeal(moderator, { review: id, version, outcome: "OVERTURN", ...words });
    await decide(moderator, ref, accepted);
    expect(await stored(ref)).toMatchObject({ status: "ACCEPTED" });
  });
});

describe("Of somebody else's argument, a member suggests", () => {
  const edit = {
    kind: "EDIT",
    version: 1,
    title: "People who work could use it.",
    body: "All week.",
  };

  it("other words: they become its next version, in the member's name", async () => {
    const at = await scene({ curated: false });
    await propose(at, edit);
    await decide(at.editor, await waitingIn(at), { ...accepted, onVersion: 1 });
    const where = { debateId: at.debate.id, argumentId: at.argument.id, version: 2 };
    const revision = await db.argumentRevision.findUniqueOrThrow({
      where: { debateId_argumentId_version: where },
    });
    expect(revision).toMatchObject({ title: edit.title, editorId: at.member.id });
    const [news] = await told(at.other);
    expect(news).toMatchObject({ event: "MODERATED_AS_SUGGESTED", action: "EDIT" });
  });

  it("other words: accepting them is one entry, told to both, and can be taken back", async () => {
    const at = await scene({ curated: false });
    await propose(at, edit);
    const waiting = await waitingIn(at);
    const suggestion = publicId(waiting);
    const { id: reviewId } = await review(waiting);
    const { entry } = await decide(at.editor, waiting, { ...accepted, onVersion: 1 });
    const entries = await db.moderationEntry.findMany({
      where: { debateId: at.debate.id },
      include: { words: true },
    });
    expect(entries).toMatchObject([
      {
        ...{ id: entry, action: "EDIT", personId: at.other.id },
        details: { accepted: suggestion, kind: "EDIT", from: { version: 1 }, to: { version: 2 } },
        words: { publicReason: "It adds to the debate." },
      },
    ]);
    expect(await getLogEntry(entry!)).toMatchObject({ action: "EDIT", suggested: true });
    expect(await told(at.member)).toMatchObject([
      { event: "SUGGESTION_ACCEPTED", href: `/account/suggestions/${suggestion}` },
    ]);
    expect((await getReview(at.editor, reviewId))?.before).toMatchObject([{ entry }]);
    await undoEntry(await person("MODERATOR"), {
      ...{ entry: entry!, publicReason: "It says something else.", privateNote: "" },
    });
    const ref = { debateId: at.debate.id, id: at.argument.id };
    const before = await db.argument.findUniqueOrThrow({ where: { debateId_id: ref } });
    expect(before.version).toBe(3);
    expect(before.title).not.toBe(edit.title);
  });

  it("other words for an argument that was changed since: the editor looks again", async () => {
    const at = await scene({ curated: false });
    await propose(at, edit);
    const ref = { debateId: at.debate.id, id: at.argument.id };
    const words = { title: "Changed meanwhile.", body: "", sources: [], factIds: [], reason: "" };
    await offerEdit(at.other, { id: ref, version: 1, ...words });
    const waiting = await waitingIn(at);
    await expect(decide(at.editor, waiting, accepted)).rejects.toMatchObject({
      code: "STALE_VERSION",
    });
    await decide(at.editor, waiting, { ...accepted, onVersion: 2 });
  });

  it("a source: it is cited after the others, once", async () => {
    const at = await scene({ curated: false });
    const url = "https://reports.example/1";
    const source = { title: "A report", url, published: "", quotation: "as it says" };
    await propose(at, { kind: "SOURCE", source });
    await decide(at.editor, await waitingIn(at), accepted);
    const where = { debateId: at.debate.id, argumentId: at.argument.id };
    expect(await db.citation.findMany({ where })).toMatchObject([{ quotation: "as it says" }]);
    const again = await propose(at, { kind: "SOURCE", source });
    const ref = { debateId: at.debate.id, id: Number(again.suggestion.split("-")[1]) };
    await expect(decide(at.editor, ref, accepted)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("another place: accepted it is moved, and the log says that it was suggested", async () => {
    const at = await scene({ curated: false });
    const { id } = await createArgument(db, { debateId: at.debate.id });
    await propose(at, { kind: "PLACE", to: `${at.debate.id}-${id}`, stance: "OPPOSE" });
    await decide(at.editor, await waitingIn(at), accepted);
    const moved = await db.argument.findUniqueOrThrow({
      where: { debateId_id: { debateId: at.debate.id, id: at.argument.id } },
    });
    expect(moved).toMatchObject({ parentId: id, stance: "OPPOSE" });
    const entries = await db.moderationEntry.findMany({
      where: { debateId: at.debate.id },
      orderBy: { id: "asc" },
    });
    expect(entries).toMatchObject([
      { action: "MOVE", personId: at.other.id, details: { kind: "PLACE" } },
    ]);
    expect(await told(at.member)).toMatchObject([{ event: "SUGGESTION_ACCEPTED" }]);
    expect(await told(at.other)).toMatchObject([{ event: "MODERATED_AS_SUGGESTED" }]);
  });

  it("a duplicate: accepted it is merged into the other", async () => {
    const at = await scene({ curated: false });
    const { id } = await createArgument(db, { debateId: at.debate.id });
    await expect(
      propose(at, { kind: "DUPLICATE", of: `${at.debate.id}-${at.argument.id}` }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await propose(at, { kind: "DUPLICATE", of: `${at.debate.id}-${id}`, note: "Look at 2." });
    const { entry } = await decide(at.editor, await waitingIn(at), accepted);
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry! } });
    expect(logged).toMatchObject({ action: "MERGE", argumentId: at.argument.id });
    expect(await db.moderationEntry.count({ where: { debateId: at.debate.id } })).toBe(1);
    const merged = await db.argument.findUniqueOrThrow({
      where: { debateId_id: { debateId: at.debate.id, id: at.argument.id } },
    });
    expect(merged).toMatchObject({ status: "ARCHIVED", mergedIntoId: id });
  });

  it("nothing about their own, and nothing twice by one submission", async () => {
    const at = await scene({ curated: false });
    await expect(propose({ ...at, member: at.other }, edit)).rejects.toMatchObject({
      code: "OWN_THING",
    });
    const submissionKey = randomUUID();
    const both = await Promise.all([1, 2].map(() => propose(at, { ...edit, submissionKey })));
    expect(both[0]).toEqual(both[1]);
  });
});

it("A comment that waits is accepted as an answer, and keeps its thread", async () => {
  const at = await scene({ curated: false, heldWords: ["casino"] });
  const argumentId = { debateId: at.debate.id, id: at.argument.id };
  const first = await offerComment(at.other, { argumentId, body: "Which hours?" });
  const replyToId = {
    debateId: at.debate.id,
    id: Number((first as { id: string }).id.split("-")[1]),
  };
  await offerComment(at.member, { argumentId, replyToId, body: "Not in the casino." });
  const ref = await waitingIn(at);
  await decide(at.editor, ref, { ...accepted, body: "Not in the pub." });
  const { madeId } = await stored(ref);
  const comment = await db.comment.findUniqueOrThrow({
    where: { debateId_id: { debateId: ref.debateId, id: madeId! } },
  });
  expect(comment).toMatchObject({
    ...{ body: "Not in the pub.", replyToId: replyToId.id, authorId: at.member.id },
  });
});
