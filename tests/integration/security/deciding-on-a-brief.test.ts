import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { writeFact } from "@/lib/debates/commands/write-fact";
import { decisions } from "@/lib/moderation/vocabulary";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program, reader, type Caller } from "../api/client";
import { debateWithFact, factInput } from "../debates/place";

let own: Awaited<ReturnType<typeof debateWithFact>>;
let member: Caller;
let moderator: Caller;
let editorOfAnother: Caller;
let review: number;
const writing = ["read", "write", "moderate"] as const;

beforeAll(async () => {
  own = await debateWithFact();
  const other = await debateWithFact();
  member = await program();
  moderator = await program([...writing], await createUser(db, { role: "MODERATOR" }));
  editorOfAnother = await program([...writing], other.editor);
  const wrong = { reason: "OTHER", note: "It was June.", fact: 1 };
  expect((await member.ask("POST", `/debates/${own.slug}/flags`, { json: wrong })).status).toBe(
    201,
  );
  ({ id: review } = await db.review.findFirstOrThrow({ where: { debateId: own.id } }));
});

describe("The report of an error is no way to act on somebody", () => {
  test.each(decisions.filter((decision) => decision !== "KEEP"))(
    "a brief is not decided by: %s",
    async (decision) => {
      const words = { ground: "OTHER", publicReason: "It had to be.", days: 1 };
      const { status } = await moderator.ask("POST", `/moderation/reviews/${review}`, {
        json: { version: 2, decision, ...words },
      });
      expect(status).toBe(422);
      const { status: waits } = await db.review.findUniqueOrThrow({ where: { id: review } });
      expect(waits).toBe("WAITING");
      expect(await db.sanction.count()).toBe(0);
    },
  );

  test("the database itself takes no reason that does not fit, and no such review of somebody's", async () => {
    const [{ id: reporterId }] = [await createUser(db)];
    const flagged = { reviewId: review, reporterId, target: "DEBATE", debateId: own.id } as const;
    await expect(
      db.flag.create({ data: { ...flagged, reason: "UNCIVIL", weight: 1 } }),
    ).rejects.toThrow("flags_brief_check");
    await expect(
      db.review.create({ data: { cause: "FLAG", target: "PERSON", authorId: null } }),
    ).rejects.toThrow(/reviews_(author|target)_check/);
  });
});

describe("Who does not moderate this debate", () => {
  test("does not see the report, nor who made it", async () => {
    const at = `/moderation/reviews/${review}`;
    expect((await editorOfAnother.ask("GET", at)).status).toBe(404);
    expect((await member.ask("GET", at)).status).toBe(403);
    expect((await reader.ask("GET", at)).status).toBe(401);
  });

  test("does not end it, also after the brief was corrected", async () => {
    const corrected = { id: own.factId, text: "The council voted in June.", reason: "Minutes." };
    await writeFact(own.editor, factInput(own.slug, 2, corrected));
    const at = `/moderation/reviews/${review}/corrected`;
    for (const [caller, status] of [
      [editorOfAnother, 403],
      [member, 403],
      [reader, 401],
    ] as const) {
      expect((await caller.ask("POST", at, { json: { version: 2 } })).status).toBe(status);
    }
    expect((await moderator.ask("POST", at, { json: { version: 2 } })).status).toBe(200);
  });

  test("does not end by this way what is no report of an error", async () => {
    const person = asViewer(await createUser(db));
    const json = { reason: "OTHER", note: "Posts the same everywhere." };
    await member.ask("POST", `/users/${person.handle}/flags`, { json });
    const { id, version } = await db.review.findFirstOrThrow({ where: { authorId: person.id } });
    const { status } = await moderator.ask("POST", `/moderation/reviews/${id}/corrected`, {
      json: { version },
    });
    expect(status).toBe(404);
  });
});
