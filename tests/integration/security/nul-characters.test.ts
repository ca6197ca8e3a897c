import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { browser, program, reader, type Caller } from "../api/client";

let slug: string;
let argument: string;
let member: Caller;
let person: Caller;

beforeAll(async () => {
  const debate = await createDebate(db);
  slug = debate.slug;
  member = await program();
  person = await browser();
  const { id } = await createArgument(db, {
    debateId: debate.id,
    authorId: (member as Caller & { person: { id: number } }).person.id,
  });
  argument = `${debate.id}-${id}`;
});

const unwelcome = [
  ["NUL", "a\u0000b and more"],
  ["escape", "a\u001bb and more"],
  ["a C1 control", "a\u0085b and more"],
  ["half a surrogate pair", "a\ud800b and more"],
  ["what is no character and breaks feeds", "a\uffffb and more"],
  ["a turned reading direction", "a\u202eb and more"],
] as const;

describe.each(unwelcome)(
  "%s in any text is refused in words, never an error of ours",
  (_name, text) => {
    const claim = { parentId: null, stance: "SUPPORT", title: "The staff need rest." };
    const places = (): [string, Caller, string, string, object, string][] => [
      ["title", member, "POST", `/debates/${slug}/arguments`, { ...claim, title: text }, "title"],
      ["body", member, "POST", `/debates/${slug}/arguments`, { ...claim, body: text }, "body"],
      [
        "a source's title",
        member,
        "POST",
        `/debates/${slug}/arguments`,
        { ...claim, sources: [{ title: text }] },
        "sources.0.title",
      ],
      [
        "a source's quotation",
        member,
        "POST",
        `/debates/${slug}/arguments`,
        { ...claim, sources: [{ title: "Hours", quotation: text }] },
        "sources.0.quotation",
      ],
      [
        "a source's address",
        member,
        "POST",
        `/debates/${slug}/arguments`,
        { ...claim, sources: [{ title: "Hours", url: `https://a.example/${text}` }] },
        "sources.0.url",
      ],
      ["an edit", member, "PATCH", `/arguments/${argument}`, { version: 1, body: text }, "body"],
      ["a reason", member, "POST", `/arguments/${argument}/archive`, { reason: text }, "reason"],
      ["a comment", member, "POST", `/arguments/${argument}/comments`, { body: text }, "body"],
      ["a token's name", person, "POST", "/me/tokens", { name: text, scopes: ["read"] }, "name"],
    ];

    test("in every field", async () => {
      for (const [place, caller, method, path, json, field] of places()) {
        const answer = await caller.ask(method, path, { json });
        expect([place, answer.status]).toEqual([place, 422]);
        expect([place, Object.keys(answer.body.errors ?? {})]).toEqual([place, [field]]);
      }
      expect(await db.argument.count()).toBe(1);
    });
  },
);

test("NUL in addresses, parameters and headers is answered without an error of ours", async () => {
  for (const path of [
    "/debates/a%00b",
    "/arguments/1-1%00",
    "/debates?q=a%00b",
    `/debates/${slug}/arguments?cursor=a%00b`,
    `/debates/${slug}/arguments?parent=%00`,
    `/arguments/${argument}/comments?cursor=%00`,
  ]) {
    const { status } = await reader.ask("GET", path);
    expect([path, status < 500]).toEqual([path, true]);
  }
});
