import { beforeEach, describe, expect, test } from "vitest";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { linkArgument } from "@/lib/arguments/commands/link-argument";
import { markArgument } from "@/lib/arguments/commands/mark-argument";
import { mergeArguments } from "@/lib/arguments/commands/merge-arguments";
import { moveArgument } from "@/lib/arguments/commands/move-argument";
import { splitArgument } from "@/lib/arguments/commands/split-argument";
import { markArgumentSchema, splitArgumentSchema } from "@/lib/arguments/curation-schema";
import { editArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { undoEntry } from "@/lib/moderation/commands/undo-entry";
import { publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { lapseVotes } from "@/lib/voting/commands/lapse";
import { createArgument, createArguments } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import {
  checkWhole,
  link,
  merge,
  move,
  person,
  refOf,
  refusalOf,
  treeOf,
  votesOf,
} from "./curation-scene";

let debate: { id: number; slug: string };
let moderator: Viewer;
let author: Viewer;
/** 1 (1.1, 1.2 (1.2.1)), 2, 3 (3.1) */
let tree: DebateItemRef[];
let voters: Viewer[];

beforeEach(async () => {
  debate = await createDebate(db);
  [moderator, author] = await Promise.all([person("MODERATOR"), person()]);
  const made = await createArguments(db, {
    debateId: debate.id,
    authorId: author.id,
    branches: [
      {
        stance: "SUPPORT",
        replies: [{ stance: "SUPPORT" }, { stance: "OPPOSE", replies: [{ stance: "OPPOSE" }] }],
      },
      { stance: "OPPOSE" },
      { stance: "OPPOSE", replies: [{ stance: "SUPPORT" }] },
    ],
  });
  tree = made.map(refOf);
  voters = await Promise.all([person(), person(), person()]);
});

const at = (index: number) => tree[index]!;
const read = ({ debateId, id }: DebateItemRef) =>
  db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    include: { counts: true },
  });
const undo = (entry: number) =>
  undoEntry(moderator, { entry, publicReason: "Not so after all.", privateNote: "" });
const told = (who: Viewer) => db.notification.count({ where: { userId: who.id, kind: "REVOTE" } });
const aMonthOn = () => new Date(Date.now() + (env.VOTES_LAPSE_DAYS + 1) * 86_400_000);

