import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf, strictCells } from "@/lib/interchange/polis/csv";
import { csvCell, csvRecord, withoutFormulaMark } from "@/lib/shared/csv";

/** What a program that reads the file finds in one of its cells. */
const read = (cell: string) => strictCells(cell)![0]!;

describe("Somebody opens a file of ours in a spreadsheet", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "'=1+1",
    "＝1+1",
    "\0=1+1",
    '="a,b"',
  ])("%j is text there, and itself again for who reads the file here", (text) => {
    expect(read(csvCell(text))).toBe(`'${text}`);
    expect(withoutFormulaMark(read(csvCell(text)))).toBe(text);
  });

  test("numbers stay numbers, those below zero too", () => {
    expect(csvRecord([1, -1, 0, 2.5])).toBe("1,-1,0,2.5\n");
  });

  test("words that are no formula stay as they are, quoted only where they must be", () => {
    const record = csvRecord(["Trees", "1+1=2", "'quoted'", "a, b", 'say "so"', "two\nlines", ""]);
    expect(record).toBe(`Trees,1+1=2,'quoted',"a, b","say ""so""","two\nlines",\n`);
  });

  test("whatever people write, no cell begins like a formula and no word is lost", () => {
    const words = fc.string({ unit: fc.constantFrom(..."=+-@'\t\r\n\", a1＝") });
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 5 }), (texts) => {
        const cells = strictCells(csvRecord(texts).slice(0, -1))!;
        expect(cells.map(withoutFormulaMark)).toEqual(texts);
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝]/);
      }),
    );
  });

  test("line ends within a cell do not begin a record", () => {
    expect(rowsOf(csvRecord(["one\n=2", 3]))).toEqual([{ cells: ["one\n=2", "3"], line: 1 }]);
  });
});
