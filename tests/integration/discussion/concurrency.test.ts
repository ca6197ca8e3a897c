import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

let people: Viewer[];

beforeAll(async () => {
  people = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const { id, handle, name, role } = await createUser(db);
      return { id, handle, name, role, emailVerified: true };
    }),
  );
});

/** What the triggers keep beside what a recount says. */
async function counts(debateId: number, argumentId: number) {
  const [row] = await db.$queryRaw<Record<string, number>[]>`
    SELECT c.comments AS "keptOnArgument", c.discussed AS "keptDiscussed", d.comments AS "keptInDebate",
           d.people AS "keptPeople",
           (SELECT count(*)::int FROM comments x WHERE x.debate_id = ${debateId} AND x.status = 'LIVE') AS live,
           (SELECT count(*)::int FROM arguments x WHERE x.debate_id = ${debateId} AND x.parent_id = ${argumentId}) AS replies,
           (SELECT count(*)::int FROM participations x WHERE x.debate_id = ${debateId}) AS people
    FROM argument_counts c JOIN debate_counts d ON d.debate_id = c.debate_id
    WHERE c.debate_id = ${debateId} AND c.argument_id = ${argumentId}`;
  return row!;
}

it("Fifty people comment and delete at once, and every kept count equals a recount", async () => {
  const { id: debateId } = await createDebate(db);
  const argument = await createArgument(db, { debateId });
  await Promise.all(
    people.map(async (person, index) => {
      const posted = await postComment(person, { argumentId: argument, body: "Here I am" });
      const replyToId = parsePublicId(posted.id)!;
      await postComment(person, { argumentId: argument, replyToId, body: "And again" });
      if (index % 2 === 0)
        await Promise.all([1, 2].map(() => deleteComment(person, { id: replyToId })));
    }),
  );
  const kept = await counts(debateId, argument.id);
  expect(kept.live).toBe(75);
  expect(kept).toMatchObject({ keptOnArgument: 75, keptInDebate: 75, keptDiscussed: 75 });
  expect(kept.keptPeople).toBe(kept.people);
});

it("People vote on, comment on and answer one argument for the first time at once", async () => {
  // Several rounds: contributions that lock in a circle fail in some, not in each.
  for (let round = 0; round < 5; round += 1) {
    const { id: debateId } = await createDebate(db);
    const argument = await createArgument(db, { debateId });
    const other = (index: number) => people[index % people.length]!;
    const contributions = people
      .slice(0, 30)
      .flatMap(({ id: authorId }, index) => [
        () => createArgument(db, { debateId, parentId: argument.id, authorId }),
        () => castVote(other(index + 7), { id: argument, impact: index % 5 }),
        () => postComment(other(index + 15), { argumentId: argument, body: "My first words here" }),
      ]);
    await Promise.all(contributions.map((contribute) => contribute()));
    const kept = await counts(debateId, argument.id);
    expect(kept).toMatchObject({ keptOnArgument: 30, keptInDebate: 30, replies: 30 });
    expect(kept.keptDiscussed).toBe(60);
    expect(kept.keptPeople).toBe(kept.people);
  }
});