describe("Moving an argument", () => {
  test("takes everything below it along, under the next free number there", async () => {
    const before = await treeOf(debate.id);
    const { number, entry } = await moveArgument(moderator, move(at(2), "3"));
    expect(number).toBe("3.2");
    expect((await read(at(3))).path).toEqual([3, 2, 1]);
    expect(await read(at(5))).toMatchObject({ counts: { supportChildren: 2 } });
    await checkWhole(debate.id);
    await undo(entry);
    expect(await treeOf(debate.id)).toEqual(before);
    await checkWhole(debate.id);
  });

  test("asks those who weighed it, whose votes count on until they confirm or a month is over", async () => {
    const [ann, bob, eve] = voters as [Viewer, Viewer, Viewer];
    for (const [index, voter] of voters.entries())
      await castVote(voter, { id: at(1), impact: index + 1 });
    await moveArgument(moderator, move(at(1), "2", "OPPOSE"));
    expect(await read(at(1))).toMatchObject({ counts: { voteCount: 3, voteSum: 6 } });
    expect([await told(ann), await told(bob)]).toEqual([1, 1]);
    await castVote(ann, { id: at(1), impact: 1 });
    await castVote(bob, { id: at(1), impact: 4 });
    expect(await lapseVotes(aMonthOn())).toBe(1);
    expect(await read(at(1))).toMatchObject({
      counts: { voteCount: 2, voteSum: 5 },
      askedAt: null,
    });
    const history = await db.formerVote.findMany({ where: { argumentId: at(1).id } });
    expect(history.map(({ userId, impact }) => [userId, impact])).toEqual(
      expect.arrayContaining([
        [ann.id, 1],
        [bob.id, 2],
        [eve.id, 3],
      ]),
    );
    await checkWhole(debate.id);
  });

  test("and taking it back gives back the votes that had lapsed", async () => {
    for (const voter of voters) await castVote(voter, { id: at(1), impact: 3 });
    const before = await votesOf(debate.id);
    const { entry } = await moveArgument(moderator, move(at(1), "root", "OPPOSE"));
    await lapseVotes(aMonthOn());
    expect(await votesOf(debate.id)).toEqual([]);
    await undo(entry);
    expect(await votesOf(debate.id)).toEqual(before);
    await checkWhole(debate.id);
  });

  test("and a vote given meanwhile is asked about when it is taken back", async () => {
    const [ann, bob] = voters as [Viewer, Viewer, Viewer];
    await castVote(ann, { id: at(1), impact: 3 });
    const { entry } = await moveArgument(moderator, move(at(1), "root", "OPPOSE"));
    await castVote(bob, { id: at(1), impact: 2 });
    await undo(entry);
    expect(await told(bob)).toBe(1);
    expect(await lapseVotes(aMonthOn())).toBe(1);
    expect(await votesOf(debate.id)).toMatchObject([{ userId: ann.id, impact: 3 }]);
  });

  test("to the other side keeps its number", async () => {
    const { number } = await moveArgument(moderator, move(at(1), "1", "OPPOSE"));
    expect(number).toBe("1.1");
    expect((await read(at(1))).stance).toBe("OPPOSE");
    await checkWhole(debate.id);
  });

  test("is refused below itself, where it stands, and below what is archived", async () => {
    expect(await refusalOf(moveArgument(moderator, move(at(0), "1.2.1")))).toBe("BELOW_ITSELF");
    expect(await refusalOf(moveArgument(moderator, move(at(1), "1")))).toBe("STANDS_THERE");
    expect(await refusalOf(moveArgument(moderator, move(at(1), "99")))).toBe("INVALID_INPUT");
    await db.argument.update({
      where: { debateId_id: at(4) },
      data: { status: "ARCHIVED" },
    });
    expect(await refusalOf(moveArgument(moderator, move(at(1), "2")))).toBe("PLACE_ARCHIVED");
  });

  test("two moderators who move two arguments below one another: one wins, the other is told", async () => {
    const outcomes = await Promise.all([
      refusalOf(moveArgument(moderator, move(at(0), publicId(at(5))))),
      refusalOf(moveArgument(await person("MODERATOR"), move(at(5), publicId(at(0))))),
    ]);
    expect(outcomes.sort()).toEqual(["BELOW_ITSELF", "granted"]);
    await checkWhole(debate.id);
  });

  test("while people reply, vote and comment loses nothing", async () => {
    const busy = Array.from({ length: 24 }, async (_, index) => {
      const who = await person();
      await castVote(who, { id: at(2 + (index % 2)), impact: index % 5 });
      await createComment(db, { debateId: debate.id, argumentId: at(2).id, authorId: who.id });
      await createArgument(db, { debateId: debate.id, parentId: at(3).id, authorId: who.id });
    });
    const moves = (async () => {
      for (const to of ["3", "2", "root", "1"]) await moveArgument(moderator, move(at(2), to));
    })();
    await Promise.all([...busy, moves]);
    const moved = await read(at(3));
    expect(moved.counts).toMatchObject({ voteCount: 12, supportChildren: 24 });
    await checkWhole(debate.id);
  });
});

