import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { env } from "@/lib/env";
import { offerArgument, offerComment, offerEdit } from "@/lib/suggestions/commands/offer";
import { setCuration } from "@/lib/suggestions/commands/set-curation";
import { curationSchema } from "@/lib/suggestions/schema";
import { isWaiting } from "@/lib/suggestions/view";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { person, scene, send, stored, submission } from "./waiting";

afterEach(() => {
  Object.assign(env, {
    FIRST_CONTRIBUTIONS_WAIT: 0,
    HELD_WORDS: [],
    HELD_BURST: 20,
    HELD_LINKS: 3,
  });
});

describe("In a curated debate", () => {
  it("a member's argument waits, once however often it is sent, and its draft is forgotten", async () => {
    const at = await scene();
    const { debate, member } = at;
    await db.draft.create({
      data: { debateId: debate.id, userId: member.id, form: "reply:root:SUPPORT", values: {} },
    });
    const submissionKey = randomUUID();
    const refs = await Promise.all([1, 2, 3].map(() => send(at, { submissionKey })));
    expect(new Set(refs.map(({ id }) => id)).size).toBe(1);
    expect(await db.review.count({ where: { debateId: debate.id } })).toBe(1);
    expect(await db.argument.count({ where: { authorId: member.id } })).toBe(0);
    expect(await db.draft.count({ where: { userId: member.id } })).toBe(0);
    expect(await stored(refs[0]!)).toMatchObject({ status: "WAITING", why: "CURATED" });
  });

  it("an editor's and a moderator's are shown at once", async () => {
    const { debate, editor } = await scene();
    const moderator = await person("MODERATOR");
    for (const writer of [editor, moderator]) {
      const made = await offerArgument(writer, submission(debate.slug));
      expect(isWaiting(made)).toBe(false);
    }
  });

  it("an edit of one's own argument waits, and the argument stays as it is", async () => {
    const { debate, member } = await scene();
    const { id } = await createArgument(db, { debateId: debate.id, authorId: member.id });
    const ref = { debateId: debate.id, id };
    const edit = { title: "Other words for it.", body: "", sources: [], factIds: [], reason: "" };
    const made = await offerEdit(member, { id: ref, version: 1, ...edit });
    expect(isWaiting(made)).toBe(true);
    const now = await db.argument.findUniqueOrThrow({ where: { debateId_id: ref } });
    expect(now).toMatchObject({ version: 1, title: "People who work all week could use it." });
  });

  it("comments are shown at once", async () => {
    const { argument, debate, member } = await scene();
    const argumentId = { debateId: debate.id, id: argument.id };
    const made = await offerComment(member, { argumentId, body: "Which hours?" });
    expect(isWaiting(made)).toBe(false);
  });

  it("what could not be posted cannot wait either", async () => {
    const at = await scene({ status: "CLOSED" });
    await expect(send(at)).rejects.toMatchObject({ code: "DEBATE_NOT_OPEN" });
    const open = await scene();
    await expect(send(open, { factIds: [999_999] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

describe("Held content", () => {
  it("waits for a word of the site's or the debate's list, also in a source", async () => {
    const { debate, member, argument } = await scene({ curated: false, heldWords: ["snake oil"] });
    const argumentId = { debateId: debate.id, id: argument.id };
    const comment = await offerComment(member, { argumentId, body: "Buy Snake Oil here." });
    expect(comment).toMatchObject({ why: "WORDS" });
    const cited = { title: "Snake oil works", url: "https://oil.example/" };
    const offered = await offerArgument(member, submission(debate.slug, { sources: [cited] }));
    expect(offered).toMatchObject({ why: "WORDS" });
    Object.assign(env, { HELD_WORDS: ["casino"] });
    const other = await offerComment(member, { argumentId, body: "My casino is open." });
    expect(other).toMatchObject({ why: "WORDS" });
  });

  it("of a comment that is changed is refused: the words that are shown stay", async () => {
    const { debate, member, argument } = await scene({ curated: false, heldWords: ["casino"] });
    const at = { debateId: debate.id, argumentId: argument.id, authorId: member.id };
    const { id } = await createComment(db, at);
    const change = { id: { debateId: debate.id, id }, version: 1, body: "My casino." };
    await expect(editComment(member, change)).rejects.toMatchObject({ code: "CHANGE_WOULD_WAIT" });
  });

  it("waits for many links of a new member, and not of one who is known", async () => {
    const { debate, member, argument } = await scene({ curated: false });
    const argumentId = { debateId: debate.id, id: argument.id };
    const body = "https://a.example https://b.example https://c.example https://d.example";
    expect(await offerComment(member, { argumentId, body })).toMatchObject({ why: "LINKS" });
    await known(member.id, debate.id);
    expect(isWaiting(await offerComment(member, { argumentId, body }))).toBe(false);
  });

  it("waits for as many links as the debate's editors chose, whatever the site's setting says", async () => {
    const addresses = ["a", "b", "c", "d"].map((host) => `https://${host}.example`).join(" ");
    const sendTo = async (heldLinks: number | null) => {
      const { debate, member, argument } = await scene({ curated: false, heldLinks });
      const argumentId = { debateId: debate.id, id: argument.id };
      return offerComment(member, { argumentId, body: `${debate.slug}: ${addresses}` });
    };
    expect(isWaiting(await sendTo(4))).toBe(false);
    expect(isWaiting(await sendTo(0))).toBe(false);
    Object.assign(env, { HELD_LINKS: 0 });
    expect(isWaiting(await sendTo(null))).toBe(false);
    expect(await sendTo(3)).toMatchObject({ why: "LINKS" });
  });

  it("waits for the third account with the same words", async () => {
    const { debate, argument } = await scene({ curated: false });
    const argumentId = { debateId: debate.id, id: argument.id };
    const body = `The same words by several accounts, long enough to be no chance ${debate.slug}.`;
    const whys = [];
    for (let n = 0; n < 3; n += 1) {
      const made = await offerComment(await person(), { argumentId, body });
      whys.push(isWaiting(made) ? made.why : null);
    }
    expect(whys).toEqual([null, null, "BURST"]);
  });

  it("waits for one post more in a minute than the site allows", async () => {
    Object.assign(env, { HELD_BURST: 2 });
    const { debate, member } = await scene({ curated: false });
    const titles = ["One claim.", "Two claims.", "Three claims."];
    const made = [];
    for (const title of titles)
      made.push(await offerArgument(member, submission(debate.slug, { title })));
    expect(made.map(isWaiting)).toEqual([false, false, true]);
  });
});

describe("First contributions", () => {
  it("of a new member wait until so many are shown", async () => {
    Object.assign(env, { FIRST_CONTRIBUTIONS_WAIT: 1 });
    const { debate, member, argument } = await scene({ curated: false });
    const argumentId = { debateId: debate.id, id: argument.id };
    const first = await offerComment(member, { argumentId, body: "My first words here." });
    expect(first).toMatchObject({ why: "FIRST" });
    await createComment(db, { ...where(argumentId), authorId: member.id });
    const next = await offerComment(member, { argumentId, body: "My second words here." });
    expect(isWaiting(next)).toBe(false);
  });
});

describe("An editor", () => {
  it("switches curation on, with the list of held words, and the log says so without the words", async () => {
    const { debate, editor, member } = await scene({ curated: false });
    await offerArgument(member, submission(debate.slug)); // now it is remembered as open
    const { entry } = await setCuration(editor, {
      ...{ debate: debate.slug, curated: true, heldWords: ["casino", "casino"] },
      heldLinks: undefined,
      publicReason: "Many arguments came at once.",
    });
    const made = await offerArgument(member, submission(debate.slug, { title: "Another claim." }));
    expect(made).toMatchObject({ why: "CURATED" });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry } });
    expect(logged).toMatchObject({ target: "DEBATE", details: { curated: true, heldWords: 1 } });
  });

  it("chooses how many links are held, which counts at once, and goes back to the site's number", async () => {
    const { debate, editor, member, argument } = await scene({ curated: false });
    const argumentId = { debateId: debate.id, id: argument.id };
    const offered = (body: string) => offerComment(member, { argumentId, body });
    const choose = (heldLinks: string | undefined) =>
      setCuration(
        editor,
        curationSchema.parse({
          ...{ debate: debate.slug, heldLinks, publicReason: "Many links came at once." },
        }),
      );
    expect(isWaiting(await offered("See https://a.example and https://b.example"))).toBe(false);
    const { entry } = await choose("1");
    expect(await offered("See https://b.example, https://c.example")).toMatchObject({
      why: "LINKS",
    });
    const logged = await db.moderationEntry.findUniqueOrThrow({ where: { id: entry } });
    expect(logged.details).toMatchObject({ heldLinks: 1 });
    expect(await choose(undefined)).toMatchObject({ heldLinks: 1 });
    expect(await choose("")).toMatchObject({ heldLinks: null });
    expect(isWaiting(await offered("See https://c.example, https://d.example"))).toBe(false);
  });

  it("chooses no number below 0 or above 100, in PostgreSQL either", async () => {
    const { debate } = await scene();
    for (const heldLinks of ["-1", "101", "1.5", "many"]) {
      const input = { debate: debate.slug, heldLinks, publicReason: "Many links." };
      expect(curationSchema.safeParse(input).success, heldLinks).toBe(false);
    }
    const where = { id: debate.id };
    for (const heldLinks of [-1, 101])
      await expect(db.debate.update({ where, data: { heldLinks } })).rejects.toThrow(
        "debates_held_links_check",
      );
  });

  it("is needed for that: a member is refused", async () => {
    const { debate, member } = await scene();
    const input = {
      ...{ debate: debate.slug, curated: false },
      heldWords: undefined,
      heldLinks: 0,
    };
    await expect(
      setCuration(member, { ...input, publicReason: "I want to post." }),
    ).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

const where = ({ debateId, id }: { debateId: number; id: number }) => ({
  debateId,
  argumentId: id,
});

/** Makes somebody a member who has been here for a while. */
async function known(userId: number, debateId: number): Promise<void> {
  await db.user.update({
    where: { id: userId },
    data: { createdAt: new Date(Date.now() - 5 * 86_400_000) },
  });
  for (let n = 0; n < 3; n += 1) await createArgument(db, { debateId, authorId: userId });
}
