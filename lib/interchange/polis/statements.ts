import { characterCount } from "@/lib/shared/text";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { BundleArgument } from "../bundle";
import { withoutFormulaMark } from "@/lib/shared/csv";
import { cleanText } from "../bundle-parts";
import { splitClaim } from "../claim-text";
import { atLine } from "../lines";
import type { Problem } from "../report";
import { commentRows } from "./csv";
import type { Events } from "./sign";

export type Statements = {
  arguments: BundleArgument[];
  /** By statement; empty when the file does not say. */
  stated: Map<number, Events>;
  /** Participants who wrote one. */
  authors: Set<number>;
};

const needed = ["comment-id", "comment-body"];
const kept = new Set([
  ...["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated"],
  "comment-body",
]);

/** The argument that a statement becomes: its number is the statement's plus one. */
export const numberOf = (statement: number): string => String(statement + 1);

/** Reads `comments.csv`: statements as direct arguments, those moderated out archived. */
export function readStatements(text: string, now: string, problems: Problem[]): Statements {
  const file = "comments.csv";
  const { columns, rows, mended } = commentRows(text);
  const found: Statements = { arguments: [], stated: new Map(), authors: new Set() };
  const missing = needed.filter((name) => !columns.includes(name));
  for (const column of missing) {
    problems.push({ severity: "error", code: "COLUMN_MISSING", params: { column }, file, line: 1 });
  }
  if (missing.length > 0) return found;
  const left = columns.filter((name) => name && !kept.has(name));
  if (left.length > 0) {
    const params = { columns: left.join(", ") };
    problems.push({ severity: "warning", code: "COLUMNS_LEFT_OUT", params, file, line: 1 });
  }
  if (mended > 0) {
    problems.push({ severity: "note", code: "ROWS_MENDED", params: { count: mended }, file });
  }
  const seen = new Set<number>();
  for (const { cells, line } of rows) {
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? "";
    const statement = Number(cell("comment-id"));
    const fail = (code: string) =>
      problems.push({
        severity: "error",
        code,
        params: { value: cell("comment-id").slice(0, 40) },
        file,
        line,
      });
    if (!/^\d{1,9}$/.test(cell("comment-id"))) fail("STATEMENT_UNREADABLE");
    else if (seen.has(statement)) fail("STATEMENT_TWICE");
    else {
      seen.add(statement);
      takeStatement({ statement, cell, line, now }, found, problems);
    }
  }
  found.arguments.sort((a, b) => Number(a.number) - Number(b.number));
  return found;
}

type RowOf = { statement: number; cell: (name: string) => string; line: number; now: string };

function takeStatement(
  { statement, cell, line, now }: RowOf,
  found: Statements,
  problems: Problem[],
) {
  const place = { file: "comments.csv", line };
  const text = cleanText(withoutFormulaMark(cell("comment-body")));
  const params = { statement };
  if (!text) problems.push({ severity: "warning", code: "STATEMENT_EMPTY", params, ...place });
  const { title, body } = splitClaim(text || `Statement ${statement}`);
  if (characterCount(body) > argumentLimits.body) {
    problems.push({
      severity: "error",
      code: "TEXT_TOO_LONG",
      params: { number: statement, count: characterCount(body), most: argumentLimits.body },
      ...place,
    });
  }
  const author = /^\d{1,8}$/.test(cell("author-id")) ? Number(cell("author-id")) : null;
  if (author !== null) found.authors.add(author);
  if (/^\d+$/.test(cell("agrees")) && /^\d+$/.test(cell("disagrees"))) {
    const events = { agrees: Number(cell("agrees")), disagrees: Number(cell("disagrees")) };
    found.stated.set(statement, events);
  }
  const at = isoTime(cell("timestamp")) ?? now;
  const argument: BundleArgument = {
    ...{ number: numberOf(statement), stance: "SUPPORT", title, body },
    status: Number(cell("moderated")) < 0 ? "ARCHIVED" : "LIVE",
    version: 1,
    author: author === null ? null : authorRef(author),
    citations: [],
    facts: [],
    nextNumber: 1,
    createdAt: at,
    updatedAt: at,
  };
  found.arguments.push(atLine(argument, line));
}

/** How an author is called in the bundle. */
export const authorRef = (participant: number): string => `p${participant + 1}`;

/** Milliseconds since 1970, or seconds, as ISO 8601; null when they are neither. */
export function isoTime(cell: string): string | null {
  const time = milliseconds(cell);
  return time === null ? null : new Date(time).toISOString();
}

/** A time of a cell in milliseconds; null when it is none. */
export function milliseconds(cell: string): number | null {
  if (!/^\d{9,16}$/.test(cell)) return null;
  const value = Number(cell);
  const time = value < 100_000_000_000 ? value * 1000 : value;
  return time < 4_102_444_800_000 ? time : null;
}
