import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { program, reader, type Caller } from "./client";
import { expectPromised, operationOf } from "./promises";

type Waiting = { suggestion: string; why: string };
type Suggestion = { id: string; status: string; url: string | null; accepted: object | null };
type Queue = { items: { review: number; version: number; suggestion: { id: string } }[] };

/** A curated debate with an argument of the member's. */
async function curated() {
  const debate = await createDebate(db, { curated: true, heldWords: ["casino"] });
  const member = await program();
  const editor = await program(["read", "write", "moderate"], await createUser(db));
  await db.debateRole.create({
    data: { debateId: debate.id, userId: editor.person.id, role: "EDITOR" },
  });
  const { id } = await createArgument(db, { debateId: debate.id, authorId: member.person.id });
  return { slug: debate.slug, argument: `${debate.id}-${id}`, member, editor };
}

const claim = { parentId: null, stance: "OPPOSE", title: "The staff need a day of rest." };
const queue = (who: Caller) => who.ask<Queue>("GET", "/moderation/queue?cause=SUGGESTION");
const read = (who: Caller, id: string) => who.ask<Suggestion>("GET", `/suggestions/${id}`);

describe("Where contributions wait", () => {
  test("an argument, an edit and a held comment are answered with where they wait", async () => {
    const { slug, argument, member } = await curated();
    const requests = [
      ["POST", "/debates/{slug}/arguments", `/debates/${slug}/arguments`, claim, "CURATED"],
      [
        "PATCH",
        "/arguments/{id}",
        `/arguments/${argument}`,
        { title: "Other.", version: 1 },
        "CURATED",
      ],
      [
        "POST",
        "/arguments/{id}/comments",
        `/arguments/${argument}/comments`,
        { body: "My casino." },
        "WORDS",
      ],
    ] as const;
    for (const [method, operation, path, json, why] of requests) {
      const answer = await member.ask<Waiting>(method, path, { json });
      expect([operation, answer.status, answer.body.why]).toEqual([operation, 202, why]);
      expectPromised(operationOf(`${method} ${operation}`), answer);
      expect((await read(member, answer.body.suggestion)).body.status).toBe("WAITING");
    }
  });

  test("a suggested edit leaves alone what it does not name", async () => {
    const { argument } = await curated();
    const [debateId, id] = argument.split("-").map(Number) as [number, number];
    await db.argument.update({
      where: { debateId_id: { debateId, id } },
      data: { body: "Three studies say so." },
      select: { id: true },
    });
    const stranger = await program();
    const json = { kind: "EDIT", argumentId: argument, version: 1, title: "A clearer claim." };
    const answer = await stranger.ask<Suggestion>("POST", "/suggestions", { json });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { content: { title: "A clearer claim.", body: "Three studies say so." } },
    ]);
  });

  test("the same Idempotency-Key waits once", async () => {
    const { slug, member } = await curated();
    const options = { json: claim, headers: { "idempotency-key": `once-${slug}` } };
    const path = `/debates/${slug}/arguments`;
    const [first, second] = await Promise.all([
      member.ask<Waiting>("POST", path, options),
      member.ask<Waiting>("POST", path, options),
    ]);
    const again = await member.ask<Waiting>("POST", path, options);
    expect([first, second].some(({ status }) => status === 202)).toBe(true);
    expect(again.status).toBe(202);
    expect(await db.suggestion.count({ where: { authorId: member.person.id } })).toBe(1);
  });

  test("an editor accepts with other words, and its author reads both", async () => {
    const { slug, member, editor } = await curated();
    const made = await member.ask<Waiting>("POST", `/debates/${slug}/arguments`, { json: claim });
    const { review, version } = (await queue(editor)).body.items[0]!;
    const title = "The staff need their Sundays.";
    const json = { version, decision: "APPROVE", publicReason: "It adds to the debate.", title };
    const decided = await editor.ask<object>("POST", `/moderation/reviews/${review}`, { json });
    expect(decided.status).toBe(200);
    expectPromised(operationOf("POST /moderation/reviews/{id}"), decided);
    const { body } = await read(member, made.body.suggestion);
    expect(body).toMatchObject({ status: "ACCEPTED", accepted: { title } });
    expect(body.url).toContain("/arguments/");
  });

  test("asking back answers without an entry of the log", async () => {
    const { slug, member, editor } = await curated();
    await member.ask("POST", `/debates/${slug}/arguments`, { json: claim });
    const { review, version } = (await queue(editor)).body.items[0]!;
    const json = { version, decision: "ASK_BACK", publicReason: "Who says so?" };
    const asked = await editor.ask<object>("POST", `/moderation/reviews/${review}`, { json });
    expect(asked.body).toEqual({ review, entry: null });
    expectPromised(operationOf("POST /moderation/reviews/{id}"), asked);
  });

  test("decisions are taken back in the queue and in the log", async () => {
    const { slug, member, editor } = await curated();
    const made = await member.ask<Waiting>("POST", `/debates/${slug}/arguments`, { json: claim });
    const { review, version } = (await queue(editor)).body.items[0]!;
    const path = `/moderation/reviews/${review}`;
    const decline = { decision: "DECLINE", publicReason: "It says nothing new." };
    await editor.ask("POST", path, { json: { ...decline, version } });
    const back = await editor.ask<{ entry: number }>("POST", `${path}/undo`);
    expectPromised(operationOf("POST /moderation/reviews/{id}/undo"), back);
    expect(back.status).toBe(201);
    expect((await read(member, made.body.suggestion)).body.status).toBe("WAITING");

    const accept = { decision: "APPROVE", publicReason: "It adds to the debate." };
    const json = { ...accept, version: (await queue(editor)).body.items[0]!.version };
    const { body } = await editor.ask<{ entry: number }>("POST", path, { json });
    const undo = { json: { publicReason: "It was accepted by a slip." } };
    const undone = await editor.ask<object>("POST", `/modlog/${body.entry}/undo`, undo);
    expectPromised(operationOf("POST /modlog/{id}/undo"), undone);
    const { body: waits } = await read(member, made.body.suggestion);
    expect(waits).toMatchObject({ status: "WAITING", url: null });

    const question = { decision: "ASK_BACK", publicReason: "Who says so?" };
    const asked = { ...question, version: (await queue(editor)).body.items[0]!.version };
    await editor.ask("POST", path, { json: asked });
    const unasked = await editor.ask<object>("POST", `${path}/undo`);
    expectPromised(operationOf("POST /moderation/reviews/{id}/undo"), unasked);
    expect(unasked.body).toEqual({ review, entry: null });
  });

  test("a token without the scope moderate decides and curates nothing", async () => {
    const { slug, member, editor } = await curated();
    await member.ask("POST", `/debates/${slug}/arguments`, { json: claim });
    const { review, version } = (await queue(editor)).body.items[0]!;
    const weak = await program(["read", "write"], editor.person);
    const json = { version, decision: "APPROVE", publicReason: "It adds to the debate." };
    const decided = await weak.ask("POST", `/moderation/reviews/${review}`, { json });
    expect(decided.body.code).toBe("SCOPE_MISSING");
    const curation = { curated: false, publicReason: "No more need for it." };
    const switched = await weak.ask("PATCH", `/debates/${slug}/curation`, { json: curation });
    expect(switched.body.code).toBe("SCOPE_MISSING");
    expect((await reader.ask("GET", "/suggestions")).status).toBe(401);
  });
});
