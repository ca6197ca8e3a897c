import { beforeAll, describe, expect, it } from "vitest";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program } from "../api/client";

type Page = {
  items: { id: string; kind: string; read: boolean; news: { count: number } | null }[];
  nextCursor: string | null;
  unread: number;
};

let ada: Awaited<ReturnType<typeof program>>;
let debate: Awaited<ReturnType<typeof createDebate>>;

beforeAll(async () => {
  ada = await program();
  debate = await createDebate(db);
  await createArgument(db, { debateId: debate.id });
});

const listed = async (query = "") => (await ada.ask<Page>("GET", `/me/notifications${query}`)).body;
const post = (json: object) =>
  ada.ask<{ read: number }>("POST", "/me/notifications/read", { json });
const viewerOf = async (userId: number) =>
  asViewer(await db.user.findUniqueOrThrow({ where: { id: userId } }));

describe("A member who follows a debate", () => {
  it("sees what came since as one item, and marks it up to what was shown", async () => {
    const path = `/debates/${debate.slug}/follow`;
    expect((await ada.ask("PUT", path)).status).toBe(204);
    expect((await ada.ask("PUT", path)).status).toBe(204);
    expect((await listed()).items).toEqual([]);
    for (let n = 0; n < 3; n += 1) await createArgument(db, { debateId: debate.id });
    await createArgument(db, { debateId: debate.id, authorId: ada.person.id });
    const page = await listed();
    expect(page).toMatchObject({ unread: 1, items: [{ kind: "FOLLOWED", news: { count: 3 } }] });
    await createArgument(db, { debateId: debate.id });
    expect((await post({ ids: [page.items[0]!.id] })).body).toEqual({ read: 1 });
    expect((await listed()).items).toMatchObject([{ kind: "FOLLOWED", news: { count: 1 } }]);
    expect((await post({ all: true })).body).toEqual({ read: 1 });
    expect(await listed()).toMatchObject({ items: [], unread: 0 });
    const follows = await ada.ask("GET", "/me/follows");
    expect(follows.body).toMatchObject({ items: [{ debate: { slug: debate.slug }, news: 0 }] });
    expect((await ada.ask("DELETE", path)).status).toBe(204);
    await createArgument(db, { debateId: debate.id });
    expect((await listed()).items).toEqual([]);
  });

  it("is told of an answer to an own argument once: as a reply, not as news too", async () => {
    const own = await createArgument(db, { debateId: debate.id, authorId: ada.person.id });
    await ada.ask("PUT", `/debates/${debate.slug}/follow`);
    const grace = await viewerOf((await createUser(db)).id);
    const parentId = `${debate.id}-${own.id}`;
    const claim = { debate: debate.slug, parentId, stance: "OPPOSE", title: "It is not so." };
    await submitArgument(grace, submitArgumentSchema.parse(claim));
    expect((await listed()).items.map(({ kind }) => kind)).toEqual(["REPLY"]);
    await post({ all: true });
    await ada.ask("DELETE", `/debates/${debate.slug}/follow`);
  });

  it("follows nothing by taking part, and nothing that is not published", async () => {
    const viewer = await viewerOf(ada.person.id);
    const claim = { debate: debate.slug, parentId: null, stance: "SUPPORT", title: "It is so." };
    await submitArgument(viewer, submitArgumentSchema.parse(claim));
    expect(await db.follow.count({ where: { userId: viewer.id } })).toBe(0);
    const draft = await createDebate(db, { status: "DRAFT", openedAt: null });
    expect((await ada.ask("PUT", `/debates/${draft.slug}/follow`)).status).toBe(404);
  });
});

describe("The list of notifications", () => {
  it("comes in pages that do not shift, filtered by kind and by what is unread", async () => {
    const grace = await createUser(db);
    const { id: argumentId } = await createArgument(db, { debateId: debate.id });
    const place = { debateId: debate.id, argumentId };
    for (let n = 0; n < 5; n += 1) {
      const { id: commentId } = await createComment(db, { ...place, authorId: grace.id });
      const kind = n === 2 ? ("MENTION" as const) : ("REPLY" as const);
      const data = { userId: ada.person.id, kind, ...place, commentId, actorId: grace.id };
      await db.notification.create({ data });
    }
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Page = await listed(`?unread=true&limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toHaveLength(5);
    expect(ids.map(Number)).toEqual(ids.map(Number).sort((a, b) => b - a));
    expect((await listed("?kind=MENTION")).items.map(({ id }) => id)).toEqual([ids[2]]);
    expect((await post({ ids: [ids[0]!, ids[0]!] })).body).toEqual({ read: 1 });
    expect(await listed("?unread=true")).toMatchObject({ unread: 4 });
  });
});

describe("What is mailed", () => {
  it("begins with replies and moderation once a day, and is changed in part", async () => {
    const path = "/me/notification-settings";
    const settings = async () => (await ada.ask("GET", path)).body;
    expect(await settings()).toMatchObject({
      digest: "DAILY",
      mailed: ["REPLY", "MODERATION"],
      queueMails: true,
    });
    await ada.ask("PATCH", path, { json: { digest: "WEEKLY" } });
    expect(await settings()).toMatchObject({ digest: "WEEKLY", mailed: ["REPLY", "MODERATION"] });
    await ada.ask("PATCH", path, { json: { mailed: ["FOLLOWED", "MENTION"] } });
    expect(await settings()).toMatchObject({ digest: "WEEKLY", mailed: ["MENTION", "FOLLOWED"] });
    expect((await ada.ask("PATCH", path, { json: { digest: "HOURLY" } })).status).toBe(422);
  });
});
