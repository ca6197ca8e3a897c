import { joinClaim, oneLine } from "../claim-text";
import { motionLimit } from "../graph";
import type { Outline, OutlineNode, OutlineSource } from "../outline";
import { writeClaim } from "./claim";
import { looksLikeStructure } from "./lines";
import { escaped, sourceLink } from "./markup";
import { referenceBody } from "./read";

type Top = Omit<Outline, "nodes">;

const sides = { SUPPORT: "Pro", OPPOSE: "Con" } as const;

/** A cross-reference as Kialo writes it, where the body is nothing else; null otherwise. */
function referenceOf({ body, sources }: OutlineNode): string | null {
  const number = /\(argument:([\d.]{1,400})\)$/.exec(body)?.[1];
  if (!number || sources.length > 0 || body !== referenceBody(number)) return null;
  return `-> See 1.${number}.`;
}

/** The beginning of a text must not pass for a side or a cross-reference. */
const guarded = (text: string): string =>
  text.replace(/^(\s*(?:Pro|Con|Thesis)[ \t]*):/i, "$1\\:").replace(/^->/, "\\->");

/** The lines above the arguments, one claim a line. */
export function writeTopOnLines({ title, motion, motionNote }: Top): string {
  const thesis = escaped(joinClaim({ title: motion, body: motionNote }, motionLimit));
  return `Discussion Title: ${escaped(oneLine(title))}\n\n1. ${guarded(thesis)}\n`;
}

/** One argument as one line. */
export function writeOnLine(node: OutlineNode): string {
  const text = referenceOf(node) ?? guarded(writeClaim(node));
  return `1.${node.number}. ${sides[node.stance]}: ${text}\n`;
}

/** Writes the shape of two lines a claim, indented by level, with its sources as footnotes. */
export class IndentedWriter {
  readonly #sources: OutlineSource[] = [];
  readonly #numbers = new Map<string, number>();

  top({ title, motion, motionNote }: Top): string {
    const thesis = joinClaim({ title: motion, body: motionNote }, motionLimit);
    const name = escaped(oneLine(title));
    return `Discussion Name: ${name}\n\n1. Thesis\n${paragraph(thesis, 0)}\n`;
  }

  claim(node: OutlineNode): string {
    const level = node.number.split(".").length;
    const notes = node.sources.map((source) => `[${this.#numberOf(source)}]`).join("");
    const text = referenceOf(node) ?? paragraph(joinClaim(node), level).trimStart();
    const head = `${"  ".repeat(level)}1.${node.number}. ${sides[node.stance]}`;
    return `${head}\n${"  ".repeat(level)}${text}${notes ? ` ${notes}` : ""}\n`;
  }

  /** The list of sources at the end. */
  *end(): Generator<string> {
    if (this.#sources.length > 0) yield "\nSources:\n";
    for (const [index, source] of this.#sources.entries()) {
      const { quotation, ...rest } = source;
      yield `[${index + 1}] ${sourceLink({ ...rest, quotation: "" })}\n`;
      if (quotation) yield `"${paragraph(quotation, 0)}"\n`;
    }
  }

  #numberOf(source: OutlineSource): number {
    const key = JSON.stringify(source);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#sources.push(source);
    this.#numbers.set(key, this.#sources.length);
    return this.#sources.length;
  }
}

/** Text on lines of its own at a level, none of which passes for a claim or a heading. */
function paragraph(text: string, level: number): string {
  const lines = text.split("\n").map((line) => {
    const safe = escaped(line);
    return looksLikeStructure(safe) ? safe.replace(/[.:]/, "\\$&") : guarded(safe);
  });
  return lines.map((line) => (line ? "  ".repeat(level) + line : line)).join("\n");
}
