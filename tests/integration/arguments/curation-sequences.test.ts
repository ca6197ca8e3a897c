import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeArguments } from "@/lib/arguments/commands/merge-arguments";
import { moveArgument } from "@/lib/arguments/commands/move-argument";
import { splitArgument } from "@/lib/arguments/commands/split-argument";
import { splitArgumentSchema } from "@/lib/arguments/curation-schema";
import { db } from "@/lib/db/client";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { DomainError } from "@/lib/shared/errors";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { checkWhole, merge, move, person, refOf, treeOf, votesOf } from "./curation-scene";

const step = fc.record({
  act: fc.constantFrom("move", "merge", "split", "vote"),
  which: fc.nat(11),
  other: fc.nat(12),
  stance: fc.constantFrom("SUPPORT", "OPPOSE"),
  who: fc.nat(3),
  impact: fc.nat(4),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Scene = { debateId: number; tree: DebateItemRef[]; voters: Viewer[]; moderator: Viewer };

async function scene(): Promise<Scene> {
  const { id: debateId } = await createDebate(db);
  const [moderator, author, ...voters] = await Promise.all([
    person("MODERATOR"),
    ...Array.from({ length: 5 }, () => person()),
  ]);
  const tree: DebateItemRef[] = [];
  for (let index = 0; index < 12; index += 1) {
    // Three below the motion, the others below an earlier one.
    const parentId = index < 3 ? null : tree[(index * 7) % index]!.id;
    const stance = index % 2 === 0 ? "SUPPORT" : "OPPOSE";
    // One of the voters has written some: their vote cannot follow there.
    const authorId = index % 5 === 0 ? voters[0]!.id : author!.id;
    tree.push(refOf(await createArgument(db, { debateId, parentId, stance, authorId })));
  }
  for (const [index, id] of tree.entries()) {
    await createComment(db, { debateId, argumentId: id.id });
    for (const [at, voter] of voters.entries()) {
      if ((index + at) % 3 !== 0)
        await castVote(voter, { id, impact: (index + at) % 5 }).catch(own);
    }
  }
  return { debateId, tree, voters, moderator };
}

/** What the rules refuse is no step. */
const own = (error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
  return null;
};

async function take({ tree, voters, moderator }: Scene, wanted: Step): Promise<number | null> {
  const id = tree[wanted.which]!;
  const other = tree[wanted.other];
  if (wanted.act === "vote") {
    await castVote(voters[wanted.who]!, { id, impact: wanted.impact }).catch(own);
    return null;
  }
  const done = await act(moderator, wanted, id, other).catch(own);
  return done?.entry ?? null;
}

function act(moderator: Viewer, wanted: Step, id: DebateItemRef, other: DebateItemRef | undefined) {
  if (wanted.act === "move" || !other)
    return moveArgument(moderator, move(id, other ? publicId(other) : "root", wanted.stance));
  if (wanted.act === "merge") return mergeArguments(moderator, merge(id, other));
  const title = `Claim after ${wanted.impact} steps and more.`;
  const words = { title, otherTitle: "The other half.", otherStance: wanted.stance };
  return splitArgument(
    moderator,
    splitArgumentSchema.parse({ id: publicId(id), ...words, publicReason: "Two claims." }),
  );
}

/** Everything people said: where they said it, and when. */
async function said(debateId: number) {
  const [votes, former] = await Promise.all([
    db.impactVote.findMany({ where: { debateId } }),
    db.formerVote.findMany({ where: { debateId } }),
  ]);
  return new Set([
    ...votes.map((vote) => `${vote.userId} ${vote.impact} ${vote.updatedAt.toISOString()}`),
    ...former.map((vote) => `${vote.userId} ${vote.impact} ${vote.givenAt.toISOString()}`),
  ]);
}

async function commentsOf(debateId: number) {
  return db.comment.findMany({
    where: { debateId },
    orderBy: { id: "asc" },
    select: { id: true, argumentId: true },
  });
}

const sequences = fc.array(step, { minLength: 3, maxLength: 14 });

test("whatever curators do, in whatever order, no vote vanishes and undoing all of it gives the first state back", async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const scene_ = await scene();
      const { debateId, moderator } = scene_;
      const before = [await treeOf(debateId), await votesOf(debateId), await commentsOf(debateId)];
      const spoken = await said(debateId);
      const entries: number[] = [];
      for (const wanted of steps.filter(({ act }) => act !== "vote")) {
        const entry = await take(scene_, wanted);
        if (entry !== null) entries.push(entry);
        await checkWhole(debateId);
        const still = await said(debateId);
        expect([...spoken].filter((words) => !still.has(words))).toEqual([]);
      }
      done += entries.length;
      for (const entry of entries.reverse())
        await undoEntry(moderator, { entry, publicReason: "All of it.", privateNote: "" });
      await checkWhole(debateId);
      const after = [await treeOf(debateId), await votesOf(debateId), await commentsOf(debateId)];
      expect(after).toEqual(before);
    }),
    { numRuns: 40 },
  );
  expect(done).toBeGreaterThan(80);
}, 180_000);

test("and while people vote in between, each has one vote at each place, and the counts hold", async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const scene_ = await scene();
      const { debateId, moderator } = scene_;
      const entries: number[] = [];
      for (const wanted of steps) {
        const entry = await take(scene_, wanted);
        if (entry !== null) entries.push(entry);
        await checkWhole(debateId);
      }
      const before = await treeOf(debateId);
      for (const entry of entries.reverse())
        await undoEntry(moderator, { entry, publicReason: "All of it.", privateNote: "" });
      await checkWhole(debateId);
      expect((await treeOf(debateId)).length).toBe(12);
      expect(before.length).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
}, 180_000);
