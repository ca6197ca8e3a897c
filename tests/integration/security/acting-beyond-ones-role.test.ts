import { beforeAll, describe, expect, test } from "vitest";
import {
  actions,
  allows,
  roles,
  type Action,
  type ArgumentState,
  type Role,
} from "@/lib/accounts/policy";
import { db } from "@/lib/db/client";
import { debateStatuses, type DebateStatus } from "@/lib/debates/schema";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { makeReady } from "@/tests/factories/make-ready";
import { createUser } from "@/tests/factories/create-user";
import { browser, reader, type Caller } from "../api/client";

type Person = { id: number; handle: string };
const people = {} as Record<Exclude<Role, "reader">, Person>;
const callers = {} as Record<Role, Caller>;

beforeAll(async () => {
  people.member = await createUser(db);
  people.author = await createUser(db);
  people.editor = await createUser(db);
  people.moderator = await createUser(db, { role: "MODERATOR" });
  people.administrator = await createUser(db, { role: "ADMINISTRATOR" });
  callers.reader = reader;
  for (const [role, person] of Object.entries(people))
    callers[role as Role] = await browser(person);
});

/** A fresh place in the wanted state, with an argument and a comment by the author. */
async function place(status: DebateStatus, argumentStatus: ArgumentState) {
  const openedAt = status === "DRAFT" ? null : new Date();
  const debate = await createDebate(db, { status, openedAt });
  const debateId = debate.id;
  await makeReady(db, debate);
  await db.debateRole.create({ data: { debateId, userId: people.editor.id, role: "EDITOR" } });
  const { id } = await createArgument(db, { debateId, authorId: people.author.id });
  const comment = await createComment(db, { debateId, argumentId: id, authorId: people.author.id });
  await db.argument.update({
    where: { debateId_id: { debateId, id } },
    data: { status: argumentStatus },
  });
  const review = await db.review.create({
    data: {
      ...{ cause: "FLAG", target: "ARGUMENT", debateId, argumentId: id },
      authorId: people.author.id,
    },
  });
  const suggested = await db.suggestion.create({
    data: {
      ...{ debateId, argumentId: id, authorId: people.author.id, kind: "SOURCE" },
      ...{ why: "SUGGESTED", content: { source: { title: "A report" } } },
    },
  });
  const waiting = await db.review.create({
    data: {
      ...{ cause: "SUGGESTION", target: "ARGUMENT", debateId, argumentId: id },
      ...{ suggestionId: suggested.id, authorId: people.author.id },
    },
  });
  return {
    slug: debate.slug,
    argument: `${debateId}-${id}`,
    comment: `${debateId}-${comment.id}`,
    review: review.id,
    stranger: (await createUser(db)).handle,
    waiting: waiting.id,
  };
}

type Place = Awaited<ReturnType<typeof place>>;
const words = { stance: "SUPPORT", title: "A claim that somebody makes." };
const noted = { version: 1, decision: "DECLINE", publicReason: "It says nothing new." };
const source = { kind: "SOURCE", source: { title: "Another report" } };
const decision = { version: 1, decision: "KEEP", ground: "OTHER", publicReason: "No breach." };
const because = { publicReason: "It had to be." };
const silence = { kind: "SILENCE", days: 1, ground: "SPAM" };
const file = "Discussion Title: Sundays\n\n1. The library opens.\n1.1. Pro: People come.\n";

/** How it is asked for: with JSON, or with a file where the body is a text. */
function request(
  action: Action,
  { slug, argument, comment, review, waiting, stranger }: Place,
): [string, string, unknown] {
  const requests: Record<Action, [string, string, unknown]> = {
    submit: ["POST", `/debates/${slug}/arguments`, { parentId: null, ...words }],
    reply: ["POST", `/debates/${slug}/arguments`, { parentId: argument, ...words }],
    vote: ["PUT", `/arguments/${argument}/vote`, { impact: 3 }],
    comment: ["POST", `/arguments/${argument}/comments`, { body: "A remark." }],
    edit: [
      "PATCH",
      `/arguments/${argument}`,
      { title: "Other words for it.", reason: "Clearer", version: 1 },
    ],
    archive: ["POST", `/arguments/${argument}/archive`, { reason: "Said twice", version: 1 }],
    restore: ["POST", `/arguments/${argument}/restore`, { reason: "Not said twice", version: 1 }],
    editComment: ["PATCH", `/comments/${comment}`, { body: "Other words.", version: 1 }],
    deleteComment: ["DELETE", `/comments/${comment}`, undefined],
    importDebate: ["POST", "/debates/import?dryRun=true", file],
    flag: ["POST", `/arguments/${argument}/flags`, { reason: "SPAM" }],
    reportError: ["POST", `/debates/${slug}/flags`, { reason: "OTHER", note: "It was June." }],
    confirmFacts: ["POST", `/arguments/${argument}/confirm-facts`, { version: 1 }],
    lockThread: ["POST", `/arguments/${argument}/lock`, because],
    featureArgument: ["POST", `/arguments/${argument}/feature`, because],
    lockDebate: ["POST", `/debates/${slug}/lock`, because],
    slowDebate: ["POST", `/debates/${slug}/slow-mode`, { ...because, minutes: 10 }],
    closeDebate: ["POST", `/debates/${slug}/close`, { ...because, conclusion: "It was heard." }],
    reopenDebate: ["POST", `/debates/${slug}/reopen`, because],
    featureDebate: ["POST", `/debates/${slug}/feature`, because],
    sanction: ["POST", `/users/${stranger}/sanctions`, { ...because, ...silence }],
    suggest: ["POST", "/suggestions", { ...source, argumentId: argument }],
    decideSuggestion: ["POST", `/moderation/reviews/${waiting}`, noted],
    moderate: ["POST", `/moderation/reviews/${review}`, decision],
    curate: [
      "PUT",
      `/arguments/${argument}/marks`,
      { marks: ["UNCLEAR"], publicReason: "What is it about?" },
    ],
    createDebate: ["POST", "/debates", { title: "Sundays", motion: "It should open." }],
    editBrief: ["PATCH", `/debates/${slug}`, { headline: "It was decided.", version: 1 }],
    publish: ["POST", `/debates/${slug}/publish`, undefined],
  };
  return requests[action];
}

describe.each(actions)("Through the API: %s", (action) => {
  test.each(debateStatuses)("in a %s debate, only who the table names succeeds", async (debate) => {
    for (const argument of ["LIVE", "ARCHIVED"] as const) {
      for (const role of roles) {
        const where = await place(debate, argument);
        const [method, path, body] = request(action, where);
        const sent = typeof body === "string" ? { raw: body } : body ? { json: body } : {};
        const { status } = await callers[role].ask(method, path, sent);
        const said = `${role}, ${debate}, ${argument}: ${status}`;
        expect(status >= 200 && status < 300, said).toBe(allows(action, role, debate, argument));
        expect(status, said).toBeLessThan(500);
      }
    }
  });
});
