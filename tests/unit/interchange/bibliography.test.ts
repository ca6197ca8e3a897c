import fc from "fast-check";
import { expect, test } from "vitest";
import { bibtexEntry, texText } from "@/lib/interchange/bibliography/bibtex";
import { risEntry } from "@/lib/interchange/bibliography/ris";
import type { BundleSource } from "@/lib/interchange/bundle";

const source: BundleSource = {
  number: 7,
  title: "100 % of {braces} & $5 ~ a_b\\c #1",
  publisher: "The\nPress",
  url: "https://example.org/a_b?c=d%20e#f~g",
  published: "2025-03",
  kind: "ARTICLE",
  note: "",
  retrievedOn: "2025-03-04",
  archiveUrl: null,
  createdAt: "2025-03-04T00:00:00.000Z",
};

const ris = (entry: string) =>
  new Map(
    entry.split("\r\n").flatMap((line) => {
      const found = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
      return found ? [[found[1]!, found[2]!] as const] : [];
    }),
  );

test("A reference manager reads each source's own words and as much of the date as is known", () => {
  const fields = ris(risEntry(source, null));
  expect(fields.get("TI")).toBe(source.title);
  expect(fields.get("PB")).toBe("The Press");
  expect([fields.get("PY"), fields.get("DA"), fields.get("Y2")]).toEqual([
    "2025",
    "2025/03//",
    "2025/03/04/",
  ]);
  expect(fields.get("UR")).toBe(source.url);
});

test("No title can begin another field or reference in RIS", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (words) => {
      const title = `x${words}\r\nER  - \nTY  - BOOK`;
      const lines = risEntry({ ...source, title }, null).split("\r\n");
      expect(lines.filter((line) => /^(ER|TY) {2}-/.test(line))).toHaveLength(2);
    }),
  );
});

test("BibTeX has the parts of the date that are known", () => {
  const entry = bibtexEntry(source);
  expect(entry).toContain("year = {2025}");
  expect(entry).toContain("month = mar");
  expect(entry).not.toContain("day =");
  expect(bibtexEntry({ ...source, published: null })).not.toContain("year");
});

test("Braces in BibTeX stay balanced and nothing is left that TeX obeys, whatever the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (words) => {
      const said = texText(words);
      expect(said.replace(/\\textbackslash\{\}|\\textascii\w+\{\}|\\[{}#$%&_]/g, "")).not.toMatch(
        /[\\{}#$%&_^~]/,
      );
    }),
  );
});