describe("Merging two arguments", () => {
  test("joins replies, comments and votes, one vote a person, the one given later", async () => {
    const [ann, bob, eve] = voters as [Viewer, Viewer, Viewer];
    await castVote(ann, { id: at(0), impact: 0 });
    await castVote(bob, { id: at(0), impact: 4 });
    await db.impactVote.updateMany({ data: { updatedAt: new Date(Date.now() - 60_000) } });
    await castVote(ann, { id: at(5), impact: 3 });
    await castVote(eve, { id: at(5), impact: 2 });
    await db.impactVote.updateMany({
      where: { userId: bob.id },
      data: { updatedAt: new Date(Date.now() + 60_000) },
    });
    await castVote(bob, { id: at(5), impact: 1 });
    await db.impactVote.updateMany({
      where: { userId: bob.id, argumentId: at(0).id },
      data: { updatedAt: new Date(Date.now() + 60_000) },
    });
    const comment = await createComment(db, { debateId: debate.id, argumentId: at(0).id });
    const [treeBefore, votesBefore] = [await treeOf(debate.id), await votesOf(debate.id)];

    const { entry, number } = await mergeArguments(moderator, merge(at(0), at(5)));
    expect(number).toBe("3");
    expect(await read(at(0))).toMatchObject({ status: "ARCHIVED", mergedIntoId: at(5).id });
    const joined = await votesOf(debate.id);
    expect(Object.fromEntries(joined.map(({ userId, impact }) => [userId, impact]))).toEqual({
      [ann.id]: 3,
      [bob.id]: 4,
      [eve.id]: 2,
    });
    expect((await db.comment.findFirstOrThrow({ where: { id: comment.id } })).argumentId).toBe(
      at(5).id,
    );
    expect((await read(at(1))).path).toEqual([3, 2]);
    expect([await told(ann), await told(bob), await told(eve)]).toEqual([0, 1, 0]);
    await checkWhole(debate.id);

    await undo(entry);
    expect(await treeOf(debate.id)).toEqual(treeBefore);
    expect(await votesOf(debate.id)).toEqual(votesBefore);
    await checkWhole(debate.id);
  });

  test("is refused into one's own, into what stands below, and twice", async () => {
    const own = await createArgument(db, { debateId: debate.id, authorId: moderator.id });
    expect(await refusalOf(mergeArguments(moderator, merge(at(0), refOf(own))))).toBe("OWN_THING");
    expect(await refusalOf(mergeArguments(moderator, merge(at(0), at(1))))).toBe("BELOW_ITSELF");
    await mergeArguments(moderator, merge(at(0), at(4)));
    expect(await refusalOf(mergeArguments(moderator, merge(at(0), at(5))))).toBe(
      "ARGUMENT_ARCHIVED",
    );
  });

  test("a chain of merges is taken back from its end", async () => {
    for (const voter of voters) await castVote(voter, { id: at(0), impact: 2 });
    const [before, votes] = [await treeOf(debate.id), await votesOf(debate.id)];
    const first = await mergeArguments(moderator, merge(at(0), at(4)));
    const second = await mergeArguments(moderator, merge(at(4), at(5)));
    expect(await refusalOf(undo(first.entry))).toBe("LATER_FIRST");
    await undo(second.entry);
    await undo(first.entry);
    expect(await treeOf(debate.id)).toEqual(before);
    expect(await votesOf(debate.id)).toEqual(votes);
  });

  test("a comment that is being posted meanwhile follows", async () => {
    const posts = Array.from({ length: 12 }, () =>
      createComment(db, { debateId: debate.id, argumentId: at(4).id }),
    );
    const [made] = await Promise.all([
      Promise.all(posts),
      mergeArguments(moderator, merge(at(4), at(5))),
    ]);
    const there = await db.comment.count({ where: { debateId: debate.id, argumentId: at(5).id } });
    expect(there).toBe(made.length);
    await checkWhole(debate.id);
  });
});

describe("Splitting an argument", () => {
  const split = (id: DebateItemRef) =>
    splitArgumentSchema.parse({
      id: publicId(id),
      title: "It costs too much.",
      otherTitle: "It comes too late.",
      otherStance: "OPPOSE",
      publicReason: "These are two claims.",
    });

  test("leaves the votes with the first, asked about, and puts the other beside it", async () => {
    await castVote(voters[0]!, { id: at(4), impact: 4 });
    const [before, votes] = [await treeOf(debate.id), await votesOf(debate.id)];
    const { id, number, entry } = await splitArgument(moderator, split(at(4)));
    expect(number).toBe("4");
    const other = await read({ debateId: debate.id, id: Number(id.split("-")[1]) });
    expect(other).toMatchObject({
      authorId: author.id,
      title: "It comes too late.",
      counts: { voteCount: 0 },
    });
    expect(await told(voters[0]!)).toBe(1);
    expect((await read(at(4))).title).toBe("It costs too much.");
    await undo(entry);
    expect(await treeOf(debate.id)).toEqual(before);
    expect(await votesOf(debate.id)).toEqual(votes);
    await checkWhole(debate.id);
  });

  test("is not taken back over words that came since", async () => {
    const { entry } = await splitArgument(moderator, split(at(4)));
    const { version } = await read(at(4));
    await editArgument(
      author,
      editArgumentSchema.parse({ id: publicId(at(4)), version, title: "It costs far too much." }),
    );
    expect(await refusalOf(undo(entry))).toBe("LATER_FIRST");
  });
});

