import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { program, type Caller } from "../api/client";

let path: string;
let member: Caller;

beforeAll(async () => {
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  path = `/arguments/${debate.id}-${id}/comments`;
  member = await program();
});

const mebibyte = 1024 * 1024;

describe("A body larger than 1 MiB is refused", () => {
  test("when it says so beforehand", async () => {
    const raw = JSON.stringify({ body: "a".repeat(mebibyte) });
    const headers = { "content-length": String(raw.length) };
    const answer = await member.ask("POST", path, { raw, headers });
    expect([answer.status, answer.body.code]).toEqual([413, "BODY_TOO_LARGE"]);
  });

  test("when it comes as a stream of unknown length", async () => {
    const chunk = new TextEncoder().encode("a".repeat(64 * 1024));
    let sent = 0;
    const raw = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(chunk);
        sent += 1;
        if (sent === 64) controller.close();
      },
    });
    const answer = await member.ask("POST", path, {
      raw,
      headers: { "transfer-encoding": "chunked" },
    });
    expect([answer.status, answer.body.code]).toEqual([413, "BODY_TOO_LARGE"]);
    expect(sent).toBeLessThan(40);
  });

  test("a comment within that, but too long for people, is told its limit", async () => {
    const answer = await member.ask("POST", path, { json: { body: "a".repeat(4001) } });
    expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, ["body"]]);
  });
});

describe("A body that is not JSON is refused", () => {
  test.each([
    ["{", 400],
    ["", 400],
    ["NaN", 400],
    ["null", 422],
    ["[]", 422],
    ['"text"', 422],
    ["[".repeat(200_000), 400],
  ])("%.20s is answered %i", async (raw, status) => {
    const answer = await member.ask("POST", path, { raw });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});

test("Nothing of all that was written", async () => {
  expect(await db.comment.count()).toBe(0);
});
