import { beforeAll, describe, expect, test } from "vitest";
import { getMember, listMemberArguments, listMemberComments } from "@/lib/accounts/queries/member";
import { saveDraft } from "@/lib/arguments/commands/save-draft";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { getArgument, getArgumentPage } from "@/lib/arguments/queries/argument";
import { getRevisions } from "@/lib/arguments/queries/revisions";
import { findSimilarIn } from "@/lib/arguments/queries/similar";
import { getThread } from "@/lib/arguments/queries/tree";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { recordVisit } from "@/lib/debates/commands/record-visit";
import { getDebate } from "@/lib/debates/queries/context";
import { getFeatured } from "@/lib/debates/queries/debates";
import { getFeed } from "@/lib/debates/queries/feed";
import { listForSitemap } from "@/lib/debates/queries/sitemap";
import { getComment } from "@/lib/discussion/queries/comments";
import { search } from "@/lib/search/queries/search";
import { searchSchema } from "@/lib/search/schema";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program, reader, type Caller } from "../api/client";

let slug: string;
let argument: string;
let comment: string;
let author: { id: number; handle: string };
let member: Viewer;
let caller: Caller;

beforeAll(async () => {
  const debate = await createDebate(db, { status: "DRAFT", title: "Zanzibar unannounced" });
  slug = debate.slug;
  author = await createUser(db);
  const { id } = await createArgument(db, {
    debateId: debate.id,
    authorId: author.id,
    title: "Zanzibar has the better harbour.",
  });
  const said = await createComment(db, {
    debateId: debate.id,
    argumentId: id,
    authorId: author.id,
    body: "Zanzibar indeed.",
  });
  argument = `${debate.id}-${id}`;
  comment = `${debate.id}-${said.id}`;
  member = asViewer(await createUser(db));
  caller = await program();
});

describe("A debate that is not published yet", () => {
  test.each([
    ["GET", () => `/debates/${slug}`],
    ["GET", () => `/debates/${slug}/arguments`],
    ["GET", () => `/debates/${slug}/arguments?parent=root`],
    ["GET", () => `/debates/${slug}/arguments?parent=${argument}`],
    ["GET", () => `/arguments/${argument}`],
    ["GET", () => `/arguments/${argument}/revisions`],
    ["GET", () => `/arguments/${argument}/comments`],
    ["POST", () => `/debates/${slug}/arguments`],
    ["POST", () => `/arguments/${argument}/comments`],
    ["POST", () => `/arguments/${argument}/archive`],
    ["PATCH", () => `/arguments/${argument}`],
    ["PATCH", () => `/comments/${comment}`],
    ["PUT", () => `/arguments/${argument}/vote`],
    ["DELETE", () => `/arguments/${argument}/vote`],
    ["DELETE", () => `/comments/${comment}`],
  ] as const)("is not there for a member who asks to %s %s", async (method, path) => {
    const bodies: Record<string, object> = {
      arguments: { parentId: null, stance: "OPPOSE", title: "The harbour is shallow." },
      comments: { body: "Is it?" },
      archive: { reason: "No reason.", version: 1 },
      vote: { impact: 3 },
    };
    const last = path().split("/").at(-1) ?? "";
    const json = method === "GET" ? undefined : (bodies[last] ?? { version: 1, body: "Is it?" });
    const answer = await caller.ask(method, path(), { json });
    expect([answer.status, answer.body.code]).toEqual([404, "NOT_FOUND"]);
    expect(JSON.stringify(answer.body)).not.toContain("Zanzibar");
  });

  test("is in no list, feed, sitemap, search or member's page", async () => {
    const everything = [
      (await reader.ask("GET", "/debates")).body,
      (await reader.ask("GET", "/debates?q=zanzibar")).body.errors,
      await getFeatured(),
      await getFeed(slug),
      await listForSitemap(),
      (await search(searchSchema.parse({ q: "zanzibar" }))).items,
      (await search(searchSchema.parse({ q: "zanzibra harbuor", debate: slug }))).items,
      await findSimilarIn(slug, "Zanzibar has the better harbour."),
      await listMemberArguments(author.id),
      await listMemberComments(author.id),
    ];
    expect(JSON.stringify(everything)).not.toMatch(/zanzibar/i);
    expect(JSON.stringify(everything)).not.toContain(slug);
    expect(await getMember(author.handle)).toMatchObject({ arguments: 0, comments: 0 });
  });

  test("has no argument, thread, history or comment for a member", async () => {
    const input = { sort: "newest", cited: false, limit: 10 } as const;
    expect(await getDebate(slug, member)).toBeNull();
    expect(await getArgument(argument, member)).toBeNull();
    expect(await getArgumentPage(argument, member, input)).toBeNull();
    expect(await getThread(argument, member)).toBeNull();
    expect(await getRevisions(argument, member)).toBeNull();
    expect(await getComment(comment, member)).toBeNull();
  });

  test("does not betray its name by the way in which writing to it is refused", async () => {
    for (const debate of [slug, "no-such-debate"]) {
      const claim = { debate, parentId: null, stance: "SUPPORT", title: "The harbour is deep." };
      const form = "reply:root:SUPPORT";
      const refused = { code: "NOT_FOUND" };
      await expect(submitArgument(member, submitArgumentSchema.parse(claim))).rejects.toMatchObject(
        refused,
      );
      await expect(
        saveDraft(member, { debate, form, values: { title: "The" } }),
      ).rejects.toMatchObject(refused);
      await expect(recordVisit(member, { debate })).rejects.toMatchObject(refused);
    }
    expect(await db.draft.count()).toBe(0);
  });
});