describe("Editing somebody else's argument", () => {
  const edit = (id: DebateItemRef, title: string, reason = "Clearer so.") =>
    editArgumentSchema.parse({ id: publicId(id), version: 1, title, reason });

  test("says why in the log, tells its author, and can be taken back", async () => {
    const { title } = await read(at(4));
    await editArgument(moderator, edit(at(4), "Quite another claim."));
    const entry = await db.moderationEntry.findFirstOrThrow({
      where: { debateId: debate.id, argumentId: at(4).id, action: "EDIT" },
    });
    expect(await db.notification.count({ where: { userId: author.id, entryId: entry.id } })).toBe(
      1,
    );
    await undo(entry.id);
    expect((await read(at(4))).title).toBe(title);
  });

  test("asks for a reason", async () => {
    expect(await refusalOf(editArgument(moderator, edit(at(4), "Quite another claim.", "")))).toBe(
      "INVALID_INPUT",
    );
  });

  test("an author's new claim asks the voters; a slip put right does not", async () => {
    const [ann] = voters as [Viewer, Viewer, Viewer];
    const argument = await createArgument(db, {
      debateId: debate.id,
      authorId: author.id,
      title: "Buses shoud run.",
    });
    await castVote(ann, { id: refOf(argument), impact: 3 });
    await editArgument(author, edit(refOf(argument), "Buses should run!"));
    expect(await told(ann)).toBe(0);
    await editArgument(author, { ...edit(refOf(argument), "Buses should not run!"), version: 2 });
    expect(await told(ann)).toBe(1);
  });
});

describe("Marks and links", () => {
  const mark = (id: DebateItemRef, ...marks: string[]) =>
    markArgumentSchema.parse({ id: publicId(id), marks, publicReason: "As the rules say." });

  test("a curator marks an argument, at most twice, and takes it back", async () => {
    const { entry } = await markArgument(moderator, mark(at(4), "UNCLEAR", "UNSUPPORTED"));
    expect((await read(at(4))).marks).toEqual(["UNCLEAR", "UNSUPPORTED"]);
    expect(await refusalOf(markArgument(moderator, mark(at(4), "UNSUPPORTED", "UNCLEAR")))).toBe(
      "MARKED_SO",
    );
    expect(() => mark(at(4), "UNCLEAR", "UNSUPPORTED", "DUPLICATE")).toThrow();
    await undo(entry);
    expect((await read(at(4))).marks).toEqual([]);
  });

  test("an argument can be found in another place too, once, and not below itself", async () => {
    const { entry } = await linkArgument(moderator, link(at(1), "2"));
    expect(await db.argumentLink.count({ where: { debateId: debate.id } })).toBe(1);
    expect(await refusalOf(linkArgument(moderator, link(at(1), "2")))).toBe("STANDS_THERE");
    expect(await refusalOf(linkArgument(moderator, link(at(0), "1.1")))).toBe("BELOW_ITSELF");
    await undo(entry);
    expect(await db.argumentLink.count({ where: { debateId: debate.id } })).toBe(0);
  });

  test("what a member, or the author, may not do", async () => {
    const { id: userId } = author;
    await db.debateRole.create({ data: { debateId: debate.id, userId, role: "EDITOR" } });
    expect(await refusalOf(markArgument(voters[0]!, mark(at(4), "UNCLEAR")))).toBe("NOT_ALLOWED");
    expect(await refusalOf(markArgument(author, mark(at(4), "UNCLEAR")))).toBe("OWN_THING");
  });
});
