/** Every act of the policy's table, as somebody asks for it through the API. */
import { randomUUID } from "node:crypto";
import type { Action, ArgumentState } from "@/lib/accounts/policy";
import { db } from "@/lib/db/client";
import type { DebateStatus } from "@/lib/debates/schema";
import { appendEntry, type NewEntry } from "@/lib/moderation/commands/append-entry";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createSanction } from "@/tests/factories/create-sanction";
import { createUser } from "@/tests/factories/create-user";
import { makeReady } from "@/tests/factories/make-ready";

type Person = { id: number };

/**
 * A fresh place in the wanted state: an argument and a comment by the author, and of the argument a
 * review and a suggestion that wait.
 */
export async function makePlace(
  status: DebateStatus,
  argumentStatus: ArgumentState,
  { author, editor }: { author: Person; editor: Person },
) {
  const openedAt = status === "DRAFT" ? null : new Date();
  const debate = await createDebate(db, { status, openedAt });
  const debateId = debate.id;
  await makeReady(db, debate);
  await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
  const { id } = await createArgument(db, { debateId, authorId: author.id });
  const comment = await createComment(db, { debateId, argumentId: id, authorId: author.id });
  await db.argument.update({
    where: { debateId_id: { debateId, id } },
    data: { status: argumentStatus },
  });
  const waits = { target: "ARGUMENT", debateId, argumentId: id, authorId: author.id } as const;
  const review = await db.review.create({ data: { ...waits, cause: "FLAG" } });
  const suggested = await db.suggestion.create({
    data: {
      ...{ debateId, argumentId: id, authorId: author.id, kind: "SOURCE" },
      ...{ why: "SUGGESTED", content: { source: { title: "A report" } } },
    },
  });
  const waiting = await db.review.create({
    data: { ...waits, cause: "SUGGESTION", suggestionId: suggested.id },
  });
  const stranger = await createUser(db);
  return {
    slug: debate.slug,
    ...{ debateId, argumentId: id, authorId: author.id, review: review.id, waiting: waiting.id },
    argument: `${debateId}-${id}`,
    comment: `${debateId}-${comment.id}`,
    stranger: { id: stranger.id, handle: stranger.handle },
  };
}
export type Place = Awaited<ReturnType<typeof makePlace>>;

/** Method, path and body: with JSON, or with a file where the body is a text. */
type Asked = [method: string, path: string, body?: unknown];

/** @param asker whoever asks, for what only one's own can be asked of; null for a reader */
type Asking = (place: Place, asker: Person | null) => Asked | Promise<Asked>;

const words = { stance: "SUPPORT", title: "A claim that somebody makes." };
const noted = { version: 1, decision: "DECLINE", publicReason: "It says nothing new." };
const source = { kind: "SOURCE", source: { title: "Another report" } };
const keep = { decision: "KEEP", ground: "OTHER", publicReason: "No breach." };
const because = { publicReason: "It had to be." };
const silence = { kind: "SILENCE", days: 1, ground: "SPAM" };
const file = "Discussion Title: Sundays\n\n1. The library opens.\n1.1. Pro: People come.\n";
const law = { ground: "ILLEGAL", legalBasis: "Order of a court.", publicReason: "By law." };

type Contribution =
  | ("submit" | "reply" | "vote" | "comment" | "edit" | "archive" | "restore" | "editComment")
  | ("deleteComment" | "importDebate" | "flag" | "suggest" | "createDebate" | "editBrief")
  | ("publish" | "block" | "unblock" | "appeal" | "reportError" | "confirmFacts");

