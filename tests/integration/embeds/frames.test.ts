import { beforeAll, describe, expect, test } from "vitest";
import { GET as getArgument } from "@/app/embed/arguments/[id]/route";
import { GET as getDebate } from "@/app/embed/debates/[slug]/route";
import { GET as getOembed } from "@/app/api/oembed/route";
import { db } from "@/lib/db/client";
import { siteUrl } from "@/lib/env";
import { castVotes } from "@/tests/factories/cast-votes";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";

const markupInWords = `Is "this" <script>alert(1)</script> & that?`;

const frame = (slug: string) =>
  getDebate(new Request(`${siteUrl()}/embed/debates/${slug}`), {
    params: Promise.resolve({ slug }),
  });
const argumentFrame = (id: string) =>
  getArgument(new Request(`${siteUrl()}/embed/arguments/${id}`), {
    params: Promise.resolve({ id }),
  });
const oembed = (query: Record<string, string>) =>
  getOembed(new Request(`${siteUrl()}/api/oembed?${new URLSearchParams(query).toString()}`));

let slug: string;
let support: string;
let reply: string;

beforeAll(async () => {
  const debate = await createDebate(db, { motion: markupInWords, status: "CLOSED" });
  const { id: debateId } = debate;
  ({ slug } = debate);
  const strongest = await createArgument(db, { debateId, title: "The strongest for it." });
  await createArgument(db, { debateId, title: "A weaker one." });
  const against = await createArgument(db, {
    debateId,
    stance: "OPPOSE",
    title: "The strongest against it.",
  });
  await castVotes(db, { debateId, id: strongest.id }, [4, 4, 3]);
  await castVotes(db, { debateId, id: against.id }, [2, 3]);
  const answer = await createArgument(db, {
    debateId,
    parentId: strongest.id,
    stance: "OPPOSE",
    title: markupInWords,
  });
  support = `${debateId}-${strongest.id}`;
  reply = `${debateId}-${answer.id}`;
});

describe("The frame of a debate", () => {
  test("shows the motion, its state, the balance and the strongest of each side", async () => {
    const answer = await frame(slug);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    for (const words of [
      "Should the library open on Sundays?",
      "Closed",
      "2 arguments · 69% of the weight",
      "1 argument · 31% of the weight",
      "Strongest supporting argument",
      "The strongest for it.",
      "3.7 of 4 · 3 people",
      "The strongest against it.",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("A weaker one.");
    expect(html).toContain(`href="${siteUrl()}/debates/${slug}/arguments/${support}"`);
  });

  test("has no cookie, no script but its own, no inline style, and may stand in any frame", async () => {
    const answer = await frame(slug);
    const html = await answer.text();
    expect(answer.headers.has("set-cookie")).toBe(false);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.has("x-frame-options")).toBe(false);
    expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script src="/embed-frame.js" defer>']);
    expect(html).not.toMatch(/ style=| on[a-z]+=|<form|<iframe/);
    expect(html).toContain('<meta name="robots" content="noindex" />');
  });

  test("opens its links in a tab of their own, which cannot reach back", async () => {
    const links = (await (await frame(slug)).text()).match(/<a\b[^>]*>/g)!;
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).toContain('target="_blank" rel="noopener"');
      expect(link).toContain(`href="${siteUrl()}/`);
    }
  });

  test("shows text that looks like markup as text", async () => {
    for (const answer of [await frame(slug), await argumentFrame(reply)]) {
      const html = await answer.text();
      expect(html).not.toContain("<script>alert");
      expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  });
});

test("The frame of an argument names what it answers", async () => {
  const html = await (await argumentFrame(reply)).text();
  expect(html).toContain("Answers: The strongest for it.");
  expect(await (await argumentFrame(support)).text()).toContain("On the motion:");
});

test("A frame says so when there is nothing to show", async () => {
  for (const answer of [await frame("no-such-debate"), await argumentFrame("1-999999")]) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(await answer.text()).toContain("This is not here");
  }
});

describe("A program that asks how to show a page", () => {
  const url = () => `${siteUrl()}/debates/${slug}`;

  test("is told as JSON", async () => {
    const answer = await oembed({ url: url() });
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const told = (await answer.json()) as Record<string, unknown>;
    expect(told).toMatchObject({
      ...{ version: "1.0", type: "rich", title: markupInWords, width: 700, height: 440 },
      ...{ provider_name: "Counterpoint", provider_url: siteUrl() },
    });
    expect(told.html).toContain(`<iframe src="${siteUrl()}/embed/debates/${slug}"`);
  });

  test("gets a frame that fits where it must", async () => {
    const answer = await oembed({ url: url(), maxwidth: "320", maxheight: "200" });
    const told = (await answer.json()) as Record<string, unknown>;
    expect(told).toMatchObject({ width: 320, height: 200 });
    expect(told.html).toContain('width="320" height="200"');
  });

  test("is told as XML, with everything escaped", async () => {
    const answer = await oembed({ url: `${url()}/arguments/${reply}`, format: "xml" });
    expect(answer.headers.get("content-type")).toContain("text/xml");
    const xml = await answer.text();
    expect(xml).toContain("<title>Is &quot;this&quot; &lt;script&gt;");
    expect(xml).toContain(`&lt;iframe src=&quot;${siteUrl()}/embed/arguments/${reply}&quot;`);
    expect(xml.match(/<[a-z_]+>/g)).toHaveLength(xml.match(/<\/[a-z_]+>/g)!.length);
  });

  test("is refused what is not here, not ours or not spoken", async () => {
    expect((await oembed({ url: "https://elsewhere.example/debates/a" })).status).toBe(404);
    expect((await oembed({ url: `${siteUrl()}/debates/no-such-debate` })).status).toBe(404);
    expect((await oembed({ url: `${siteUrl()}/account` })).status).toBe(404);
    expect((await oembed({ url: url(), format: "yaml" })).status).toBe(501);
    expect((await oembed({})).status).toBe(400);
  });
});

test("Nothing of a draft is shown in a frame or told to a program", async () => {
  const draft = await createDebate(db, { status: "DRAFT", title: "Zanzibar", motion: "Zanzibar." });
  const { id } = await createArgument(db, { debateId: draft.id, title: "Zanzibar has a harbour." });
  const argument = `${draft.id}-${id}`;
  const page = `${siteUrl()}/debates/${draft.slug}`;
  for (const answer of [
    await frame(draft.slug),
    await argumentFrame(argument),
    await oembed({ url: page }),
    await oembed({ url: `${page}/arguments/${argument}` }),
  ]) {
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("Zanzibar");
  }
});
