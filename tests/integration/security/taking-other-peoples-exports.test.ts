import { beforeAll, describe, expect, test } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { db } from "@/lib/db/client";
import { deleteComment } from "@/lib/discussion/commands/delete-comment";
import { writePreparedExport } from "@/lib/interchange/commands/write-prepared";
import { cleanUp } from "@/lib/jobs/commands/housekeeping";
import { sender } from "@/lib/jobs/queue";
import { workOnce } from "@/lib/jobs/worker";
import { createComment } from "@/tests/factories/create-comment";
import { asViewer } from "@/tests/factories/viewer";
import { browser, program, reader, type Problem } from "../api/client";
import { aboutComment, append, scene, type Scene } from "../moderation/entries";

type Prepared = { id: string; state: string };

beforeAll(async () => {
  await sender();
});

/** A file that somebody had prepared of a debate. */
async function prepared(wanted: Parameters<typeof scene>[0] = {}) {
  const at = await scene(wanted);
  const owner = await program();
  const { status, body } = await owner.ask<Prepared>("POST", `/debates/${at.debate.slug}/exports`, {
    json: { format: "json" },
  });
  expect(status).toBe(202);
  await workOnce();
  return { at, owner, path: `/exports/${body.id}`, id: body.id };
}

test("Only its owner finds a prepared file", async () => {
  const { owner, path, at } = await prepared();
  expect((await owner.ask("GET", `${path}/file`)).status).toBe(200);
  const moderator = await browser(at.moderator);
  for (const other of [await program(), await browser(), moderator]) {
    for (const one of [path, `${path}/file`])
      expect((await other.ask("GET", one)).status).toBe(404);
    const list = await other.ask<{ items: [] }>("GET", `/debates/${at.debate.slug}/exports`);
    expect(list.body.items).toEqual([]);
  }
  for (const one of [path, `${path}/file`]) expect((await reader.ask("GET", one)).status).toBe(401);
});

test("Readers and programs that may only read have none prepared", async () => {
  const { debate } = await scene();
  const json = { format: "json" };
  const path = `/debates/${debate.slug}/exports`;
  expect((await reader.ask("POST", path, { json })).status).toBe(401);
  const reading = await program(["read"]);
  expect((await reading.ask("POST", path, { json })).body.code).toBe("SCOPE_MISSING");
});

test("A draft is prepared for nobody who may not read it, nor handed out once it is one again", async () => {
  const { debate } = await scene({ status: "DRAFT" });
  const member = await program();
  const asked = await member.ask("POST", `/debates/${debate.slug}/exports`, { json: {} });
  expect(asked.status).toBe(404);
  const { owner, path, at } = await prepared();
  await db.debate.update({ where: { id: at.debate.id }, data: { status: "DRAFT" } });
  for (const one of [path, `${path}/file`]) expect((await owner.ask("GET", one)).status).toBe(404);
});

describe("What was taken away since the file was made is not handed out", () => {
  const ways: Record<string, (at: Scene) => Promise<unknown>> = {
    "an argument that a moderator hid": (at) => append(at),
    "a comment that a moderator hid": (at) => append(at, { about: aboutComment(at) }),
    "what was hidden again": (at) =>
      append(at, { action: "RESTORE", details: { from: "LIVE", to: "HIDDEN" } }),
    "what the law asked for": (at) => append(at, { action: "PURGE" }),
    "a comment that its author deleted": async ({ author, debate, comment }) =>
      deleteComment(asViewer(author), { id: { debateId: debate.id, id: comment.id } }),
    "the name of somebody who left": async ({ author }) =>
      eraseAccount(asViewer(author), { handle: author.handle, password: "" }),
  };
  test.each(Object.keys(ways))("%s", async (way) => {
    const { at, owner, path, id } = await prepared();
    const { debate, argument, author } = at;
    await db.participation.upsert({
      where: { debateId_userId: { debateId: debate.id, userId: author.id } },
      create: { debateId: debate.id, userId: author.id },
      update: {},
    });
    await ways[way]!(at);
    const { status, body } = await owner.ask<Problem>("GET", `${path}/file`);
    expect([status, body.code]).toEqual([410, "EXPORT_OUTDATED"]);
    expect((await owner.ask<Prepared>("GET", path)).body.state).toBe("OUTDATED");
    await cleanUp();
    expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(0);
    // Prepared anew, it is handed out.
    await createComment(db, { debateId: debate.id, argumentId: argument.id });
    const again = await owner.ask<Prepared>("POST", `/debates/${debate.slug}/exports`, {
      json: { format: "json" },
    });
    await writePreparedExport({ exportId: again.body.id }, new AbortController().signal);
    expect((await owner.ask("GET", `/exports/${again.body.id}/file`)).status).toBe(200);
  });

  test("what was decided without hiding anything keeps the file", async () => {
    const { at, owner, path } = await prepared();
    await append(at, { action: "KEEP" });
    await append(at, { action: "RESTORE", details: { from: "HIDDEN", to: "LIVE" } });
    await append(await scene());
    expect((await owner.ask("GET", `${path}/file`)).status).toBe(200);
  });
});

test("Who leaves takes their prepared files along", async () => {
  const { owner, id } = await prepared();
  await eraseAccount(asViewer(owner.person as never), {
    handle: owner.person.handle,
    password: "",
  });
  expect(await db.preparedExport.count({ where: { id } })).toBe(0);
  expect(await db.exportPiece.count({ where: { exportId: id } })).toBe(0);
});