const contributions: Record<Contribution, Asking> = {
  submit: ({ slug }) => ["POST", `/debates/${slug}/arguments`, { parentId: null, ...words }],
  reply: ({ slug, argument }) => [
    ...(["POST", `/debates/${slug}/arguments`] as const),
    { parentId: argument, ...words },
  ],
  vote: ({ argument }) => ["PUT", `/arguments/${argument}/vote`, { impact: 3 }],
  comment: ({ argument }) => ["POST", `/arguments/${argument}/comments`, { body: "A remark." }],
  edit: ({ argument }) => [
    ...(["PATCH", `/arguments/${argument}`] as const),
    { title: "Other words for it.", reason: "Clearer", version: 1 },
  ],
  archive: ({ argument }) => [
    ...(["POST", `/arguments/${argument}/archive`] as const),
    { reason: "Said twice", version: 1 },
  ],
  restore: ({ argument }) => [
    ...(["POST", `/arguments/${argument}/restore`] as const),
    { reason: "Not said twice", version: 1 },
  ],
  editComment: ({ comment }) => [
    ...(["PATCH", `/comments/${comment}`] as const),
    { body: "Other words.", version: 1 },
  ],
  deleteComment: ({ comment }) => ["DELETE", `/comments/${comment}`],
  importDebate: () => ["POST", "/debates/import?dryRun=true", file],
  flag: ({ argument }) => ["POST", `/arguments/${argument}/flags`, { reason: "SPAM" }],
  reportError: ({ slug }) => [
    ...(["POST", `/debates/${slug}/flags`] as const),
    { reason: "OTHER", note: "It was June." },
  ],
  confirmFacts: ({ argument }) => ["POST", `/arguments/${argument}/confirm-facts`, { version: 1 }],
  suggest: ({ argument }) => ["POST", "/suggestions", { ...source, argumentId: argument }],
  createDebate: () => ["POST", "/debates", { title: "Sundays", motion: "It should open." }],
  editBrief: ({ slug }) => [
    ...(["PATCH", `/debates/${slug}`] as const),
    { headline: "It was decided.", version: 1 },
  ],
  publish: ({ slug }) => ["POST", `/debates/${slug}/publish`],
  block: async ({ authorId }) => {
    const { handle } = await db.user.findUniqueOrThrow({ where: { id: authorId } });
    return ["PUT", `/me/blocks/${handle}`];
  },
  unblock: ({ stranger }) => ["DELETE", `/me/blocks/${stranger.handle}`],
  appeal: async (place) => [
    ...(["POST", `/modlog/${await log(place)}/appeals`] as const),
    { text: "It was a quotation." },
  ],
};

type Curation =
  | ("curate" | "lockThread" | "featureArgument" | "lockDebate" | "slowDebate" | "closeDebate")
  | ("reopenDebate" | "featureDebate" | "sanction" | "endSanction" | "undoEntry")
  | ("requestPurge" | "confirmPurge" | "withdrawPurge");

const curation: Record<Curation, Asking> = {
  curate: ({ argument }) => [
    ...(["PUT", `/arguments/${argument}/marks`] as const),
    { marks: ["UNCLEAR"], publicReason: "What is it about?" },
  ],
  lockThread: ({ argument }) => ["POST", `/arguments/${argument}/lock`, because],
  featureArgument: ({ argument }) => ["POST", `/arguments/${argument}/feature`, because],
  lockDebate: ({ slug }) => ["POST", `/debates/${slug}/lock`, because],
  slowDebate: ({ slug }) => ["POST", `/debates/${slug}/slow-mode`, { ...because, minutes: 10 }],
  closeDebate: ({ slug }) => [
    ...(["POST", `/debates/${slug}/close`] as const),
    { ...because, conclusion: "It was heard." },
  ],
  reopenDebate: ({ slug }) => ["POST", `/debates/${slug}/reopen`, because],
  featureDebate: ({ slug }) => ["POST", `/debates/${slug}/feature`, because],
  sanction: ({ stranger }) => [
    ...(["POST", `/users/${stranger.handle}/sanctions`] as const),
    { ...because, ...silence },
  ],
  endSanction: async ({ stranger }) => {
    const entry = await createSanction(db, stranger.id, "SILENCE");
    return ["POST", `/modlog/${entry}/undo`, because];
  },
  undoEntry: async (place) => ["POST", `/modlog/${await log(place)}/undo`, because],
  requestPurge: ({ argument }) => ["POST", "/purges", { target: "ARGUMENT", id: argument, ...law }],
  confirmPurge: async (place) => ["POST", `/purges/${await purgeWaits(place)}/confirm`],
  withdrawPurge: async (place) => ["DELETE", `/purges/${await purgeWaits(place)}`],
};

type Queued = Exclude<Action, Contribution | Curation>;

