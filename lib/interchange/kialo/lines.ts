import type { Stance } from "@/lib/arguments/vocabulary";
import type { Problem } from "../report";

/** One claim as it stands in the file. */
export type RawClaim = {
  /** As written there: [1, 2, 2]. */
  path: number[];
  /** Null: a thesis, or a claim that says no side. */
  stance: Stance | null;
  text: string[];
  line: number;
};

/** One entry of a list of sources, with the lines that follow its first. */
export type RawSource = { number: number; lines: string[]; line: number };

export type RawFile = {
  title: string;
  /** What stands before the first claim. */
  before: string[];
  claims: RawClaim[];
  /** Each list, with how many claims stood before it. */
  lists: { claims: number; entries: RawSource[] }[];
  problems: Problem[];
};

const heading = /^\s{0,20}Discussion (?:Title|Name):[ \t]*(.*)$/is;
const numbered =
  /^([ \t]*)((?:[1-9]\d{0,8}\.){1,200})(?:[ \t]+|$)(?:(Pro|Con|Thesis)[ \t]*(?::[ \t]*|$))?(.*)$/is;
const listHeading = /^\s{0,20}Sources:\s*$/i;
const entry = /^\s{0,400}\[(\d{1,6})\][:.]?(?:[ \t]+|$)(.*)$/s;

/** Whether a line of text would be taken for something else. */
export const looksLikeStructure = (line: string): boolean =>
  numbered.test(line) || listHeading.test(line) || heading.test(line);

/**
 * Divides a Kialo export into claims and sources. One claim a line or two, indented or not: a line
 * begins a claim when its number is the next that can follow. Anything else goes on with the text
 * of the claim before it.
 */
export function readLines(text: string): RawFile {
  const scan = new Scan(text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/));
  return scan.run();
}

class Scan {
  readonly #file: RawFile = { title: "", before: [], claims: [], lists: [], problems: [] };
  /** The last child's number, by its parent's number; "" for theses. */
  readonly #last = new Map<string, number>();
  readonly #known = new Set<string>([""]);
  #entry: RawSource | null = null;
  #inList = false;

  /** The numbers that some line with a side answers. */
  readonly #answered = new Set<string>();

  constructor(readonly lines: readonly string[]) {
    for (const line of lines) {
      const [, , number, side] = numbered.exec(line) ?? [];
      if (side) this.#answered.add(number!.split(".").slice(0, -2).join("."));
    }
  }

  run(): RawFile {
    this.lines.forEach((line, index) => this.#take(line, index));
    return this.#file;
  }

  #take(line: string, index: number): void {
    const current = this.#file.claims.at(-1);
    const title = current || this.#file.title ? null : heading.exec(line);
    if (title) {
      this.#file.title = title[1]!.trim();
    } else if (!this.#beginsClaim(line, index, current)) {
      this.#goOn(line, index, current);
    }
  }

  /** Whether the line begins a claim (or fails to, which is a problem), which is then kept. */
  #beginsClaim(line: string, index: number, current: RawClaim | undefined): boolean {
    const match = numbered.exec(line);
    if (!match) return false;
    const [, , number = "", side = "", rest = ""] = match;
    const path = number.split(".").slice(0, -1).map(Number);
    const stance = stanceOf(side);
    const place = this.#placeOf(path);
    const awaited = current !== undefined && current.text.every((text) => text.trim() === "");
    if (this.#inList ? place !== "next" : awaited && !stance) return false;
    if (!stance && place !== "next") return false;
    // A numbered line of a quotation is no thesis; what others answer is one.
    if (this.#inList && !stance && !this.#answered.has(path.join("."))) return false;
    if (place === "taken" || place === "lost") {
      const code = place === "taken" ? "NUMBER_TAKEN" : "PARENT_MISSING";
      const params = { number: path.join(".") };
      this.#file.problems.push({ severity: "error", code, params, line: index + 1 });
    }
    this.#keep({ path, stance, text: [rest], line: index + 1 });
    return true;
  }

  /** With a side a number may leave gaps; "next" leaves none. */
  #placeOf(path: readonly number[]): "next" | "later" | "taken" | "lost" {
    const parent = path.slice(0, -1).join(".");
    const own = path.at(-1)!;
    if (this.#known.has(path.join("."))) return "taken";
    if (!this.#known.has(parent)) return "lost";
    return own === (this.#last.get(parent) ?? 0) + 1 ? "next" : "later";
  }

  #keep(claim: RawClaim): void {
    const parent = claim.path.slice(0, -1).join(".");
    this.#known.add(claim.path.join("."));
    this.#last.set(parent, Math.max(claim.path.at(-1)!, this.#last.get(parent) ?? 0));
    this.#file.claims.push(claim);
    this.#inList = false;
    this.#entry = null;
  }

  #goOn(line: string, index: number, current: RawClaim | undefined): void {
    if (this.#inList) this.#takeSource(line, index);
    else if (current && listHeading.test(line) && this.#listFollows(index)) {
      this.#inList = true;
      this.#file.lists.push({ claims: this.#file.claims.length, entries: [] });
    } else if (current) current.text.push(unindented(line, current));
    else if (line.trim()) this.#file.before.push(line);
  }

  #listFollows(index: number): boolean {
    for (let next = index + 1; next < Math.min(this.lines.length, index + 20); next += 1) {
      if (this.lines[next]!.trim()) return entry.test(this.lines[next]!);
    }
    return false;
  }

  #takeSource(line: string, index: number): void {
    const match = entry.exec(line);
    const number = match ? Number(match[1]) : 0;
    if (match && (!this.#entry || number === this.#entry.number + 1)) {
      this.#entry = { number, lines: [match[2]!], line: index + 1 };
      this.#file.lists.at(-1)!.entries.push(this.#entry);
    } else this.#entry?.lines.push(line);
  }
}

function stanceOf(side: string): Stance | null {
  if (/^pro$/i.test(side)) return "SUPPORT";
  return /^con$/i.test(side) ? "OPPOSE" : null;
}

/** Without the indentation of the claim's level; more of it belongs to the text. */
function unindented(line: string, claim: RawClaim): string {
  const indentation = 2 * (claim.path.length - 1);
  const blanks = line.length - line.trimStart().length;
  return line.slice(Math.min(blanks, indentation));
}
