import type { ImportFile } from "../formats";
import type { Problem } from "../report";
import { strictCells } from "./csv";
import { linesOf } from "./files";
import type { Vote } from "./votes";

const file = "participants-votes.csv";

/** Everybody's last vote on every statement, as `participants-votes.csv` says it. */
export type Cells = Map<number, Map<number, number>>;

/** Reads the table of participants and statements; null when its first line is no such table's. */
export async function readParticipants(
  source: ImportFile,
  problems: Problem[],
): Promise<Cells | null> {
  const people: Cells = new Map();
  let statements: (number | null)[] | null = null;
  let line = 0;
  for await (const text of linesOf(source)) {
    line += 1;
    if (!text.trim()) continue;
    const cells = text.includes('"') ? (strictCells(text) ?? text.split(",")) : text.split(",");
    if (!statements) {
      const names = cells.map((cell) => cell.replace(/^\uFEFF/, "").trim());
      if (names[0] !== "participant") {
        const params = { column: "participant" };
        problems.push({ severity: "error", code: "COLUMN_MISSING", params, file, line });
        return null;
      }
      statements = names.map((name) => (/^\d{1,9}$/.test(name) ? Number(name) : null));
      continue;
    }
    const votes = new Map<number, number>();
    statements.forEach((statement, column) => {
      const cell = cells[column]?.trim() ?? "";
      if (statement !== null && /^(-1|0|1)$/.test(cell)) votes.set(statement, Number(cell));
    });
    if (/^\d{1,9}$/.test(cells[0]!.trim())) people.set(Number(cells[0]), votes);
  }
  return people;
}

/** Says whether the last votes are those of the table, cell by cell, either sign meaning agree. */
export function compareCells(cells: Cells, votes: Iterable<Vote>): Problem {
  let same = 0;
  let turned = 0;
  let count = 0;
  for (const { person, statement, opinion } of votes) {
    const cell = cells.get(person)?.get(statement);
    count += 1;
    if (cell === opinion) same += 1;
    if (cell !== undefined && cell === -opinion + 0) turned += 1;
  }
  let inTable = 0;
  for (const row of cells.values()) inTable += row.size;
  const different = Math.max(count, inTable) - Math.max(same, turned);
  return different === 0
    ? { severity: "note", code: "CELLS_EQUAL", params: { count }, file }
    : { severity: "warning", code: "CELLS_DIFFER", params: { count: different }, file };
}