const queue: Record<Queued, Asking> = {
  moderate: ({ review }) => ["POST", `/moderation/reviews/${review}`, { version: 1, ...keep }],
  decideSuggestion: ({ waiting }) => ["POST", `/moderation/reviews/${waiting}`, noted],
  claimReview: ({ review }) => ["PUT", `/moderation/reviews/${review}/claim`],
  releaseReview: ({ review }) => ["DELETE", `/moderation/reviews/${review}/claim`],
  escalateReview: ({ review }) => ["PUT", `/moderation/reviews/${review}/escalation`, {}],
  giveBackReview: async ({ review }) => {
    await passOn(review);
    return ["DELETE", `/moderation/reviews/${review}/escalation`];
  },
  haveBackReview: async ({ review }, asker) => {
    await passOn(review, asker);
    return ["DELETE", `/moderation/reviews/${review}/escalation`];
  },
  decideEscalated: async ({ review }) => {
    await passOn(review);
    return ["POST", `/moderation/reviews/${review}`, { version: 1, ...keep }];
  },
  decideMany: ({ review }) => [
    ...(["POST", "/moderation/decisions"] as const),
    { ...keep, reviews: [{ review, version: 1 }] },
  ],
  // A contribution that waits is its author's, whatever argument it is about.
  noteReview: ({ waiting }) => [
    ...(["POST", `/moderation/reviews/${waiting}/notes`] as const),
    { text: "The third this week." },
  ],
  reopenReview: async (place, asker) => {
    const decidedById = asker?.id ?? place.stranger.id;
    // Nobody's log could say that they decided on a thing of their own.
    const actorId = decidedById === place.authorId ? place.stranger.id : decidedById;
    const entryId = await log(place, { action: "KEEP", actorId });
    await db.review.update({
      where: { id: place.review },
      data: { status: "DECIDED", decidedAt: new Date(), decidedById, entryId },
    });
    return ["POST", `/moderation/reviews/${place.review}/undo`];
  },
  saveView: () => ["POST", "/moderation/views", { name: "Mine", query: "" }],
  deleteView: () => ["DELETE", "/moderation/views/1"],
  saveReply: () => ["POST", "/moderation/replies", newReply()],
  changeReply: async ({ stranger }, asker) => {
    const data = { userId: asker?.id ?? stranger.id, ...newReply() };
    const { id } = await db.savedReply.create({ data });
    return ["PATCH", `/moderation/replies/${id}`, { text: "Its shop is no argument." }];
  },
  deleteReply: () => ["DELETE", "/moderation/replies/1"],
  decideAppeal: async (place) => {
    const { debateId, argumentId, authorId } = place;
    const about = { target: "ARGUMENT", debateId, argumentId, authorId } as const;
    const { id } = await db.review.create({ data: { cause: "APPEAL", ...about } });
    const data = { entryId: await log(place), reviewId: id, authorId, text: "It was a quotation." };
    await db.appeal.create({ data });
    const outcome = { version: 1, outcome: "UPHOLD", ...because };
    return ["POST", `/moderation/reviews/${id}`, outcome];
  },
};

const newReply = () => ({ name: `Reply ${randomUUID()}`, text: "It sells something." });

const requests: Record<Action, Asking> = { ...contributions, ...curation, ...queue };

/** How an act is asked for there, once what it is about has been made. */
export const request = async (action: Action, place: Place, asker: Person | null) =>
  requests[action](place, asker);

/** An entry of the log about the argument: a moderator warned its author, unless told otherwise. */
async function log(
  { debateId, argumentId, authorId }: Place,
  wanted: Partial<NewEntry> = {},
): Promise<number> {
  const { id: actorId } = await createUser(db, { role: "MODERATOR" });
  return db.$transaction((tx) =>
    appendEntry(tx, {
      ...{ action: "WARN", ground: "UNCIVIL", publicReason: "It attacked people." },
      about: { target: "ARGUMENT", debateId, argumentId },
      ...{ actorId, personId: authorId },
      ...wanted,
    }),
  );
}

/** What administrators alone decide, by another moderator unless told by whom. */
async function passOn(review: number, by?: Person | null): Promise<void> {
  const { id } = by ?? (await createUser(db, { role: "MODERATOR" }));
  await db.review.update({
    where: { id: review },
    data: { escalatedAt: new Date(), escalatedById: id },
  });
}

/** What another administrator asked to be purged. */
async function purgeWaits({ debateId, argumentId, authorId }: Place): Promise<number> {
  const { id: requestedById } = await createUser(db, { role: "ADMINISTRATOR" });
  const { id } = await db.purge.create({
    data: {
      ...{ target: "ARGUMENT", debateId, argumentId, authorId, requestedById },
      ...{ ground: "ILLEGAL", legalBasis: law.legalBasis, publicReason: law.publicReason },
    },
  });
  return id;
}
