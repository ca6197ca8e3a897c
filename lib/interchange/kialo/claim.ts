import { cleanText } from "../bundle-parts";
import { splitClaim } from "../claim-text";
import type { OutlineNode, OutlineSource } from "../outline";
import { escaped, readMarkup, sourceLink, sourceOf, type Piece } from "./markup";

/** What one claim says, as an argument keeps it. */
export type Claim = Pick<OutlineNode, "title" | "body" | "sources"> & {
  /** Addresses of links that are none of the web's: their words are kept. */
  unusable: string[];
  /** The title is only the beginning; the whole text is the body. */
  cut: boolean;
};

type Link = Extract<Piece, { kind: "link" }>;
const isBlank = (piece: Piece): boolean => piece.kind === "words" && piece.text.trim() === "";

/**
 * How many pieces at the end only cite: links after a line end or a finished sentence, with nothing
 * but blanks between them.
 */
function citing(pieces: readonly Piece[]): number {
  let first = pieces.length;
  while (first > 0 && (isBlank(pieces[first - 1]!) || isCitation(pieces[first - 1]!))) {
    const piece = pieces[first - 1]!;
    if (piece.kind === "words" && piece.text.includes("\n")) return pieces.length - first;
    first -= 1;
  }
  const before = pieces[first - 1];
  if (first === pieces.length || !before || before.kind !== "words") return 0;
  const finished = /[.!?…。！？]["”’»)\]]?[ \t]*$|\n[ \t]*$/u.test(before.text.slice(-40));
  return finished ? pieces.length - first : 0;
}

const isCitation = (piece: Piece): boolean => piece.kind === "link" && sourceOf(piece) !== null;

const linkedWords = (link: Link): string =>
  `[${link.text.replace(/[[\]\\]/g, "\\$&")}](${link.address.replace(/[()\\]/g, "\\$&")})`;

/**
 * Reads a claim's text: links become sources and keep their words.
 *
 * @param limit how many characters a title may have
 */
export function readClaim(text: string, limit?: number): Claim {
  const pieces = readMarkup(text);
  const inText = pieces.slice(0, pieces.length - citing(pieces));
  const links = pieces.filter((piece): piece is Link => piece.kind === "link");
  const sources = links.map(sourceOf).filter((source) => source !== null);
  const rich = joined(inText, (link) => (sourceOf(link) ? linkedWords(link) : link.text));
  const words = joined(inText, (link) => link.text);
  return {
    ...divideRich(words, rich, limit),
    sources: eachOnce(sources),
    unusable: links.filter((link) => !isCitation(link)).map(({ address }) => address),
  };
}

const joined = (pieces: readonly Piece[], link: (link: Link) => string): string =>
  cleanText(pieces.map((piece) => (piece.kind === "words" ? piece.text : link(piece))).join(""));

/** As `splitClaim`, the title in plain words and the body with its links. */
function divideRich(words: string, rich: string, limit?: number) {
  const split = splitClaim(words, limit);
  if (split.body === "") return { ...split, cut: false };
  const whole = split.body === words;
  return { title: split.title, body: whole ? rich : cleanText(afterGap(rich)), cut: whole };
}

const afterGap = (text: string): string => text.slice(text.indexOf("\n\n"));

/** The same source is cited once, with the first quotation. */
function eachOnce(sources: readonly OutlineSource[]): OutlineSource[] {
  const kept = new Map<string, OutlineSource>();
  for (const source of sources) {
    const key = source.url ?? `${source.title}\n${source.publisher}`;
    const first = kept.get(key);
    if (!first) kept.set(key, source);
    else if (!first.quotation) kept.set(key, { ...first, quotation: source.quotation });
  }
  return [...kept.values()];
}

type Content = Pick<OutlineNode, "title" | "body" | "sources">;

/**
 * Writes a claim so that `readClaim` gives the same: its body alone where the title is only the
 * body's beginning, links where they stand in the text; otherwise title, body and sources apart.
 */
export function writeClaim(node: Content): string {
  return candidates(node).find((text) => isSame(readClaim(text), node)) ?? inFull(node);
}

function candidates(node: Content): string[] {
  const inBody = withLinks(escaped(node.body), node.sources);
  const inTitle = withWords(node.title, node.sources);
  return node.body
    ? [
        inBody.text + apart(inBody.left),
        `${escaped(node.title)}<br><br>${inBody.text}${apart(inBody.left)}`,
      ]
    : [inTitle.text + apart(inTitle.left)];
}

const inFull = ({ title, body, sources }: Content): string =>
  `${escaped(title)}${body ? `<br><br>${escaped(body)}` : ""}${apart(sources)}`;

const apart = (sources: readonly OutlineSource[]): string =>
  sources.length > 0 ? `<br><br>${sources.map(sourceLink).join(" ")}` : "";

const isPlain = ({ publisher, published, quotation, url }: OutlineSource): boolean =>
  Boolean(url) && !publisher && !published && !quotation;

/** Sources whose link stands in the body are written there. */
function withLinks(text: string, sources: readonly OutlineSource[]) {
  return placed(text, sources, (source) =>
    escaped(
      linkedWords({ kind: "link", text: source.title, address: source.url ?? "", detail: "" }),
    ),
  );
}

/** Sources whose title stands in the argument's title are linked there. */
function withWords(title: string, sources: readonly OutlineSource[]) {
  return placed(escaped(title), sources, (source) => escaped(source.title));
}

function placed(
  text: string,
  sources: readonly OutlineSource[],
  mark: (source: OutlineSource) => string,
): { text: string; left: OutlineSource[] } {
  const left: OutlineSource[] = [];
  let written = text;
  let from = 0;
  for (const source of sources) {
    const place = isPlain(source) && left.length === 0 ? written.indexOf(mark(source), from) : -1;
    if (place === -1) {
      left.push(source);
      continue;
    }
    const link = sourceLink(source);
    written = written.slice(0, place) + link + written.slice(place + mark(source).length);
    from = place + link.length;
  }
  return { text: written, left };
}

function isSame(claim: Claim, node: Content): boolean {
  return (
    claim.title === node.title &&
    claim.body === node.body &&
    claim.unusable.length === 0 &&
    JSON.stringify(claim.sources) === JSON.stringify(node.sources)
  );
}
