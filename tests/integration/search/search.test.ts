import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { plainText } from "@/lib/search/marked-text";
import { search } from "@/lib/search/queries/search";
import { searchSchema } from "@/lib/search/schema";
import { publicId } from "@/lib/shared/ids";
import { createArgument } from "@/tests/factories/create-argument";
import { createComment } from "@/tests/factories/create-comment";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";

const find = (query: Record<string, unknown>) => search(searchSchema.parse(query));
const hrefs = async (query: Record<string, unknown>) =>
  (await find(query)).items.map(({ href }) => href);

let debateId: number;
let slug: string;

beforeAll(async () => {
  ({ id: debateId, slug } = await createDebate(db, {
    title: "Should buses be free?",
    motion: "The city’s buses should be free.",
  }));
});

describe("Every kind of thing is found and its link leads to its place", () => {
  it("debates, arguments and comments", async () => {
    expect(await hrefs({ q: "buses free", kind: "debate" })).toEqual([`/debates/${slug}`]);
    const argument = await createArgument(db, {
      debateId,
      title: "Tramways carry more passengers.",
    });
    const comment = await createComment(db, {
      debateId,
      argumentId: argument.id,
      body: "The timetable of the funicular says otherwise.",
    });
    const [a, c] = [publicId(argument), publicId({ debateId, id: comment.id })];
    expect(await hrefs({ q: "tramway passenger", kind: "ARGUMENT" })).toEqual([
      `/debates/${slug}/arguments/${a}`,
    ]);
    const { items } = await find({ q: "funicular" });
    expect(items).toMatchObject([
      {
        kind: "COMMENT",
        number: "1",
        href: `/debates/${slug}/arguments/${a}?comment=${c}#comment-${c}`,
      },
    ]);
    expect(plainText(items[0]!.title)).toBe("Tramways carry more passengers.");
  });

  it("facts, people, open questions, terms and sources", async () => {
    const { id: addedById } = await createUser(db);
    const fact = await db.fact.create({
      data: { debateId, number: 7, text: "Odometers were read weekly.", certainty: "REPORTED" },
    });
    const actor = await db.actor.create({
      data: {
        debateId,
        position: 1,
        name: "Zdenka Malá",
        role: "Mayor",
        stance: "NEUTRAL",
        summary: "Waits.",
      },
    });
    const question = await db.openQuestion.create({
      data: { debateId, position: 1, text: "Who pays the conductors?", whyItMatters: "Wages." },
    });
    const term = await db.glossaryTerm.create({
      data: { debateId, term: "Farebox", definition: "What takes the coins." },
    });
    const source = await db.source.create({
      data: {
        debateId,
        number: 3,
        title: "Kilometre ledger",
        publisher: "Transit office",
        addedById,
      },
    });
    expect(fact.number).toBe(7);
    expect(await hrefs({ q: "odometer" })).toEqual([`/debates/${slug}/brief#F7`]);
    expect(await hrefs({ q: "Mala" })).toEqual([`/debates/${slug}/brief#person-${actor.id}`]);
    expect(await hrefs({ q: "conductor" })).toEqual([
      `/debates/${slug}/brief#question-${question.id}`,
    ]);
    expect(await hrefs({ q: "coins" })).toEqual([`/debates/${slug}/brief#term-${term.id}`]);
    expect(await hrefs({ q: "ledger transit" })).toEqual([
      `/debates/${slug}/sources#S${source.number}`,
    ]);
  });
});

