import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKialo } from "@/lib/interchange/kialo/read";
import { IndentedWriter, writeOnLine, writeTopOnLines } from "@/lib/interchange/kialo/write";
import type { Outline } from "@/lib/interchange/outline";
import { fixture } from "./fixtures";
import { hostileText, outlines, withoutLines } from "./outlines";

const onLines = (outline: Outline): string =>
  writeTopOnLines(outline) + outline.nodes.map(writeOnLine).join("");

function indented(outline: Outline): string {
  const writer = new IndentedWriter();
  const claims = outline.nodes.map((node) => writer.claim(node)).join("");
  return writer.top(outline) + claims + [...writer.end()].join("");
}

/** What the tests look at: number, side, title. */
const inShort = ({ nodes }: Outline) =>
  nodes.map(
    ({ number, stance, title }) => `${number} ${stance === "SUPPORT" ? "+" : "−"} ${title}`,
  );
const found = ({ outline }: ReturnType<typeof readKialo>, number: string) =>
  outline!.nodes.find((node) => node.number === number)!;

describe("One line a claim", () => {
  const text = fixture("kialo/one-line-a-claim.txt");
  const reading = readKialo(text);

  test("The thesis is the motion; claims keep their numbers and sides across Windows line ends", () => {
    expect(text).toContain("\r\n");
    expect(reading.outline!.title).toBe("Should the town pool stay open at night?");
    expect(reading.outline!.motion).toBe("The town pool should stay open at night.");
    expect(inShort(reading.outline!)).toEqual([
      "1 + People who work late (nurses, bakers) could swim after their shift.",
      "1.1 − 24 hours of lifeguards cost more than all the tickets of a year bring in, says the budget of 2024.",
      "1.2 + 1984 was the last year with a night guard.",
      "1.2.1 − A survey asked 212 people.",
      "2 − Noise at night wakes the neighbours, whose bedrooms look onto the lawn; the municipal office measured fifty decibels at the nearest window…",
      "2.1 + 1984 was the last year with a night guard.",
      "2.2 − Signs that read [quiet, please] helped elsewhere: C:\\pool is only a file name.",
      "3 + -> See 1.9.",
      "4 − A link to nowhere is only words.",
    ]);
  });

  test("Links become sources and keep their words; those at the end only cite", () => {
    expect(found(reading, "1.1").sources).toMatchObject([
      { title: "budget of 2024", url: "https://town.example.org/budget_(2024)?part=[3]" },
    ]);
    expect(found(reading, "1.2.1").sources.map(({ title }) => title)).toEqual([
      "survey.example.org",
      "archive",
    ]);
  });

  test("A long claim's title is its beginning, its body the whole, links in place", () => {
    const { title, body } = found(reading, "2");
    expect([...title].length).toBeLessThanOrEqual(140);
    expect(body).toContain("as the [report on noise](https://town.example.org/noise) shows.");
    expect(body.startsWith(title.slice(0, -1))).toBe(true);
  });

  test("A cross-reference takes the other claim's title and leads to it", () => {
    expect(found(reading, "1.2")).toMatchObject({
      title: found(reading, "2.1").title,
      body: "[See 2.1](argument:2.1)",
    });
  });

  test("What leads nowhere is said with its line", () => {
    const told = reading.problems.map(({ severity, code, line }) => `${severity} ${code} ${line}`);
    expect(told).toEqual([
      "note TITLE_CUT 8",
      "warning ADDRESS_UNUSABLE 12",
      "warning REFERENCE_UNKNOWN 11",
    ]);
  });

  test("Written again, most lines are the very same, and all say the same", () => {
    const again = onLines(reading.outline!);
    expect(withoutLines(readKialo(again).outline!)).toEqual(withoutLines(reading.outline!));
    const same = again.split("\n").filter((line) => text.split("\r\n").includes(line));
    expect(same.length).toBeGreaterThanOrEqual(8);
    expect(again).toContain("1.1.2. Pro: -> See 1.2.1.");
  });
});

