import { beforeAll, describe, expect, it } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { archiveArgument, restoreArgument } from "@/lib/arguments/commands/archive-argument";
import { editArgument } from "@/lib/arguments/commands/edit-argument";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { editArgumentSchema, submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { notificationListSchema } from "@/lib/notifications/schema";
import { parsePublicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

let slug: string;
let debateId: number;
let grace: Viewer;
let alan: Viewer;
let argument: { debateId: number; id: number };

const ref = (id: string) => parsePublicId(id)!;
const person = async (name: string, wanted: Parameters<typeof createUser>[1] = {}) =>
  asViewer(await createUser(db, { name, ...wanted }));

/** What somebody was told, newest first. */
async function told(who: Viewer) {
  const { items } = await listNotifications(who, notificationListSchema.parse({}));
  return items.map(({ event, kind, actor, comment, argument: about, reason }) => ({
    event,
    kind,
    by: actor?.name ?? null,
    about: about?.id,
    comment: comment?.id,
    reason,
  }));
}

beforeAll(async () => {
  [grace, alan] = [await person("Grace"), await person("Alan")];
  const debate = await createDebate(db);
  [slug, debateId] = [debate.slug, debate.id];
});

/** A new argument of Ada's. */
async function adasArgument() {
  const author = await person("Ada");
  const { id } = await createArgument(db, { debateId, authorId: author.id });
  argument = { debateId, id };
  return { author, argument };
}

const reply = (who: Viewer, parent: { debateId: number; id: number } | null) =>
  submitArgument(
    who,
    submitArgumentSchema.parse({
      debate: slug,
      parentId: parent ? `${parent.debateId}-${parent.id}` : null,
      stance: "OPPOSE",
      title: "Staff need one free day.",
    }),
  );

describe("Who is told of a reply", () => {
  it("The author of an argument hears of one put below it, and nobody else does", async () => {
    const { author, argument } = await adasArgument();
    const { id } = await reply(grace, argument);
    expect(await told(author)).toEqual([
      { event: "ARGUMENT", kind: "REPLY", by: "Grace", about: id, comment: undefined, reason: "" },
    ]);
    expect(await told(grace)).toEqual([]);
    await reply(alan, null);
    expect(await told(author)).toHaveLength(1);
  });

  it("A comment is told to the argument's author, an answer also to whoever is answered", async () => {
    const { author, argument } = await adasArgument();
    const asker = await person("Asker");
    const asked = await postComment(asker, { argumentId: argument, body: "Which hours?" });
    const answer = await postComment(grace, {
      argumentId: argument,
      replyToId: ref(asked.id),
      body: "Ten to four.",
    });
    expect((await told(author)).map(({ event, comment }) => [event, comment])).toEqual([
      ["COMMENT", answer.id],
      ["COMMENT", asked.id],
    ]);
    expect((await told(asker)).map(({ event, comment }) => [event, comment])).toEqual([
      ["ANSWER", answer.id],
    ]);
  });

  it("One comment that answers, names and stands below one's argument is told once", async () => {
    const { author, argument } = await adasArgument();
    const own = await postComment(author, { argumentId: argument, body: "Ask me." });
    await postComment(grace, {
      argumentId: argument,
      replyToId: ref(own.id),
      body: `@${author.handle} and @${author.handle}: since when?`,
    });
    expect((await told(author)).map(({ event }) => event)).toEqual(["ANSWER"]);
  });

  it("Nobody is told of their own doing", async () => {
    const { author, argument } = await adasArgument();
    const own = await postComment(author, {
      argumentId: argument,
      body: `I am @${author.handle}.`,
    });
    await postComment(author, { argumentId: argument, replyToId: ref(own.id), body: "Myself." });
    await reply(author, argument);
    await editArgument(
      author,
      editArgumentSchema.parse({
        id: `${debateId}-${argument.id}`,
        version: 1,
        title: "In better words.",
      }),
    );
    expect(await told(author)).toEqual([]);
  });

  it("Sent twice, it is told once", async () => {
    const { author, argument } = await adasArgument();
    const submissionKey = "0194f0d2-7d54-7cc0-98ad-3e1f3f3a0001";
    const input = { argumentId: argument, body: "Twice.", submissionKey };
    await Promise.all([postComment(grace, input), postComment(grace, input)]);
    await postComment(grace, input);
    expect(await told(author)).toHaveLength(1);
  });

  it("A write that is refused tells nothing", async () => {
    const { author, argument } = await adasArgument();
    await db.debate.update({ where: { id: debateId }, data: { status: "CLOSED" } });
    await expect(
      postComment(grace, { argumentId: argument, body: "Too late" }),
    ).rejects.toMatchObject({ code: "DEBATE_NOT_OPEN" });
    await db.debate.update({ where: { id: debateId }, data: { status: "OPEN" } });
    expect(await told(author)).toEqual([]);
  });
});

describe("Who is told of being named", () => {
  it("Everybody who is named, and whom a change names anew, once", async () => {
    const { argument } = await adasArgument();
    const [first, second] = [await person("First"), await person("Second")];
    const { id } = await postComment(grace, {
      argumentId: argument,
      body: `What does @${first.handle} say?`,
    });
    const edit = (version: number, body: string) =>
      editComment(grace, { id: ref(id), version, body });
    await edit(1, `And @${second.handle}?`);
    await edit(2, `@${first.handle} and @${second.handle}?`);
    for (const one of [first, second]) {
      expect((await told(one)).map(({ event, comment }) => [event, comment])).toEqual([
        ["MENTION", id],
      ]);
    }
  });

  it("Not those whose account is closed, nor accounts that are nobody's", async () => {
    const { argument } = await adasArgument();
    const closed = await person("Closed", { status: "DISABLED" });
    const editors = await person("Editors", { kind: "EDITORIAL" });
    const imported = await person("Imported", {
      kind: "IMPORTED",
      email: null,
      emailVerifiedAt: null,
    });
    const names = [closed, editors, imported];
    await postComment(grace, {
      argumentId: argument,
      body: names.map(({ handle }) => `@${handle}`).join(" "),
    });
    for (const one of names) expect(await told(one)).toEqual([]);
    expect(
      await db.notification.count({ where: { userId: { in: names.map(({ id }) => id) } } }),
    ).toBe(0);
  });
});

describe("Who is told of moderation", () => {
  it("The author hears who edited, archived and restored the argument, and why", async () => {
    const { author, argument } = await adasArgument();
    const curator = await person("Curator", { role: "MODERATOR" });
    const id = `${debateId}-${argument.id}`;
    const title = "In clearer words.";
    const input = { id, version: 1, title, reason: "Clearer." };
    await editArgument({ ...curator, role: "MODERATOR" }, editArgumentSchema.parse(input));
    const moderator: Viewer = { ...curator, role: "MODERATOR" };
    await archiveArgument(moderator, { id: argument, version: 2, reason: "A duplicate." });
    await restoreArgument(moderator, { id: argument, version: 3, reason: "It is not." });
    expect((await told(author)).map(({ event, by, reason }) => [event, by, reason])).toEqual([
      ["MODERATED", "Curator", "It is not."],
      ["MODERATED", "Curator", "A duplicate."],
      ["MODERATED", "Curator", "Clearer."],
    ]);
  });
});

describe("What became of it meanwhile", () => {
  it("A deleted comment and an erased person leave no words and no name", async () => {
    const { author, argument } = await adasArgument();
    const leaver = await person("Leaver");
    const said = await postComment(leaver, { argumentId: argument, body: "Canary words" });
    await postComment(leaver, { argumentId: argument, body: "Others stay" });
    await deleteComment(leaver, { id: ref(said.id) });
    await eraseAccount(leaver, { handle: leaver.handle, password: "" });
    const { items } = await listNotifications(author, notificationListSchema.parse({}));
    expect(items).toMatchObject([
      { actor: null, comment: { deleted: false, excerpt: "Others stay" } },
      { actor: null, comment: { deleted: true, excerpt: "" } },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Canary|Leaver/);
  });

  it("Nothing is told to somebody whose erasure is on its way, and nothing of theirs is left", async () => {
    const { author, argument } = await adasArgument();
    const comments = Array.from({ length: 4 }, (_, n) =>
      postComment(grace, { argumentId: argument, body: `Comment ${n}` }),
    );
    await Promise.all([...comments, eraseAccount(author, { handle: author.handle, password: "" })]);
    await postComment(grace, { argumentId: argument, body: "Afterwards" });
    const mine = { where: { userId: author.id } };
    expect(await db.notification.count(mine)).toBe(0);
  });
});
