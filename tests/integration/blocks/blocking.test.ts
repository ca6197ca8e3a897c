import { describe, expect, it } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { exportAccount } from "@/lib/accounts/queries/export";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { blockPerson, unblockPerson } from "@/lib/blocks/commands/block";
import { hasBlocked, listBlocks } from "@/lib/blocks/queries/blocks";
import { db } from "@/lib/db/client";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { listComments } from "@/lib/discussion/queries/comments";
import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { listNotifications } from "@/lib/notifications/queries/notifications";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";

const person = async () => asViewer(await createUser(db));

/** An argument by one person, who has blocked the other. */
async function scene() {
  const [author, other] = [await person(), await person()];
  const debate = await createDebate(db);
  const made = await createArgument(db, { debateId: debate.id, authorId: author.id });
  const ref = { debateId: debate.id, id: made.id };
  await blockPerson(author, { handle: other.handle });
  return { author, other, debate, ref };
}
const told = async (who: Viewer) =>
  (await listNotifications(who, { unread: false, limit: 30 })).items.map(({ kind }) => kind);

describe("Whoever blocked a person", () => {
  it("hears of no comment, argument or mention by them, and of everybody else's", async () => {
    const { author, other, debate, ref } = await scene();
    const named = `What do you say, @${author.handle}?`;
    await postComment(other, { argumentId: ref, body: "No." });
    const edited = await postComment(other, { argumentId: ref, body: "Still no." });
    const change = { id: parsePublicId(edited.id)!, version: 1, body: named };
    await editComment(other, change);
    await submitArgument(other, {
      ...{ debate: debate.slug, parentId: ref, stance: "OPPOSE", title: "Nobody would come." },
      ...{ body: "", sources: [], factIds: [] },
    });
    expect(await told(author)).toEqual([]);
    await postComment(await person(), { argumentId: ref, body: named });
    expect(await told(author)).toEqual(["REPLY"]);
  });

  it("finds their comments folded, alone; they and others see nothing of it", async () => {
    const { author, other, ref } = await scene();
    await postComment(other, { argumentId: ref, body: "No." });
    const seenBy = async (viewer: Viewer | null) =>
      (await listComments(publicId(ref), viewer)).items.map(({ blocked }) => blocked);
    expect(await seenBy(author)).toEqual([true]);
    expect(await seenBy(other)).toEqual([false]);
    expect(await seenBy(null)).toEqual([false]);
    expect(await told(other)).toEqual([]);
    expect(JSON.stringify(await exportAccount(other))).not.toContain(author.handle);
  });

  it("still hears of what they do as a moderator", async () => {
    const { author, other, ref } = await scene();
    await db.$transaction((tx) =>
      appendEntry(tx, {
        ...{ action: "WARN", actorId: other.id, personId: author.id, ground: "UNCIVIL" },
        about: { target: "ARGUMENT", debateId: ref.debateId, argumentId: ref.id },
        publicReason: "Stay civil.",
      }),
    );
    expect(await told(author)).toEqual(["MODERATION"]);
  });

  it("can list them, ten times blocked as once, take the list along and end it", async () => {
    const { author, other, ref } = await scene();
    await Promise.all(
      Array.from({ length: 10 }, () => blockPerson(author, { handle: other.handle })),
    );
    const { items } = await listBlocks(author, { limit: 50 });
    expect(items.map(({ person: { handle } }) => handle)).toEqual([other.handle]);
    expect(await exportAccount(author)).toMatchObject({
      person: { blocks: [{ blocked: { handle: other.handle } }] },
    });
    await unblockPerson(author, { handle: other.handle });
    expect(await hasBlocked(author, other.handle)).toBe(false);
    await postComment(other, { argumentId: ref, body: "Hello." });
    expect(await told(author)).toEqual(["REPLY"]);
  });
});

it("Nobody blocks themselves or somebody who is not there, not even in the database", async () => {
  const ada = await person();
  await expect(blockPerson(ada, ada)).rejects.toMatchObject({ code: "ONESELF" });
  await expect(blockPerson(ada, { handle: "nobody-here" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const data = { blockerId: ada.id, blockedId: ada.id };
  await expect(db.block.create({ data })).rejects.toThrow("blocks_not_oneself_check");
});

it("An erased account blocks nobody, and is blocked by nobody", async () => {
  const { author, other } = await scene();
  await blockPerson(other, { handle: author.handle });
  await eraseAccount(author, { handle: author.handle, password: "" });
  const ids = [author.id, other.id];
  expect(await db.block.count({ where: { blockerId: { in: ids } } })).toBe(0);
  expect((await listBlocks(other, { limit: 50 })).items).toEqual([]);
});
