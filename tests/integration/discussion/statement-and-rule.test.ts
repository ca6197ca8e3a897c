import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { debateStatuses } from "@/lib/debates/schema";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { canComment, canReplyToComment } from "@/lib/discussion/rules";
import type { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import {
  anyBlocked,
  anyStanding,
  createBlocks,
  createStanding,
  mostly,
  refusalOf,
} from "@/tests/factories/standing";

const answers = ["none", "a comment here", "another argument's", "another debate's"] as const;

const anyCase = fc.record({
  standing: anyStanding,
  debate: mostly<(typeof debateStatuses)[number]>("OPEN", ...debateStatuses),
  argument: mostly<"LIVE" | "ARCHIVED" | "hidden" | "missing">(
    "LIVE",
    ...(["ARCHIVED", "hidden", "missing"] as const),
  ),
  answered: fc.oneof(mostly<(typeof answers)[number]>("none", ...answers), fc.constant(answers[1])),
  comment: mostly<"LIVE" | "DELETED" | "HIDDEN">("LIVE", "DELETED", "HIDDEN"),
  locked: mostly<"no" | "debate" | "argument" | "above">("no", "debate", "argument", "above"),
  slow: mostly<"off" | "long ago" | "just now">("off", "long ago", "just now"),
  /** What was added last: slow mode counts both. */
  last: fc.constantFrom("a comment", "an argument"),
  blocked: anyBlocked,
  author: fc.constantFrom("somebody else", "argument", "comment"),
  editor: fc.boolean(),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;
type Ref = { debateId: number; id: number };

let there: Ref;
let above: Ref;
let comments: Record<Exclude<Case["answered"], "none">, Ref>;
let missing: Ref;

beforeAll(async () => {
  const [{ id: debateId }, other] = [await createDebate(db), await createDebate(db)];
  const place = async (id: number) => {
    const parent = await createArgument(db, { debateId: id });
    const { id: argumentId } = await createArgument(db, { debateId: id, parentId: parent.id });
    const comment = await createComment(db, { debateId: id, argumentId });
    return [
      { debateId: id, id: argumentId },
      { debateId: id, id: comment.id },
      { debateId: id, id: parent.id },
    ] as const;
  };
  const [[argument, here, parent], [, beside], [, elsewhere]] = [
    await place(debateId),
    await place(debateId),
    await place(other.id),
  ];
  // Older than slow mode looks back, whoever becomes their author.
  const createdAt = new Date(Date.now() - 86_400_000);
  await db.argument.updateMany({ data: { createdAt } });
  await db.comment.updateMany({ data: { createdAt } });
  there = argument;
  above = parent;
  missing = { debateId, id: 999_999 };
  comments = {
    "a comment here": here,
    "another argument's": beside,
    "another debate's": elsewhere,
  };
});

async function arrange(wanted: Case): Promise<Viewer> {
  const viewer = await createStanding(db, wanted.standing);
  const { debateId } = there;
  if (wanted.editor) {
    await db.debateRole.create({ data: { debateId, userId: viewer.id, role: "EDITOR" } });
  }
  const slowMinutes = wanted.slow === "off" ? null : 10;
  const { debate: status, locked } = wanted;
  await db.debate.update({
    where: { id: debateId },
    data: { status, locked: locked === "debate", slowMinutes },
  });
  if (wanted.slow !== "off") {
    const createdAt = new Date(Date.now() - (wanted.slow === "just now" ? 60_000 : 3_600_000));
    await addLast(wanted, viewer.id, createdAt);
  }
  await db.argument.update({
    where: { debateId_id: there },
    data: {
      ...shown[wanted.argument],
      locked: locked === "argument",
      ...(wanted.author === "argument" ? { authorId: viewer.id } : {}),
    },
  });
  await db.argument.update({
    where: { debateId_id: above },
    data: { locked: locked === "above" },
  });
  for (const comment of Object.values(comments)) {
    await db.comment.update({
      where: { debateId_id: comment },
      data: {
        ...{ status: wanted.comment, body: wanted.comment === "DELETED" ? "" : "Words." },
        ...(wanted.author === "comment" ? { authorId: viewer.id } : {}),
      },
    });
  }
  const where = { debateId };
  const [ofArguments, ofComments] = [
    await db.argument.findMany({ where, select: { authorId: true } }),
    await db.comment.findMany({ where, select: { authorId: true } }),
  ];
  const others = [...ofArguments, ...ofComments].map(({ authorId }) => authorId);
  await createBlocks(db, { writer: viewer.id, others, blocked: wanted.blocked });
  return viewer;
}

/** How an argument is shown that is there; one that is missing is asked for by another number. */
const shown = {
  LIVE: { status: "LIVE", curated: false, withheld: false },
  ARCHIVED: { status: "ARCHIVED", curated: false, withheld: false },
  hidden: { status: "ARCHIVED", curated: true, withheld: true },
  missing: { status: "LIVE", curated: false, withheld: false },
} as const;

/** What the writer added last, besides what they are about to. */
async function addLast({ last }: Case, authorId: number, createdAt: Date): Promise<void> {
  const { debateId, id: argumentId } = there;
  const { id } =
    last === "a comment"
      ? await createComment(db, { debateId, argumentId, authorId })
      : await createArgument(db, { debateId, authorId });
  const where = { debateId_id: { debateId, id } };
  if (last === "a comment") await db.comment.update({ where, data: { createdAt } });
  else await db.argument.update({ where, data: { createdAt } });
}

/** What the rules say of it, and what is not there to be asked about. */
function ruled(viewer: Viewer, wanted: Case): string {
  const place = {
    debateStatus: wanted.debate,
    argumentStatus: shown[wanted.argument].status,
    debateLocked: wanted.locked === "debate",
    threadLocked: wanted.locked === "argument" || wanted.locked === "above",
    slowUntil: wanted.slow === "just now" ? new Date() : null,
  } as const;
  const here = canComment(viewer, place);
  if (!here.granted && here.because === "SCOPE_MISSING") return here.because;
  if (wanted.answered === "another debate's") return "NOT_FOUND";
  const standing = refusalOf(wanted.standing);
  if (standing) return standing;
  if (wanted.argument === "missing" || wanted.debate === "DRAFT") return "NOT_FOUND";
  if (!here.granted) return here.because;
  if (wanted.answered === "none") return "granted";
  if (wanted.answered === "another argument's") return "NOT_FOUND";
  const facts = { ...place, authorId: viewer.id, deleted: wanted.comment !== "LIVE" };
  const reply = canReplyToComment(viewer, facts);
  return reply.granted ? "granted" : reply.because;
}

function done(viewer: Viewer, { argument, answered }: Case): Promise<string> {
  return postComment(viewer, {
    argumentId: argument === "missing" ? missing : there,
    ...(answered === "none" ? {} : { replyToId: comments[answered] }),
    body: "A remark.",
  }).then(
    () => "granted",
    (error: DomainError) => error.code,
  );
}

test("Whoever comments wherever: the statement and the rule give the same answer", async () => {
  const said = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyCase, async (wanted) => {
      const viewer = await arrange(wanted);
      const before = await db.comment.count();
      const answer = await done(viewer, wanted);
      expect(answer).toBe(ruled(viewer, wanted));
      expect((await db.comment.count()) - before).toBe(answer === "granted" ? 1 : 0);
      said.add(answer);
    }),
    { seed: 36, numRuns: 400 },
  );
  expect([...said].sort()).toEqual([
    "ACCOUNT_DISABLED",
    "ARGUMENT_ARCHIVED",
    "BANNED",
    "COMMENT_DELETED",
    "DEBATE_LOCKED",
    "DEBATE_NOT_OPEN",
    "NOT_FOUND",
    "SCOPE_MISSING",
    "SIGN_IN_REQUIRED",
    "SILENCED",
    "SLOW_MODE",
    "SUSPENDED",
    "THREAD_LOCKED",
    "TOKEN_INVALID",
    "granted",
  ]);
}, 120_000);
