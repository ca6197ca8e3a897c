import { argumentLimits } from "@/lib/arguments/vocabulary";
import { cleanText } from "../bundle-parts";
import { cutTitle, oneLine } from "../claim-text";
import {
  argumentLink,
  type Outline,
  type OutlineNode,
  type OutlineSource,
  type Reading,
} from "../outline";
import type { Problem } from "../report";
import { motionLimit } from "../graph";
import { readClaim, type Claim } from "./claim";
import { unescaped } from "./markup";
import { readLines, type RawClaim, type RawFile } from "./lines";
import { readSource } from "./sources";

const reference = /^->\s{0,20}See\s{1,20}((?:[1-9]\d{0,8}\.){0,200}[1-9]\d{0,8}\.?)$/i;

/**
 * Reads a discussion exported from Kialo as text, in either shape. One thesis is the motion and
 * keeps no number; of several, each is a direct argument on the discussion's name.
 */
export function readKialo(text: string): Reading {
  const file = readLines(text);
  const problems: Problem[] = [...file.problems];
  const theses = file.claims.filter(({ path }) => path.length === 1);
  if (file.claims.length === 0) problems.push({ severity: "error", code: "NO_CLAIMS", line: 1 });
  if (theses.length > 1 && !file.title) {
    problems.push({ severity: "error", code: "NO_MOTION", line: 1 });
  }
  const footnotes = footnotesOf(file);
  const reader = new ClaimReader(file, theses.length === 1, footnotes, problems);
  const nodes = reader.nodes();
  if (problems.some(({ severity }) => severity === "error")) return { outline: null, problems };
  return { outline: { ...topOf(file, theses, reader), nodes }, problems };
}

/** For each claim the sources that its footnotes name: those of the next list, else of any. */
function footnotesOf(file: RawFile): (claim: number, note: number) => OutlineSource | null {
  const lists = file.lists.map(({ claims, entries }) => ({
    claims,
    sources: new Map(entries.map((entry) => [entry.number, readSource(entry)])),
  }));
  return (claim, note) => {
    const next = lists.find(({ claims, sources }) => claims > claim && sources.has(note));
    return (next ?? lists.find(({ sources }) => sources.has(note)))?.sources.get(note) ?? null;
  };
}

class ClaimReader {
  constructor(
    readonly file: RawFile,
    readonly single: boolean,
    readonly footnote: (claim: number, note: number) => OutlineSource | null,
    readonly problems: Problem[],
  ) {}

  /** All claims that become arguments, cross-references resolved. */
  nodes(): OutlineNode[] {
    const nodes: OutlineNode[] = [];
    const references = new Map<string, string>();
    this.file.claims.forEach((raw, index) => {
      if (this.single && raw.path.length === 1) return;
      const target = reference.exec(cleanText(raw.text.join("\n")));
      if (target) references.set(this.numberOf(raw.path), target[1]!);
      nodes.push(this.#node(raw, this.read(raw, index)));
    });
    this.#resolve(nodes, references);
    return nodes;
  }

  /** The words of a claim with what it cites. */
  read(raw: RawClaim, index: number, limit?: number): Claim {
    const { text, sources } = this.#withoutFootnotes(raw, index);
    const claim = readClaim(text, limit);
    const known = new Set(claim.sources.map(({ url, title }) => url ?? title));
    const added = sources.filter(({ url, title }) => !known.has(url ?? title));
    for (const address of claim.unusable) this.#note("ADDRESS_UNUSABLE", raw, { address });
    return { ...claim, sources: [...claim.sources, ...new Set(added)] };
  }

  numberOf(path: readonly number[]): string {
    return (this.single ? path.slice(1) : path).join(".");
  }

  #withoutFootnotes(raw: RawClaim, index: number): { text: string; sources: OutlineSource[] } {
    const sources: OutlineSource[] = [];
    const text = raw.text
      .join("\n")
      .replace(/\\[^]|[ \t]?\[(\d{1,6})\](?!\()/g, (found, digits?: string) => {
        if (digits === undefined || this.file.lists.length === 0) return found;
        const source = this.footnote(index, Number(digits));
        if (!source) this.#note("FOOTNOTE_UNKNOWN", raw, { number: digits });
        else sources.push(source);
        return source ? "" : found;
      });
    return { text: cleanText(text), sources };
  }

  #node(raw: RawClaim, claim: Claim): OutlineNode {
    const { path, stance, line } = raw;
    const number = this.numberOf(path);
    if (number.split(".").length > argumentLimits.depth) this.#fail("TOO_DEEP", raw);
    if (!claim.title) this.#fail("EMPTY_CLAIM", raw);
    if (claim.cut) this.#note("TITLE_CUT", raw);
    if (!stance && path.length > 1) this.#note("STANCE_ASSUMED", raw);
    const { title, body, sources } = claim;
    return { number, stance: stance ?? "SUPPORT", title, body, sources, line };
  }