describe("What a search shows", () => {
  it("marks the words that were found and passes HTML on as text", async () => {
    await createArgument(db, {
      debateId,
      title: "Gondolas <b>are</b> slow",
      body: "A **gondola** is [slower](https://example.org/x) than <script>alert(1)</script> walking.",
    });
    const [hit] = (await find({ q: "gondola" })).items;
    expect(hit!.title[0]).toEqual({ text: "Gondolas", marked: true });
    expect(plainText(hit!.title)).toBe("Gondolas <b>are</b> slow");
    expect(plainText(hit!.snippet)).toContain("gondola is slower than");
    expect(hit!.snippet.filter(({ marked }) => marked)).toEqual([
      { text: "gondola", marked: true },
    ]);
  });

  it("puts a title with the word before a text with it", async () => {
    const inBody = await createArgument(db, {
      debateId,
      title: "Another",
      body: "About a zeppelin.",
    });
    const inTitle = await createArgument(db, { debateId, title: "A zeppelin is quiet" });
    const ids = (await find({ q: "zeppelin" })).items.map(({ id }) => id);
    expect(ids).toEqual([publicId(inTitle), publicId(inBody)]);
  });

  it("understands quotation marks and minus signs", async () => {
    await createArgument(db, { debateId, title: "Rickshaws in the old town" });
    await createArgument(db, { debateId, title: "Old rickshaws leave town" });
    expect((await find({ q: '"old rickshaws"' })).items).toHaveLength(1);
    expect((await find({ q: "rickshaw -leave" })).items).toHaveLength(1);
  });

  it("A person who mistypes a word finds what has it, in titles and texts, and is told so", async () => {
    await createArgument(db, { debateId, title: "Velodromes attract visitors" });
    const exact = await find({ q: "velodrome" });
    expect(exact).toMatchObject({ fuzzy: false });
    const similar = await find({ q: "velodrme atract" });
    expect(similar.fuzzy).toBe(true);
    expect(plainText(similar.items[0]!.title)).toBe("Velodromes attract visitors");
    expect(await find({ q: "qqqxyz" })).toEqual({ items: [], nextCursor: null, fuzzy: true });
  });

  it("A person who remembers two of three words finds what has them", async () => {
    const made = await createArgument(db, { debateId, title: "Lighthouses guide ferries" });
    const found = await find({ q: "lighthouse gondola feries" });
    expect(found).toMatchObject({ fuzzy: true, items: [{ id: publicId(made) }] });
    expect((await find({ q: "lighthouse gondola" })).items).toEqual([]);
  });

  it("A person who mistypes a name that stands only in a text finds it", async () => {
    const made = await createArgument(db, {
      debateId,
      title: "It was tried",
      body: "In Přerov-Brückenau it worked.",
    });
    const found = await find({ q: "Bruckenua" });
    expect(found).toMatchObject({ fuzzy: true, items: [{ id: publicId(made) }] });
    expect(found.items[0]!.snippet).toContainEqual({ text: "Brückenau", marked: true });
  });

  it("keeps no word of a comment for putting others right", async () => {
    const argument = await createArgument(db, { debateId, title: "Said below" });
    await createComment(db, { debateId, argumentId: argument.id, body: "A whispered xylograph." });
    expect(await db.searchWord.count({ where: { word: "xylograph" } })).toBe(0);
    expect(await db.searchWord.count({ where: { word: "below" } })).toBe(1);
  });

  it("never shows drafts, archived debates, archived arguments, deleted comments or comments on archived arguments", async () => {
    for (const status of ["DRAFT", "ARCHIVED"] as const) {
      const hidden = await createDebate(db, { status });
      await createArgument(db, { debateId: hidden.id, title: "Hovercraft secrets" });
    }
    const argument = await createArgument(db, { debateId, title: "Hovercraft noise" });
    const comment = await createComment(db, {
      debateId,
      argumentId: argument.id,
      body: "A hovercraft hums.",
    });
    expect((await find({ q: "hovercraft" })).items).toHaveLength(2);
    await db.argument.update({
      where: { debateId_id: { debateId, id: argument.id } },
      data: { status: "ARCHIVED" },
    });
    expect((await find({ q: "hovercraft" })).items).toEqual([]);
    await db.argument.update({
      where: { debateId_id: { debateId, id: argument.id } },
      data: { status: "LIVE" },
    });
    await db.comment.update({
      where: { debateId_id: { debateId, id: comment.id } },
      data: { status: "DELETED", body: "" },
    });
    expect((await find({ q: "hovercraft" })).items.map(({ kind }) => kind)).toEqual(["ARGUMENT"]);
    expect((await find({ q: "hovrcraft secrts" })).items.map(({ debate }) => debate.slug)).toEqual(
      [],
    );
  });

  it("stays in one debate when asked to", async () => {
    const other = await createDebate(db);
    await createArgument(db, { debateId: other.id, title: "Palanquins are back" });
    await createArgument(db, { debateId, title: "Palanquins were better" });
    expect((await find({ q: "palanquin" })).items).toHaveLength(2);
    const there = (await find({ q: "palanquin", debate: other.slug })).items;
    expect(there.map(({ debate }) => debate.slug)).toEqual([other.slug]);
    expect((await find({ q: "palanquin", debate: "no-such-debate" })).items).toEqual([]);
  });
});

describe("Pages of results", () => {
  it("give everything once, in one order, also among equals", async () => {
    for (let index = 0; index < 23; index += 1)
      await createArgument(db, {
        debateId,
        title: `Monorail ${index % 2 ? "again and monorail" : "once"}`,
      });
    const whole = (await find({ q: "monorail", limit: 100 })).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await find({ q: "monorail", limit: 5, cursor: cursor ?? undefined });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(whole).toHaveLength(23);
    expect(paged).toEqual(whole);
    const similar = await find({ q: "monorial onec", limit: 5 });
    const next = await find({ q: "monorial onec", limit: 5, cursor: similar.nextCursor! });
    expect(similar.fuzzy && next.fuzzy).toBe(true);
    expect(similar.items.some(({ id }) => next.items.some((other) => other.id === id))).toBe(false);
  });

  it("give everything once when more has the words than is ranked", async () => {
    const { id } = await createDebate(db);
    await db.fact.createMany({
      data: Array.from({ length: 730 }, (_, index) => ({
        debateId: id,
        number: index + 1,
        text: `Trolleybus count ${index}${index === 729 ? ": trolleybus" : ""}`,
        certainty: "REPORTED" as const,
      })),
    });
    const numbers: (string | null)[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await find({ q: "trolleybus", limit: 90, cursor: cursor ?? undefined });
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(numbers).toHaveLength(730);
    expect(new Set(numbers).size).toBe(730);
    expect(numbers[0]).toBe("F730");
    // The last 230 are those that were written first, as they were written.
    expect(numbers.slice(500)).toEqual(Array.from({ length: 230 }, (_, index) => `F${index + 1}`));
    const whole = (await find({ q: "trolleybus", limit: 500 })).items.map(({ number }) => number);
    expect(whole).toEqual(numbers.slice(0, 500));
  });
});

it("Whatever is typed is a search, never an error", async () => {
  const odd = [
    "",
    " ",
    "the",
    "\u0000",
    "'",
    '"',
    "a & | ! ( :*",
    "\\",
    "%",
    "-",
    "<b>",
    "\uE000\uE001",
    "💣".repeat(300),
    "\uD800",
    "a".repeat(5000),
    "'; DROP TABLE users; --",
    "((((",
    "{}",
    "$1",
    "‏مرحبا",
    "日本語",
  ];
  for (const q of odd) await expect(find({ q }), JSON.stringify(q)).resolves.toBeDefined();
  await expect(
    find({ q: ["a", "b"], kind: "nothing", debate: "../..", cursor: "xx", limit: "many" }),
  ).resolves.toBeDefined();
});
