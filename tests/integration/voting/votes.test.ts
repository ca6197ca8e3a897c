import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { DomainError } from "@/lib/shared/errors";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote, withdrawVote } from "@/lib/voting/commands/cast-vote";
import { canVote, wilsonLowerBound } from "@/lib/voting/rules";
import { createArgument, createArguments } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createSanction } from "@/tests/factories/create-sanction";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "granted",
    (error: DomainError) => error.code,
  );

async function people(count: number): Promise<Viewer[]> {
  const made = await Promise.all(Array.from({ length: count }, () => createUser(db)));
  return made.map((user) => asViewer(user));
}

/** The kept counts beside a recount of the votes themselves. */
async function drift(debateId: number) {
  return db.$queryRaw<unknown[]>`
    SELECT c.argument_id FROM argument_counts c
    LEFT JOIN (SELECT argument_id, count(*) AS n, sum(impact) AS s,
        count(*) FILTER (WHERE impact = 0) AS v0, count(*) FILTER (WHERE impact = 4) AS v4
      FROM impact_votes WHERE debate_id = ${debateId} GROUP BY 1) v USING (argument_id)
    WHERE c.debate_id = ${debateId}
      AND (c.vote_count, c.vote_sum, c.n0, c.n4)
        IS DISTINCT FROM (coalesce(v.n, 0), coalesce(v.s, 0), coalesce(v.v0, 0), coalesce(v.v4, 0))`;
}

describe("Weighing", () => {
  let debate: { id: number };
  let ann: Viewer;
  let bob: Viewer;
  let argument: { debateId: number; id: number };

  beforeAll(async () => {
    debate = await createDebate(db);
    [ann, bob] = (await people(2)) as [Viewer, Viewer];
    const made = await createArgument(db, { debateId: debate.id, authorId: ann.id });
    argument = { debateId: debate.id, id: made.id };
  });

  test("a member weighs, changes the vote, and withdraws it", async () => {
    const first = await castVote(bob, { id: argument, impact: 4 });
    expect(first).toMatchObject({
      impact: 4,
      votes: { count: 1, mean: 4, histogram: [0, 0, 0, 0, 1] },
    });
    const second = await castVote(bob, { id: argument, impact: 1 });
    expect(second).toMatchObject({
      impact: 1,
      votes: { count: 1, mean: 1, histogram: [0, 1, 0, 0, 0] },
    });
    const third = await withdrawVote(bob, { id: argument });
    expect(third).toMatchObject({ impact: null, votes: { count: 0, mean: null } });
    await expect(withdrawVote(bob, { id: argument })).resolves.toMatchObject({ impact: null });
  });

  test("the vote remembers where and on which words it was given", async () => {
    await castVote(bob, { id: argument, impact: 2 });
    const vote = await db.impactVote.findFirstOrThrow({ where: { userId: bob.id } });
    expect(vote).toMatchObject({ parentId: null, stance: "SUPPORT", version: 1, impact: 2 });
  });

  test("nobody weighs their own argument, even past the command", async () => {
    expect(await refusalOf(castVote(ann, { id: argument, impact: 4 }))).toBe("OWN_ARGUMENT");
    const direct = db.impactVote.create({
      data: {
        debateId: debate.id,
        argumentId: argument.id,
        userId: ann.id,
        impact: 4,
        stance: "SUPPORT",
        version: 1,
      },
    });
    await expect(direct).rejects.toThrow(/own argument/);
  });

  test("an argument that is not there cannot be weighed", async () => {
    expect(
      await refusalOf(castVote(bob, { id: { debateId: debate.id, id: 999_999 }, impact: 1 })),
    ).toBe("NOT_FOUND");
    expect(
      await refusalOf(castVote(bob, { id: { debateId: 999_999, id: argument.id }, impact: 1 })),
    ).toBe("NOT_FOUND");
  });

  test("an account that was disabled a moment ago no longer counts", async () => {
    const [carl] = (await people(1)) as [Viewer];
    await db.user.update({ where: { id: carl.id }, data: { status: "DISABLED" } });
    expect(await refusalOf(castVote(carl, { id: argument, impact: 4 }))).toBe("ACCOUNT_DISABLED");
  });

  test("a browser that was signed out a moment ago no longer votes", async () => {
    const gone = { ...bob, sessionId: "0198c0de-0000-7000-8000-00000000dead" };
    expect(await refusalOf(castVote(gone, { id: argument, impact: 4 }))).toBe("SIGN_IN_REQUIRED");
  });

  test("the first vote of a person counts them among the people of the debate, once", async () => {
    const before = await db.debateCounts.findUniqueOrThrow({ where: { debateId: debate.id } });
    const [dora] = (await people(1)) as [Viewer];
    await castVote(dora, { id: argument, impact: 3 });
    await castVote(dora, { id: argument, impact: 4 });
    const after = await db.debateCounts.findUniqueOrThrow({ where: { debateId: debate.id } });
    expect(after.people - before.people).toBe(1);
  });
});