  /** A claim that only points at another gets that one's title and a link to it. */
  #resolve(nodes: OutlineNode[], references: ReadonlyMap<string, string>): void {
    const byNumber = new Map(nodes.map((node) => [node.number, node]));
    for (const [number, written] of references) {
      const node = byNumber.get(number)!;
      const target = this.numberOf(written.split(".").filter(Boolean).map(Number));
      const title = byNumber.get(
        finalTarget(target, references, (path) => this.numberOf(path)),
      )?.title;
      if (title === undefined || !byNumber.has(target)) {
        this.problems.push({
          severity: "warning",
          code: "REFERENCE_UNKNOWN",
          params: { number: written },
          line: node.line,
        });
      } else Object.assign(node, { title, body: referenceBody(target), sources: [] });
    }
  }

  #note(code: string, raw: RawClaim, params?: Problem["params"]): void {
    const number = raw.path.join(".");
    const severity = code === "TITLE_CUT" ? "note" : "warning";
    this.problems.push({ severity, code, params: { number, ...params }, line: raw.line });
  }

  #fail(code: string, raw: RawClaim): void {
    const params = { number: raw.path.join(".") };
    this.problems.push({ severity: "error", code, params, line: raw.line });
  }
}

/** How a cross-reference is kept. */
export const referenceBody = (number: string): string => `[See ${number}](${argumentLink(number)})`;

/** Follows references to references, but not in a circle. */
function finalTarget(
  first: string,
  references: ReadonlyMap<string, string>,
  numberOf: (path: number[]) => string,
): string {
  let target = first;
  for (let step = 0; step < 32; step += 1) {
    const next = references.get(target);
    if (next === undefined) return target;
    target = numberOf(next.split(".").filter(Boolean).map(Number));
  }
  return target;
}

/** What stands above the arguments. */
function topOf(
  file: RawFile,
  theses: readonly RawClaim[],
  reader: ClaimReader,
): Omit<Outline, "nodes"> {
  const before = cleanText(file.before.join("\n"));
  const name = oneLine(unescaped(file.title));
  const paragraphs = (...texts: string[]) => texts.filter(Boolean).join("\n\n");
  const [thesis] = theses;
  if (theses.length > 1 || !thesis) {
    const line = thesis?.line ?? 1;
    reader.problems.push({
      severity: "note",
      code: "SEVERAL_THESES",
      params: { count: theses.length },
      line,
    });
    const motion = cutTitle(name, motionLimit);
    return { title: name, motion, motionNote: before };
  }
  const claim = reader.read(thesis, file.claims.indexOf(thesis), motionLimit);
  const links = claim.sources
    .filter(({ url }) => !url || !claim.body.includes(`(${url})`))
    .map(
      ({ title, url, quotation }) =>
        (url ? `[${title}](${url})` : title) + (quotation ? ` “${quotation}”` : ""),
    );
  return {
    title: name || claim.title,
    motion: claim.title,
    motionNote: paragraphs(claim.body, before, links.join(" ")),
  };
}
