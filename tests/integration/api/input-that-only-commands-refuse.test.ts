import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { program } from "./client";

/** A moderator's program, a debate, and an argument of it that waits. */
async function scene() {
  const moderator = await createUser(db, { role: "MODERATOR" });
  const debate = await createDebate(db);
  const author = await createUser(db);
  const { id } = await createArgument(db, { debateId: debate.id, authorId: author.id });
  const { id: review } = await db.review.create({
    data: {
      ...{ cause: "FLAG", target: "ARGUMENT", debateId: debate.id, argumentId: id },
      authorId: author.id,
    },
  });
  const caller = await program(["read", "write", "moderate"], moderator);
  return { caller, slug: debate.slug, argument: `${debate.id}-${id}`, review };
}

/** Long enough for the API's own shape, and nothing but blanks for whoever reads it. */
const blank = " ".repeat(8);

test("Words that a command refuses are answered with the field, whoever sends them", async () => {
  const { caller, slug, argument, review } = await scene();
  const because = { publicReason: blank };
  const requests: [string, string, object, string][] = [
    ["POST", "/moderation/views", { name: "x".repeat(100) }, "name"],
    ["POST", "/moderation/views", { name: "one\u0007two" }, "name"],
    ["POST", "/moderation/replies", { name: "one\u0007two", text: "Not here." }, "name"],
    ["POST", `/moderation/reviews/${review}/notes`, { text: blank }, "text"],
    ["POST", "/modlog/1/undo", because, "publicReason"],
    ["POST", "/modlog/1/appeals", { text: blank }, "text"],
    ["POST", `/debates/${slug}/lock`, because, "publicReason"],
    ["POST", `/arguments/${argument}/lock`, because, "publicReason"],
    ["PUT", `/arguments/${argument}/marks`, { marks: ["UNCLEAR"], ...because }, "publicReason"],
    [
      "POST",
      `/arguments/${argument}/move`,
      { parentId: null, stance: "OPPOSE", ...because },
      "publicReason",
    ],
    ["PATCH", `/debates/${slug}/curation`, { curated: true, ...because }, "publicReason"],
  ];
  for (const [method, path, json, field] of requests) {
    const answer = await caller.ask<{ code: string; errors: object }>(method, path, { json });
    expect([path, answer.status, answer.body.code]).toEqual([path, 422, "INVALID_INPUT"]);
    expect(Object.keys(answer.body.errors)).toContain(field);
  }
});