describe("Two lines a claim", () => {
  const reading = readKialo(fixture("kialo/two-lines-a-claim.txt"));

  test("Numbers that begin a text are text; lines of a claim stay together", () => {
    expect(inShort(reading.outline!)).toEqual([
      "1 + 2 of 3 households own a drill they used for less than an hour.",
      "1.1 − Drills are cheap: a shop sells one for the price of a lunch.",
      "1.2 + Rules can be changed, and were in 2019. [9]",
      "2 − 1.1. of the rules says that books only are lent. The second line of this claim stands in the file as a line of its own.",
      "2.1 − Rules can be changed, and were in 2019. [9]",
      "3 + Repairing things together is good for a town.",
    ]);
    expect(found(reading, "2").body.split("\n")).toHaveLength(2);
  });

  test("Footnotes cite the list's sources, with quotations that hold blank and numbered lines", () => {
    expect(found(reading, "1").sources).toMatchObject([
      {
        title: "tools.example.org",
        url: "https://www.tools.example.org/households?year=2020",
        quotation:
          "Two thirds own a drill.\n\n1. Most had used it once.\n2. Some had never used it.",
      },
      { title: "A book without an address", url: null },
    ]);
    expect(found(reading, "2.1").sources).toMatchObject([
      { title: "Minutes of the council", quotation: "The rules are changed." },
    ]);
    expect(reading.outline!.motionNote).toContain("(https://library.example.org/wishes)");
  });

  test("A footnote that is in no list stays in the text and is said", () => {
    expect(reading.problems).toContainEqual({
      severity: "warning",
      code: "FOOTNOTE_UNKNOWN",
      params: { number: "9" },
      line: 19,
    });
  });
});

describe("Kialo text", () => {
  test("Several theses become direct arguments on the discussion's name", () => {
    const { outline, problems } = readKialo(fixture("kialo/several-theses.txt"));
    expect(outline!.motion).toBe("Which building should become the youth centre?");
    expect(inShort(outline!)).toEqual([
      "1 + The old station should become the youth centre.",
      "1.1 + It stands empty.",
      "1.1.1 − Only its hall does.",
      "2 + The brewery should become the youth centre.",
      "2.1 − It is private.",
      "3 + 100 years old, the mill is the building to choose.",
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["SEVERAL_THESES"]);
  });

  test("Numbers given twice, claims below nothing and empty ones are errors with their lines", () => {
    const { outline, problems } = readKialo(fixture("kialo/broken.txt"));
    expect(outline).toBeNull();
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      "NUMBER_TAKEN 5",
      "PARENT_MISSING 6",
      "EMPTY_CLAIM 7",
    ]);
  });

  test.each([
    ["nothing", "", "NO_CLAIMS"],
    ["theses without a name", "1. One\n2. Two\n", "NO_MOTION"],
  ])("A file with %s is refused", (_, text, code) => {
    const { outline, problems } = readKialo(text);
    expect(outline).toBeNull();
    expect(problems).toContainEqual({ severity: "error", code, line: 1 });
  });

  test("A claim deeper than 32 levels below the motion is an error", () => {
    const line = (depth: number) => `${"1.".repeat(depth)} Pro: Level ${depth}`;
    const lines = (most: number) =>
      ["1. Thesis", ...[...Array(most).keys()].map((level) => line(level + 2))].join("\n");
    expect(readKialo(lines(32)).outline!.nodes).toHaveLength(32);
    expect(readKialo(lines(33)).problems).toMatchObject([{ code: "TOO_DEEP", line: 34 }]);
  });

  test.each(["[", "](", "[a](", "\\", "<br", "1. ", "1.1. Pro: x\n", "[1]\n", " \n", "(", '" '])(
    "Half a megabyte of %j is read in seconds",
    (part) => {
      const much = part.repeat(Math.ceil(500_000 / part.length));
      const begun = performance.now();
      readKialo(`1. Thesis\n1.1. Pro: ${much}\nSources:\n[1] ${much}`);
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
  );

  test.each([
    ["one line a claim", onLines],
    ["two lines a claim", indented],
  ])("A debate written with %s comes back as it was, whatever its texts say", (_, write) => {
    fc.assert(
      fc.property(outlines(), (outline) => {
        const { outline: read, problems } = readKialo(write(outline));
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(withoutLines(read!)).toEqual(outline);
      }),
      { numRuns: 120 },
    );
  });

  test("No text makes the reader fall over", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 30 }), (lines) => {
        readKialo(lines.join("\n"));
      }),
      { numRuns: 120 },
    );
  });
});
