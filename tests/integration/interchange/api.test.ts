import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { writeJson } from "@/lib/interchange/json/write";
import type { WordedReport } from "@/lib/interchange/wording";
import { argumentOf, bundleOf, headOf, voteOf, type PlainBundle } from "@/tests/factories/bundle";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { browser, program, reader, type Caller } from "../api/client";

type Outcome = {
  report: WordedReport;
  debate: { slug: string; created: boolean } | null;
  code?: string;
  current?: { report: WordedReport };
};

let moderator: Caller;
let member: Caller;
beforeAll(async () => {
  moderator = await browser(await createUser(db, { role: "MODERATOR" }));
  member = await program();
});

async function textOf(lists: Partial<PlainBundle>): Promise<string> {
  let text = "";
  const options = { schemaUrl: "https://example.org/schema.json", key: null };
  for await (const piece of writeJson(bundleOf(lists), options)) text += piece;
  return text;
}

function send(who: Caller, raw: string, query = "") {
  return who.ask<Outcome>("POST", `/debates/import${query}`, {
    raw,
    headers: { "content-type": "application/octet-stream" },
  });
}

const named = () => {
  const head = headOf();
  return { ...head, debate: { ...head.debate, slug: `file-${randomBytes(4).toString("hex")}` } };
};

describe("A moderator sends a file", () => {
  test("is told first what would happen, then brings it in, once", async () => {
    const file = await textOf({
      head: named(),
      arguments: [argumentOf("1"), argumentOf("1.1")],
      votes: [voteOf("1", "v", 3)],
    });
    const dry = await send(moderator, file, "?dryRun=true");
    expect(dry.status).toBe(200);
    expect(dry.body.debate).toBeNull();
    expect(dry.body.report.counts).toMatchObject({ arguments: 2, votes: 1, voters: 1 });
    const made = await send(moderator, file, "?publish=true");
    expect(made.status).toBe(201);
    const again = await send(moderator, file, "?publish=true");
    expect([again.status, again.body.debate!.created]).toEqual([200, false]);
    const { status } = await reader.ask("GET", `/debates/${made.body.debate!.slug}`);
    expect(status).toBe(200);
  });

  test("hears on which line the file is wrong, and nothing is changed", async () => {
    const before = await db.debate.count();
    const file = await textOf({
      head: named(),
      arguments: [argumentOf("1"), argumentOf("3.1", { title: "" })],
    });
    const { status, body } = await send(moderator, file);
    expect([status, body.code]).toEqual([422, "INVALID_INPUT"]);
    const line = file.split("\n").findIndex((text) => text.includes('"3.1"')) + 1;
    expect(body.current!.report.problems).toContainEqual(
      expect.objectContaining({ severity: "error", code: "REQUIRED", line }),
    );
    expect(await db.debate.count()).toBe(before);
  });

  test("may leave the format to be found out, or name it", async () => {
    const kialo =
      "Discussion Title: Open on Sundays?\n\n1. The library should open.\n1.1. Pro: People could come.\n1.2. Con: It costs money.\n";
    const { body } = await send(moderator, kialo, "?dryRun=true&name=sundays.txt");
    expect(body.report).toMatchObject({ format: "kialo", counts: { arguments: 2 } });
  });
});

describe("Importing without the right", () => {
  test.each([
    ["a reader", () => reader, 401],
    ["a member", () => member, 403],
  ])("%s is refused before the file is read", async (_who, caller, status) => {
    const debates = await db.debate.count();
    let taken = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        taken += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answer = await caller().ask("POST", "/debates/import", {
      raw: endless,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(answer.status).toBe(status);
    expect(taken).toBeLessThan(4);
    expect(await db.debate.count()).toBe(debates);
  });

  test("a moderator's browser on a foreign page is refused", async () => {
    const { status } = await moderator.ask("POST", "/debates/import", {
      raw: "{}",
      headers: { "content-type": "application/octet-stream", origin: "https://evil.example" },
    });
    expect(status).toBe(403);
  });
});

describe("A reader takes a debate away", () => {
  test.each(["json", "kialo", "argdown", "aif", "polis-csv", "ris", "bibtex"])(
    "as %s, under a safe file name",
    async (format) => {
      const { id: debateId, slug } = await createDebate(db);
      const argument = await createArgument(db, { debateId });
      await castVotes(db, argument, [4, 1]);
      const { status, headers } = await reader.ask(
        "GET",
        `/debates/${slug}/export?format=${format}`,
      );
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9.-]+"$/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const head = await reader.ask("HEAD", `/debates/${slug}/export?format=${format}`);
      expect([head.status, head.body]).toEqual([200, ""]);
    },
  );

  test("finds the schema that the file keeps to", async () => {
    const { body } = await reader.ask<{ properties: object }>("GET", "/schemas/debate-export.json");
    expect(Object.keys(body.properties)).toEqual(
      expect.arrayContaining(["votes", "manifest", "log"]),
    );
  });
});
