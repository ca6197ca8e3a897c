import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { recordVisit } from "@/lib/debates/commands/record-visit";
import { writeFeed } from "@/lib/debates/feeds";
import { getFeed } from "@/lib/debates/queries/feed";
import { listComments } from "@/lib/discussion/queries/comments";
import { checkReadiness } from "@/lib/observability/queries";
import { publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

async function longDiscussion() {
  const { id: debateId, slug } = await createDebate(db);
  const argument = await createArgument(db, { debateId, title: "Claims & <b>tags</b>" });
  const { id: authorId } = await createUser(db);
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const comment = await createComment(db, { debateId, argumentId: argument.id, authorId });
    ids.push(publicId(comment));
  }
  return { debateId, slug, argument: publicId(argument), ids };
}

it("A long discussion is read page by page, each comment once", async () => {
  const { argument, ids } = await longDiscussion();
  const read: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listComments(argument, null, { cursor: cursor ?? undefined, limit: 5 });
    expect(page.hasEarlier).toBe(cursor !== null);
    read.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(read).toEqual(ids);
});

it("A link to any comment of a long discussion shows the page that holds it", async () => {
  const { argument, ids } = await longDiscussion();
  for (const limit of [1, 2, 5, 50]) {
    for (const id of ids) {
      const { items } = await listComments(argument, null, { around: id, limit });
      expect(items.map((item) => item.id)).toContain(id);
    }
  }
  const unknown = await listComments(argument, null, { around: "1-999999", limit: 5 });
  expect(unknown.items[0]!.id).toBe(ids[0]);
});

it("A member who comes back sees what is new, also before the visit is noted", async () => {
  const { debateId, slug, argument, ids } = await longDiscussion();
  const { id, handle, name, role } = await createUser(db);
  const viewer: Viewer = { id, handle, name, role, emailVerified: true };
  const marked = async () =>
    (await listComments(argument, viewer)).items
      .filter((item) => item.isNew)
      .map((item) => item.id);
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(await marked()).toEqual([]);
  await recordVisit(viewer, { debate: slug });
  expect(await marked()).toEqual([]);
  await db.comment.updateMany({ where: { debateId }, data: { createdAt: ago(180) } });
  const late = { debateId_id: { debateId, id: Number(ids[3]!.split("-")[1]) } };
  await db.comment.update({ where: late, data: { createdAt: ago(20) } });
  await db.debateVisit.updateMany({ where: { userId: id }, data: { seenAt: ago(60) } });
  expect(await marked()).toEqual([ids[3]]);
  await recordVisit(viewer, { debate: slug });
  await recordVisit(viewer, { debate: slug });
  expect(await marked()).toEqual([ids[3]]);
});

it("A feed carries people's words as words, in Atom and RSS; a draft has none", async () => {
  const { slug, argument } = await longDiscussion();
  const words = {
    siteName: "Site",
    title: (debate: string) => debate,
    entry: (entry: { title: string }) => entry.title,
    deletedAccount: "deleted account",
    licence: "CC",
  };
  const debate = (await getFeed(slug))!;
  for (const format of ["atom", "rss"] as const) {
    const xml = writeFeed(debate, { format, site: "https://example.org", words });
    expect(xml).toContain("<![CDATA[Claims &amp; &lt;b&gt;tags&lt;/b&gt;]]>");
    expect(xml).toContain(`https://example.org/debates/${slug}/arguments/${argument}`);
  }
  await db.debate.update({ where: { slug }, data: { status: "DRAFT" } });
  expect(await getFeed(slug)).toBeNull();
});

it("The site is ready when the database has every migration, and not before", async () => {
  expect(await checkReadiness()).toEqual({ status: "ok", database: "ok", pendingMigrations: 0 });
  await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_rules'`;
  expect(await checkReadiness()).toMatchObject({ status: "unavailable", pendingMigrations: 1 });
});
