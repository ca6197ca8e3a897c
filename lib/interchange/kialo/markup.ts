import { cleanText } from "../bundle-parts";
import { webAddressPattern, type OutlineSource } from "../outline";

/** A claim's text in pieces: words, and links in Markdown. */
export type Piece =
  { kind: "words"; text: string } | { kind: "link"; text: string; address: string; detail: string };

const punctuation = /^[!-/:-@[-`{-~]$/;

/** Removes the backslashes before punctuation; `<br>` is a line end. */
export function unescaped(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|<br\s{0,4}\/?>/gi,
    (found, mark?: string) => mark ?? "\n",
  );
}

/** Where the bracket that opens at each place closes: one pass, escapes skipped. */
function closings(text: string, open: string, close: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const waiting: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === open) waiting.push(index);
    else if (text[index] === close) {
      const start = waiting.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** Reads `words [words](address "detail") words`; what is no link is words. */
export function readMarkup(text: string): Piece[] {
  const brackets = closings(text, "[", "]");
  const parentheses = closings(text, "(", ")");
  const pieces: Piece[] = [];
  let from = 0;
  const words = (until: number) => {
    if (until > from) pieces.push({ kind: "words", text: unescaped(text.slice(from, until)) });
  };
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\\" && punctuation.test(text[index + 1] ?? "")) index += 1;
    else if (text[index] === "[") {
      const end = brackets.get(index);
      const last =
        end !== undefined && text[end + 1] === "(" ? parentheses.get(end + 1) : undefined;
      if (end === undefined || last === undefined) continue;
      words(index);
      pieces.push(readLink(text.slice(index + 1, end), text.slice(end + 2, last)));
      index = last;
      from = last + 1;
    }
  }
  words(text.length);
  return pieces;
}

function readLink(label: string, target: string): Piece {
  const [, detailed, detail = ""] = /^(\S*)\s+"(.*)"\s*$/s.exec(target) ?? [];
  const address = unescaped(detailed ?? target).trim();
  const bare = address.startsWith("<") && address.endsWith(">") ? address.slice(1, -1) : address;
  return { kind: "link", text: cleanText(unescaped(label)), address: bare, detail };
}

/** Divides at bars that no backslash stands before. */
function divided(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === "|") {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => cleanText(unescaped(part)));
}

/** A link as the source it names; null when its address is none of the web's. */
export function sourceOf(piece: Extract<Piece, { kind: "link" }>): OutlineSource | null {
  if (piece.address && !webAddressPattern.test(piece.address)) return null;
  const [publisher = "", published = "", ...quotation] = divided(piece.detail);
  return {
    title: piece.text || piece.address,
    url: piece.address || null,
    publisher,
    published: published || null,
    quotation: quotation.join("|"),
  };
}

/** Keeps every character that would mean something from meaning it; line ends become `<br>`. */
export function escaped(text: string): string {
  return text.replace(/[\\[\]()]|<(?=br\s{0,4}\/?>)/gi, "\\$&").replace(/\n/g, "<br>");
}

/** A source as a link, with what else is known of it in the link's title. */
export function sourceLink({ title, url, publisher, published, quotation }: OutlineSource): string {
  const details = [publisher, published ?? "", quotation];
  const detail = details.map((text) => escaped(text).replace(/["|]/g, "\\$&")).join(" | ");
  const address = (url ?? "").replace(/[\\()[\]<"]/g, "\\$&");
  return `[${escaped(title)}](${address}${details.some(Boolean) ? ` "${detail}"` : ""})`;
}