test("the statement's predicate and the rule give the same answer in every state", async () => {
  const [ann, bob] = (await people(2)) as [Viewer, Viewer];
  for (const debateStatus of ["DRAFT", "OPEN", "CLOSED", "ARCHIVED"] as const) {
    for (const debateLocked of [false, true]) {
      const debate = await createDebate(db, { status: debateStatus, locked: debateLocked });
      for (const argumentStatus of ["LIVE", "ARCHIVED"] as const) {
        const { id } = await createArgument(db, { debateId: debate.id, authorId: ann.id });
        await db.argument.update({
          where: { debateId_id: { debateId: debate.id, id } },
          data: { status: argumentStatus },
        });
        for (const viewer of [ann, bob]) {
          const facts = { debateStatus, debateLocked, argumentStatus, authorId: ann.id };
          const rule = canVote(viewer, facts);
          const said = rule.granted
            ? "granted"
            : debateStatus === "DRAFT"
              ? "NOT_FOUND"
              : rule.because;
          expect(
            await refusalOf(castVote(viewer, { id: { debateId: debate.id, id }, impact: 3 })),
          ).toBe(said);
        }
      }
    }
  }
});

test.each([
  ["SILENCE", "SILENCED"],
  ["SUSPEND", "SUSPENDED"],
  ["BAN", "BANNED"],
  ["over", "granted"],
] as const)("a person under %s who votes hears: %s", async (wanted, answer) => {
  const [ann] = (await people(1)) as [Viewer];
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  await createSanction(db, ann.id, wanted);
  const argument = { debateId: debate.id, id };
  expect(await refusalOf(castVote(ann, { id: argument, impact: 3 }))).toBe(answer);
  expect(await db.impactVote.count({ where: { userId: ann.id } })).toBe(
    answer === "granted" ? 1 : 0,
  );
});

test("200 votes at once by 50 people on 5 arguments leave counts equal to the votes", async () => {
  const debate = await createDebate(db);
  const branches = Array.from({ length: 5 }, () => ({ stance: "SUPPORT" as const }));
  const made = await createArguments(db, { debateId: debate.id, branches });
  const voters = await people(50);
  const wishes = Array.from({ length: 200 }, (_, n) => ({
    voter: voters[n % 50]!,
    id: { debateId: debate.id, id: made[(n * 7) % 5]!.id },
    impact: (n * 13) % 6,
  }));
  await Promise.all(
    wishes.map(({ voter, id, impact }) =>
      impact === 5 ? withdrawVote(voter, { id }) : castVote(voter, { id, impact }),
    ),
  );
  expect(await db.impactVote.count({ where: { debateId: debate.id } })).toBeGreaterThan(40);
  expect(await drift(debate.id)).toEqual([]);
});

test("the database's lower bound is the function's, for every small histogram", async () => {
  const rows = await db.$queryRaw<{ s: number; n: number; bound: number }[]>`
    SELECT s, n, wilson_lower_bound(s, n) AS bound
    FROM generate_series(0, 60) AS n, LATERAL generate_series(0, 4 * n) AS s`;
  expect(rows.length).toBeGreaterThan(7000);
  for (const { s, n, bound } of rows)
    expect(Math.abs(bound - wilsonLowerBound(s / 4, n))).toBeLessThan(1e-12);
});
