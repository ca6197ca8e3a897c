import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { saveView } from "@/lib/moderation/commands/queue-views";
import { changeReply, deleteReply, saveReply } from "@/lib/moderation/commands/saved-replies";
import { listReplies } from "@/lib/moderation/queries/saved-replies";
import { queueLimits } from "@/lib/moderation/queue-vocabulary";
import type { Viewer } from "@/lib/shared/viewer";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async (role: Viewer["role"] = "MEMBER") => asViewer(await createUser(db, { role }));

const shop = { name: "A shop", text: "It advertises a shop." };
const insult = { name: "An insult", text: "It insults somebody." };

/** So many replies of this person, beside those there are. */
const fill = (userId: number, count: number) =>
  db.savedReply.createMany({
    data: Array.from({ length: count }, (_, n) => ({ userId, name: `Reply ${n}`, text: "Words." })),
  });

describe("Saved replies", () => {
  it("are listed by name, changed in part, and forgotten, twice as once", async () => {
    const moderator = await person("MODERATOR");
    const second = await saveReply(moderator, insult);
    const first = await saveReply(moderator, shop);
    expect(await listReplies(moderator)).toEqual({
      items: [first, second],
      canKeep: { granted: true },
    });
    const { reply } = first;
    expect(await changeReply(moderator, { reply, text: "It sells." })).toEqual({
      ...{ reply, name: "A shop", text: "It sells." },
    });
    await changeReply(moderator, { reply, name: "Shops" });
    const stored = await db.savedReply.findUniqueOrThrow({ where: { id: reply } });
    expect(stored).toMatchObject({ name: "Shops", text: "It sells.", userId: moderator.id });
    await deleteReply(moderator, { reply });
    await deleteReply(moderator, { reply });
    expect((await listReplies(moderator)).items).toEqual([second]);
    await expect(changeReply(moderator, { reply, name: "Gone" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("have a name each, also after a change, and somebody else can use the same", async () => {
    const [moderator, other] = [await person("MODERATOR"), await person("MODERATOR")];
    const { reply } = await saveReply(moderator, shop);
    await saveReply(moderator, insult);
    const taken = { code: "REPLY_NAME_TAKEN" };
    await expect(saveReply(moderator, { ...insult, name: "A shop" })).rejects.toMatchObject(taken);
    const change = { reply, name: insult.name };
    await expect(changeReply(moderator, change)).rejects.toMatchObject(taken);
    await changeReply(moderator, { reply, ...shop });
    await saveReply(other, shop);
  });

  it("are thirty at most, and can be changed then too", async () => {
    const moderator = await person("MODERATOR");
    await fill(moderator.id, queueLimits.replies - 1);
    const { reply } = await saveReply(moderator, shop);
    await expect(saveReply(moderator, insult)).rejects.toMatchObject({ code: "REPLIES_FULL" });
    const { canKeep } = await listReplies(moderator);
    expect(canKeep).toMatchObject({ granted: false, because: "REPLIES_FULL" });
    await changeReply(moderator, { reply, ...insult });
    await deleteReply(moderator, { reply });
    await saveReply(moderator, shop);
  });

  it("saved at the same moment are neither one too many nor two of a name", async () => {
    const moderator = await person("MODERATOR");
    await fill(moderator.id, queueLimits.replies - 2);
    const three = [shop, shop, insult, { ...insult, name: "Another" }];
    const results = await Promise.allSettled(three.map((one) => saveReply(moderator, one)));
    const codes = results.map((one) =>
      one.status === "fulfilled" ? "saved" : (one.reason as { code?: string }).code,
    );
    expect(codes.filter((code) => code === "saved")).toHaveLength(2);
    for (const code of codes) expect(["saved", "REPLY_NAME_TAKEN", "REPLIES_FULL"]).toContain(code);
    expect(await db.savedReply.count({ where: { userId: moderator.id } })).toBe(30);
  });

  it("are for moderators and editors, not for other members", async () => {
    const [member, editor] = [await person(), await person()];
    const { id: debateId } = await createDebate(db);
    await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
    const { reply } = await saveReply(editor, shop);
    expect((await listReplies(editor)).items).toHaveLength(1);
    const refused = { code: "NOT_ALLOWED" };
    await expect(listReplies(member)).rejects.toMatchObject(refused);
    await expect(saveReply(member, shop)).rejects.toMatchObject(refused);
    await expect(changeReply(member, { reply, ...insult })).rejects.toMatchObject(refused);
    await expect(deleteReply(member, { reply })).rejects.toMatchObject(refused);
  });

  it("have a name and the length of a public reason in PostgreSQL too", async () => {
    const { id: userId } = await createUser(db);
    const create = (data: { name: string; text: string }) =>
      db.savedReply.create({ data: { userId, ...data } });
    await expect(create({ name: "", text: "Words." })).rejects.toThrow("saved_replies_name_check");
    await expect(create({ name: "A", text: "No" })).rejects.toThrow("saved_replies_text_check");
    const long = "w".repeat(1001);
    await expect(create({ name: "A", text: long })).rejects.toThrow("saved_replies_text_check");
  });
});

describe("Views saved at the same moment", () => {
  it("do not wait for one another without end", async () => {
    const moderator = await person("MODERATOR");
    const names = ["One", "Two", "Three", "Four"];
    await Promise.all(names.map((name) => saveView(moderator, { name, query: "" })));
    expect(await db.queueView.count({ where: { userId: moderator.id } })).toBe(4);
  });
});
