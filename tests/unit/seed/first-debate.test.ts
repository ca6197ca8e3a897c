import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findBrokenReferences } from "@/prisma/seed/data-schema";
import { loadFirstDebate } from "@/prisma/seed/load-debate";

const debate = loadFirstDebate();

/** Every text of the files that a reader may see, with the refs that lead to it left out. */
function readerTexts(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /^ref$|Refs?$/.test(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => readerTexts(item, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => readerTexts(inner, name));
}

describe("The first debate, as it stands in its files", () => {
  it("is whole: the brief, its sources and a tree with both sides", () => {
    expect(debate.sources).toHaveLength(25);
    expect(debate.facts).toHaveLength(30);
    expect(debate.actors).toHaveLength(18);
    expect(debate.timeline).toHaveLength(13);
    expect(debate.openQuestions).toHaveLength(8);
    expect(debate.glossary).toHaveLength(14);
    expect(debate.caveats).toHaveLength(5);
    expect(debate.arguments).toHaveLength(36);
    const roots = debate.arguments.filter((argument) => argument.parentRef === null);
    expect(roots.filter((root) => root.stance === "SUPPORT")).toHaveLength(7);
    expect(roots.filter((root) => root.stance === "OPPOSE")).toHaveLength(7);
  });

  it("shows readers no mark of how it was made", () => {
    const marks = /\bseed|dossier|contradiction|\b[SNFATQGC]\d+\b/i;
    expect(readerTexts(debate).filter((text) => marks.test(text))).toEqual([]);
  });

  it("never states a disputed fact as one side's truth alone", () => {
    const disputed = debate.facts.filter((fact) => fact.certainty === "DISPUTED");
    expect(disputed.map((fact) => fact.ref)).toEqual(["F3", "F4", "F5", "F10", "F22"]);
    for (const fact of disputed) expect(fact.sourceRefs.length).toBeGreaterThan(1);
  });

  it("quotes briefly, and always from a source it lists", () => {
    const quotations = debate.actors.flatMap((actor) => actor.quotation ?? []);
    expect(quotations).toHaveLength(16);
    for (const { text } of quotations) expect(text.split(/\s+/).length).toBeLessThanOrEqual(25);
  });

  it("rests every argument on sources, and on facts wherever the brief has one", () => {
    const withoutFacts = debate.arguments.filter((argument) => argument.factRefs.length === 0);
    expect(withoutFacts.map((argument) => argument.ref)).toEqual(["N21", "N22"]);
  });

  it("lists no source that nothing cites", () => {
    const { sources, ...citing } = debate;
    const cited = new Set(JSON.stringify(citing).match(/S\d+/g));
    expect(sources.filter((source) => !cited.has(source.ref))).toEqual([]);
  });
});

describe("A mistake in the files is named", () => {
  it("when a fact points at a source that does not exist", () => {
    const [first, ...rest] = debate.facts;
    const facts = [{ ...first!, sourceRefs: ["S1", "S99"] }, ...rest];
    expect(findBrokenReferences({ ...debate, facts })).toEqual([
      "F1 points at S99, which does not exist or is named twice.",
    ]);
  });

  it("when a reply stands above its parent", () => {
    const swapped = [...debate.arguments];
    [swapped[0], swapped[1]] = [swapped[1]!, swapped[0]!];
    expect(findBrokenReferences({ ...debate, arguments: swapped })).toContain(
      "N2 points at N1, which does not exist or is named twice.",
    );
  });

  it("when somebody is quoted from a source not listed for them", () => {
    const [first, ...rest] = debate.actors;
    const actors = [{ ...first!, sourceRefs: ["S2"] }, ...rest];
    expect(findBrokenReferences({ ...debate, actors })).toEqual([
      "A1 quotes S16 without listing it.",
    ]);
  });
});

const folder = path.resolve(import.meta.dirname, "../../../../shared/brief");
const missing = !existsSync(folder);
if (missing) {
  console.warn(`Not compared with the research: ${folder} is missing on this machine.`);
}

describe.skipIf(missing)("The first debate, beside the research it was made from", () => {
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

  it("keeps every quotation word for word, under the same source", () => {
    const research = JSON.parse(read("dossier.json")) as {
      actors: { id: string; quote?: { text: string; sourceId: string } }[];
    };
    const expected = research.actors.map(({ id, quote }) => [id, quote?.text, quote?.sourceId]);
    const ours = debate.actors.map(({ ref, quotation }) => [
      ref,
      quotation?.text,
      quotation?.sourceRef,
    ]);
    expect(ours).toEqual(expected);
  });

  it("keeps every title, address, publication date and source of what is cited", () => {
    type Cited = { id: string; sourceIds: string[] };
    const research = JSON.parse(read("dossier.json")) as {
      sources: { id: string; title: string; url: string | null; published: string | null }[];
      facts: Cited[];
      actors: Cited[];
      arguments: Cited[];
    };
    expect(
      debate.sources.map(({ ref, title, url, published }) => [ref, title, url, published]),
    ).toEqual(research.sources.map(({ id, title, url, published }) => [id, title, url, published]));
    for (const list of ["facts", "actors", "arguments"] as const)
      expect(debate[list].map(({ ref, sourceRefs }) => [ref, sourceRefs])).toEqual(
        research[list].map(({ id, sourceIds }) => [id, sourceIds]),
      );
  });

  it("quotes the article it began with word for word", () => {
    const article = read("000_01dd9b9e214a9fa3.txt");
    const quoted = debate.caveats.flatMap(({ claim }) => claim.match(/(?<=“)[^”]+/g) ?? []);
    expect(quoted).toHaveLength(4);
    for (const words of quoted) expect(article).toContain(words);
  });
});
