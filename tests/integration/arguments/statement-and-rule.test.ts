import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { canReply, canSubmit } from "@/lib/arguments/rules";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { db } from "@/lib/db/client";
import { debateStatuses } from "@/lib/debates/schema";
import type { DomainError } from "@/lib/shared/errors";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import {
  anyBlocked,
  anyStanding,
  createBlocks,
  createStanding,
  mostly,
  refusalOf,
} from "@/tests/factories/standing";

const parents = ["motion", "first", "last but one", "last", "another debate's", "missing"] as const;

type Locked = "no" | "debate" | "first";

const anyCase = fc.record({
  standing: anyStanding,
  debate: mostly<(typeof debateStatuses)[number] | "missing">("OPEN", ...debateStatuses, "missing"),
  parent: fc.constantFrom(...parents),
  argument: mostly<"LIVE" | "ARCHIVED" | "hidden">("LIVE", "ARCHIVED", "hidden"),
  author: fc.boolean(),
  editor: fc.boolean(),
  locked: fc.oneof(mostly<Locked>("no", "debate", "first"), mostly<Locked>("first", "no")),
  slow: mostly<"off" | "long ago" | "just now">("off", "long ago", "just now"),
  /** What was added last: slow mode counts both. */
  last: fc.constantFrom("a comment", "an argument"),
  blocked: anyBlocked,
  sources: mostly(0, 1),
  fact: mostly<"none" | "of the debate" | "of another">("none", "of the debate", "of another"),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

let debate: { id: number; slug: string };
const refs: Partial<Record<Case["parent"], { debateId: number; id: number }>> = {};
const facts: Partial<Record<Case["fact"], number>> = {};
const depths: Partial<Record<Case["parent"], number>> = {
  first: 1,
  "last but one": argumentLimits.depth - 1,
  last: argumentLimits.depth,
};
const shown = {
  LIVE: { status: "LIVE", curated: false, withheld: false },
  ARCHIVED: { status: "ARCHIVED", curated: false, withheld: false },
  hidden: { status: "ARCHIVED", curated: true, withheld: true },
} as const;

beforeAll(async () => {
  debate = await createDebate(db);
  const other = await createDebate(db);
  const { id: authorId } = await createUser(db);
  const chain: { debateId: number; id: number }[] = [];
  for (let depth = 1; depth <= argumentLimits.depth; depth += 1) {
    const parentId = chain.at(-1)?.id ?? null;
    chain.push(await createArgument(db, { debateId: debate.id, parentId, authorId }));
  }
  for (const [parent, depth] of Object.entries(depths)) {
    refs[parent as Case["parent"]] = chain[depth - 1]!;
  }
  // Older than slow mode looks back, whoever becomes their author.
  await db.argument.updateMany({ data: { createdAt: new Date(Date.now() - 86_400_000) } });
  refs["another debate's"] = await createArgument(db, { debateId: other.id, authorId });
  refs.missing = { debateId: debate.id, id: 999_999 };
  const fact = (debateId: number) =>
    db.fact.create({ data: { debateId, number: 1, text: "Counted.", certainty: "REPORTED" } });
  facts["of the debate"] = (await fact(debate.id)).id;
  facts["of another"] = (await fact(other.id)).id;
});

async function arrange(wanted: Case): Promise<Viewer> {
  const viewer = await createStanding(db, wanted.standing);
  const { id: debateId } = debate;
  if (wanted.editor) {
    await db.debateRole.create({ data: { debateId, userId: viewer.id, role: "EDITOR" } });
  }
  const status = wanted.debate === "missing" ? "OPEN" : wanted.debate;
  const slowMinutes = wanted.slow === "off" ? null : 10;
  await db.debate.update({
    where: { id: debateId },
    data: { status, locked: wanted.locked === "debate", slowMinutes },
  });
  if (wanted.slow !== "off") {
    const createdAt = new Date(Date.now() - (wanted.slow === "just now" ? 60_000 : 3_600_000));
    await addLast(wanted, viewer.id, createdAt);
  }
  const ids = Object.values(refs).map(({ id }) => id);
  await db.argument.updateMany({
    where: { id: { in: ids } },
    data: {
      ...shown[wanted.argument],
      locked: false,
      ...(wanted.author ? { authorId: viewer.id } : {}),
    },
  });
  await db.argument.update({
    where: { debateId_id: { debateId, id: refs.first!.id } },
    data: { locked: wanted.locked === "first" },
  });
  const authors = await db.argument.findMany({ where: { debateId }, select: { authorId: true } });
  const others = authors.map(({ authorId }) => authorId);
  await createBlocks(db, { writer: viewer.id, others, blocked: wanted.blocked });
  return viewer;
}

/** What the writer added last, besides what they are about to. */
async function addLast({ last }: Case, authorId: number, createdAt: Date): Promise<void> {
  const { id: debateId } = debate;
  const argumentId = refs.first!.id;
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
  const { parent } = wanted;
  const debateStatus = wanted.debate === "missing" ? "OPEN" : wanted.debate;
  const place = {
    debateStatus,
    viewerIsEditor: wanted.editor,
    debateLocked: wanted.locked === "debate",
    slowUntil: wanted.slow === "just now" ? new Date() : null,
  };
  const submit = canSubmit(viewer, place);
  if (!submit.granted && submit.because === "SCOPE_MISSING") return submit.because;
  const standing = refusalOf(wanted.standing);
  if (standing) return standing;
  if (wanted.debate === "missing") return "NOT_FOUND";
  if (debateStatus === "DRAFT" && !wanted.editor) return "NOT_FOUND";
  if (!submit.granted) return submit.because;
  if (parent === "missing" || parent === "another debate's") return "NOT_FOUND";
  if (parent !== "motion") {
    const reply = canReply(viewer, {
      ...{ ...place, status: shown[wanted.argument].status, authorId: viewer.id },
      threadLocked: wanted.locked === "first",
      ...{ depth: depths[parent]!, viewerIsEditor: wanted.editor, curated: false },
    });
    if (!reply.granted) return reply.because;
  }
  return wanted.fact === "of another" ? "INVALID_INPUT" : "granted";
}

function done(viewer: Viewer, wanted: Case): Promise<string> {
  const parent = refs[wanted.parent];
  const fact = facts[wanted.fact];
  const input = submitArgumentSchema.parse({
    debate: wanted.debate === "missing" ? "no-such-debate" : debate.slug,
    parentId: parent ? publicId(parent) : null,
    stance: "OPPOSE",
    title: "A claim that somebody makes.",
    body: "",
    sources: wanted.sources ? [{ title: "A report", url: "https://example.org/report" }] : [],
    factIds: fact ? [fact] : [],
  });
  return submitArgument(viewer, input).then(
    () => "granted",
    (error: DomainError) => error.code,
  );
}

test("Whoever argues wherever: the statement and the rule give the same answer", async () => {
  const said = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyCase, async (wanted) => {
      const viewer = await arrange(wanted);
      const before = await db.argument.count();
      const answer = await done(viewer, wanted);
      expect(answer).toBe(ruled(viewer, wanted));
      expect((await db.argument.count()) - before).toBe(answer === "granted" ? 1 : 0);
      said.add(answer);
    }),
    { seed: 36, numRuns: 400 },
  );
  expect([...said].sort()).toEqual([
    "ACCOUNT_DISABLED",
    "ARGUMENT_ARCHIVED",
    "BANNED",
    "DEBATE_LOCKED",
    "DEBATE_NOT_OPEN",
    "INVALID_INPUT",
    "NOT_FOUND",
    "SCOPE_MISSING",
    "SIGN_IN_REQUIRED",
    "SILENCED",
    "SLOW_MODE",
    "SUSPENDED",
    "THREAD_LOCKED",
    "TOKEN_INVALID",
    "TREE_TOO_DEEP",
    "granted",
  ]);
}, 120_000);
