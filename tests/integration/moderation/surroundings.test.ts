import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { decideReview } from "@/lib/moderation/commands/decide-review";
import { flag } from "@/lib/moderation/commands/flag";
import { getQueue } from "@/lib/moderation/queries/queue";
import { getReview } from "@/lib/moderation/queries/review";
import { queueSchema } from "@/lib/moderation/queue-schema";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { suggest } from "@/lib/suggestions/commands/suggest";
import { suggestSchema } from "@/lib/suggestions/schema";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: Viewer["role"] = "MEMBER") => asViewer(await createUser(db, { role }));

async function around(review: { debateId: number } | { authorId: number }) {
  const { id } = await db.review.findFirstOrThrow({ where: { ...review, status: "WAITING" } });
  return (await getReview(await person("MODERATOR"), id))!;
}

describe("Whoever decides finds around the thing", () => {
  it("an argument's side, number and siblings", async () => {
    const { id: debateId } = await createDebate(db);
    const argument = (title: string, parentId: number | null = null) =>
      createArgument(db, { debateId, title, parentId });
    const parent = await argument("Buses are late.");
    const flagged = await argument("They are late in winter.", parent.id);
    await argument("They are late in summer.", parent.id);
    await argument("Trains are late.");
    const ref = { debateId, id: flagged.id };
    await flag(await person(), { target: "ARGUMENT", id: ref, reason: "OFF_TOPIC", note: "" });
    const { around: found } = await around({ debateId });
    expect(found.argument).toMatchObject({ number: "1.1", version: 1, status: "LIVE" });
    expect(found.beside.map(({ title }) => title)).toEqual(["They are late in summer."]);
    expect([found.remarks, found.written, found.texts]).toEqual([[], [], []]);
  });

  it("what a comment answers and what was said around it", async () => {
    const { id: debateId } = await createDebate(db);
    const { id: argumentId } = await createArgument(db, { debateId });
    const say = (body: string, replyToId?: number) =>
      createComment(db, { debateId, argumentId, body, replyToId });
    const first = await say("Which winter?");
    for (const body of ["One.", "Two.", "Three.", "Four."]) await say(body);
    const flagged = await say("Go away.", first.id);
    await say("Please stay polite.");
    const ref = { debateId, id: flagged.id };
    await flag(await person(), { target: "COMMENT", id: ref, reason: "UNCIVIL", note: "" });
    const { remarks } = (await around({ debateId })).around;
    expect(remarks.map(({ body }) => body)).toEqual([
      ...["Which winter?", "One.", "Two.", "Three.", "Four."],
      ...["Go away.", "Please stay polite."],
    ]);
    expect(remarks.find(({ here }) => here)?.body).toBe("Go away.");
    expect(remarks.find(({ answered }) => answered)?.body).toBe("Which winter?");
  });

  it("what a person wrote last, and what was done to it", async () => {
    const { id: debateId } = await createDebate(db);
    const author = asViewer(await createUser(db));
    const mine = { debateId, authorId: author.id };
    const { id } = await createArgument(db, { ...mine, title: "Buy my umbrellas." });
    await createComment(db, { ...mine, argumentId: id, body: "Cheap." });
    const spam = { reason: "SPAM", note: "" } as const;
    await flag(await person(), { target: "ARGUMENT", id: { debateId, id }, ...spam });
    const { review, version } = await around({ debateId });
    const words = { ground: "SPAM", publicReason: "It sells umbrellas.", privateNote: "" } as const;
    const moderator = await person("MODERATOR");
    await decideReview(moderator, { review, version, decision: "HIDE", ...words });
    await flag(await person(), { target: "PERSON", id: author.handle, ...spam });
    const found = await around({ authorId: author.id });
    expect(found.around.written.map(({ words: said, state }) => [said, state])).toEqual([
      ["Cheap.", "LIVE"],
      ["Buy my umbrellas.", "HIDDEN"],
    ]);
    expect(found.before.map(({ action }) => action)).toEqual(["HIDE"]);
  });

  it("both arguments whole when one is said to repeat the other", async () => {
    const { id: debateId } = await createDebate(db);
    const argument = (title: string) => createArgument(db, { debateId, title });
    const [one, other] = [await argument("Buses are late."), await argument("A bus is late.")];
    const argumentId = publicId({ debateId, id: one.id });
    const of = publicId({ debateId, id: other.id });
    await suggest(await person(), suggestSchema.parse({ kind: "DUPLICATE", argumentId, of }));
    const { texts } = (await around({ debateId })).around;
    expect(texts.map(({ title }) => title)).toEqual(["Buses are late.", "A bus is late."]);
    await db.review.deleteMany({ where: { debateId } });
    const ref = { debateId, id: one.id };
    const reason = { reason: "DUPLICATE", note: "", duplicateOf: { debateId, id: other.id } };
    await flag(await person(), { target: "ARGUMENT", id: ref, ...reason, reason: "DUPLICATE" });
    const flagged = (await around({ debateId })).around.texts;
    expect(flagged.map(({ title }) => title)).toEqual(["A bus is late."]);
  });
});

it("The queue says how many things wait for each cause, whichever is shown", async () => {
  const { id: debateId, slug } = await createDebate(db);
  const { id } = await createArgument(db, { debateId });
  const at = publicId({ debateId, id });
  await suggest(
    await person(),
    suggestSchema.parse({ kind: "SOURCE", argumentId: at, source: { title: "A timetable" } }),
  );
  await flag(await person(), {
    ...{ target: "ARGUMENT", id: { debateId, id }, reason: "SPAM", note: "" },
  });
  const moderator = await person("MODERATOR");
  for (const cause of [undefined, "FLAG", "APPEAL"] as const) {
    const page = await getQueue(moderator, queueSchema.parse({ debate: slug, cause }));
    expect(page.causes).toEqual({ FLAG: 1, SUGGESTION: 1 });
  }
});
