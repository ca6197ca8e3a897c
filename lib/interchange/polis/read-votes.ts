import type { ImportFile } from "../formats";
import type { Problem } from "../report";
import { strictCells } from "./csv";
import { linesOf } from "./files";
import { milliseconds } from "./statements";
import { VoteTable } from "./votes";

/** Reads the events of `votes.csv` as they stand there; ones on unknown statements are left out. */
export async function readVotes(
  file: ImportFile,
  known: ReadonlySet<number>,
  most: number,
  problems: Problem[],
): Promise<VoteTable> {
  const votes = new VoteTable();
  const say = new Limited(problems, "votes.csv");
  let columns: Columns | null = null;
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (!text.trim()) continue;
    const cells = text.includes('"') ? (strictCells(text) ?? text.split(",")) : text.split(",");
    if (!columns) {
      columns = columnsOf(cells, problems);
      if (!columns) return votes;
      continue;
    }
    const places = columns;
    const number = (name: keyof Columns) => cells[places[name]]?.trim() ?? "";
    const [statement, person, vote] = [number("comment-id"), number("voter-id"), number("vote")];
    if (
      !/^\d{1,9}$/.test(statement) ||
      !/^\d{1,9}$/.test(person) ||
      !/^(-1|0|1)(\.0+)?$/.test(vote)
    ) {
      say.error("VOTE_UNREADABLE", line, text);
    } else if (!known.has(Number(statement))) say.warning("STATEMENT_UNKNOWN", line, statement);
    else if (votes.size >= most) {
      say.error("TOO_MANY_VOTES", line, String(most));
      return votes;
    } else {
      const time = milliseconds(number("timestamp")) ?? 0;
      votes.add(Number(statement), Number(person), Math.trunc(Number(vote)), time);
    }
  }
  return votes;
}

type Columns = Record<"comment-id" | "voter-id" | "vote" | "timestamp", number>;

function columnsOf(cells: readonly string[], problems: Problem[]): Columns | null {
  const place = (name: string) =>
    cells.findIndex((cell) => cell.replace(/^\uFEFF/, "").trim() === name);
  const columns = {
    "comment-id": place("comment-id"),
    "voter-id": place("voter-id"),
    vote: place("vote"),
    timestamp: place("timestamp"),
  };
  const missing = Object.entries(columns).filter(([name, at]) => at === -1 && name !== "timestamp");
  for (const [column] of missing) {
    problems.push({
      severity: "error",
      code: "COLUMN_MISSING",
      params: { column },
      file: "votes.csv",
      line: 1,
    });
  }
  return missing.length > 0 ? null : columns;
}

/** Says at most so often the same. */
class Limited {
  readonly #said = new Map<string, number>();

  constructor(
    readonly problems: Problem[],
    readonly file: string,
  ) {}

  error(code: string, line: number, value: string): void {
    this.#say("error", code, line, value);
  }

  warning(code: string, line: number, value: string): void {
    this.#say("warning", code, line, value);
  }

  #say(severity: "error" | "warning", code: string, line: number, value: string): void {
    const count = (this.#said.get(code) ?? 0) + 1;
    this.#said.set(code, count);
    if (count > 50) return;
    const params = { value: value.slice(0, 80) };
    this.problems.push({ severity, code, params, file: this.file, line });
  }
}
