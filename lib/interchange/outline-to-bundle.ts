import { argumentLimits } from "@/lib/arguments/vocabulary";
import { latinStem } from "@/lib/shared/latin";
import { partialDateSchema } from "@/lib/shared/partial-date";
import { characterCount } from "@/lib/shared/text";
import type { Bundle, BundleArgument, BundleHead, BundleSource } from "./bundle";
import { cleanText } from "./bundle-parts";
import { cutTitle, oneLine } from "./claim-text";
import { motionLimit } from "./graph";
import { atLine } from "./lines";
import { webAddressPattern, type Outline, type OutlineNode, type OutlineSource } from "./outline";
import type { Problem } from "./report";

const limits = { name: 200, source: 300, publisher: 200, address: 2000, quotation: 1000 } as const;

export type Origin = {
  /** In whose name arguments stand whose authors the file does not name. */
  authors: string;
  /** When the file was read, ISO 8601. */
  now: string;
};

/** Makes a debate of an outline: sources shared, texts fitted into what this site stores. */
export function bundleOf(
  outline: Outline,
  { authors, now }: Origin,
): { bundle: Bundle; problems: Problem[] } {
  const problems: Problem[] = [];
  const sources = new SharedSources(now, problems);
  const made = outline.nodes.map((node) => argumentOf(node, sources, now, problems));
  const head = { ...headOf(outline, now), people: [authorsOf(authors)], sources: sources.list };
  const none = () => [];
  return {
    bundle: { head, arguments: () => made, revisions: none, votes: none, comments: none },
    problems,
  };
}

const authorsOf = (name: string) => ({ ref: "p1", handle: "", name, editorial: false });

/** The head of a debate that is nothing but a motion yet. */
export function headOf(
  { title, motion, motionNote }: Omit<Outline, "nodes">,
  now: string,
): BundleHead {
  const name = cutTitle(title || motion, limits.name);
  const sentence = cutTitle(motion || title, motionLimit);
  const notes = [
    name === oneLine(title || motion) ? "" : title,
    sentence === oneLine(motion || title) || motionNote.startsWith(motion.slice(0, 40))
      ? ""
      : motion,
    motionNote,
  ];
  return {
    exportedAt: now,
    origin: null,
    licence: "",
    debate: {
      slug: latinStem(name, 72) || "debate",
      title: name,
      motion: sentence,
      motionNote: cleanText(notes.filter(Boolean).join("\n\n")),
      status: "OPEN",
      language: "en",
      createdAt: now,
      openedAt: now,
      updatedAt: now,
      nextNumber: 1,
      people: null,
    },
    people: [],
    sources: [],
    brief: null,
    facts: [],
    actors: [],
    timeline: [],
    openQuestions: [],
    glossary: [],
    caveats: [],
  };
}

function argumentOf(
  node: OutlineNode,
  sources: SharedSources,
  now: string,
  problems: Problem[],
): BundleArgument {
  const { number, stance, title, line } = node;
  const { body, kept } = withLongQuotations(node, problems);
  const count = characterCount(body);
  if (count > argumentLimits.body) {
    const params = { number, count, most: argumentLimits.body };
    problems.push({ severity: "error", code: "TEXT_TOO_LONG", params, line });
  }
  const argument = {
    ...{ number, stance, title, body, version: 1, author: "p1", facts: [], nextNumber: 1 },
    status: "LIVE" as const,
    citations: sources.cite(kept, line),
    createdAt: now,
    updatedAt: now,
  };
  return atLine(argument, line);
}

/** A quotation too long for its source stands in the body. */
function withLongQuotations(node: OutlineNode, problems: Problem[]) {
  let body = node.body;
  const kept = node.sources.map((source) => {
    if (characterCount(source.quotation) <= limits.quotation) return source;
    const quotation = source.quotation.split("\n").map((text) => `> ${text}`.trimEnd());
    body = cleanText([body, quotation.join("\n")].filter(Boolean).join("\n\n"));
    const params = { number: node.number };
    problems.push({ severity: "warning", code: "QUOTATION_MOVED", params, line: node.line });
    return { ...source, quotation: "" };
  });
  return { body, kept };
}

/** Each source once, by its address, or by title and publisher where it has none. */
class SharedSources {
  readonly list: BundleSource[] = [];
  readonly #byKey = new Map<string, BundleSource>();

  constructor(
    readonly now: string,
    readonly problems: Problem[],
  ) {}

  cite(sources: readonly OutlineSource[], line: number): BundleArgument["citations"] {
    const cited = new Map<number, string>();
    for (const source of sources) {
      const { number } = this.#known(source, line);
      if (!cited.get(number)) cited.set(number, source.quotation);
    }
    return [...cited].map(([source, quotation]) => ({ source, quotation, note: "" }));
  }

  #known(source: OutlineSource, line: number): BundleSource {
    const fitted = this.#fitted(source, line);
    const key = fitted.url ?? `${fitted.title}\n${fitted.publisher}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    this.#byKey.set(key, fitted);
    this.list.push(fitted);
    return fitted;
  }

  /** What does not fit its field goes into the source's note. */
  #fitted({ title, url, publisher, published }: OutlineSource, line: number): BundleSource {
    const over: string[] = [];
    const field = (text: string, most: number) => {
      if (characterCount(text) <= most) return text;
      over.push(text);
      return cutTitle(text, most);
    };
    const usable = url === null || (url.length <= limits.address && webAddressPattern.test(url));
    const dated = published === null || partialDateSchema.safeParse(published).success;
    if (!usable) over.push(url);
    if (!dated) over.push(published);
    const fitted = {
      title: field(oneLine(title) || url || "?", limits.source),
      publisher: field(oneLine(publisher), limits.publisher),
      url: usable ? url : null,
      published: dated ? published : null,
    };
    if (over.length > 0) {
      const params = { title: fitted.title };
      this.problems.push({ severity: "warning", code: "SOURCE_FITTED", params, line });
    }
    return {
      ...fitted,
      number: this.list.length + 1,
      kind: "ARTICLE",
      note: over.join("\n\n").slice(0, 20_000),
      retrievedOn: null,
      archiveUrl: null,
      createdAt: this.now,
    };
  }
}
