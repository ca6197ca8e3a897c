import fc from "fast-check";
import { cleanText } from "@/lib/interchange/bundle-parts";
import { oneLine } from "@/lib/interchange/claim-text";
import type { Outline, OutlineNode, OutlineSource } from "@/lib/interchange/outline";

/** Words that mean something to one format or another. */
const hostile = fc.constantFrom(
  ...[
    "1. ",
    "1.1. Con: ",
    "2. ",
    "1.1.",
    "-> See 1.1.",
    "Pro:",
    "Con:",
    "Thesis:",
    "Sources:",
    "[1]",
    "[1] ",
  ],
  ...[
    "(",
    ")",
    "[",
    "]",
    "\\",
    "\\(",
    "<br>",
    "<",
    ">",
    "{",
    "}",
    "[a](https://example.org/x_(y))",
    "](",
  ],
  ...[
    "+ ",
    "- ",
    "+> ",
    "_ ",
    "* ",
    "#tag",
    "@[a]",
    "@<b>",
    "**",
    "__",
    "//",
    "/*",
    "*/",
    "<!--",
    "-->",
    "----",
  ],
  ...[
    "===",
    "(1) ",
    ":",
    "[A]: ",
    "<A>: ",
    "\r\n",
    "\n",
    "\n\n",
    "\n\n\n",
    "\t",
    "  ",
    " ",
    '"',
    "'",
    "“",
    "|",
  ],
  ...[
    "😀",
    "👩‍👩‍👧",
    "שלום",
    "مرحبا",
    "é",
    "ß",
    "漢字",
    "​",
    "\u2028",
    "=1+1",
    "@SUM(A1)",
    "Discussion Title: x",
  ],
  ...[
    "word",
    "words and more of them",
    "A sentence. ",
    "Is it? ",
    "long".repeat(60),
    "&amp;",
    "`code`",
    "~",
    "$",
  ],
);
const free = fc.array(
  fc.oneof({ weight: 3, arbitrary: hostile }, fc.string({ unit: "binary", maxLength: 8 })),
  {
    maxLength: 12,
  },
);

export const hostileText = free.map((parts) => cleanText(parts.join("")));
const title = free
  .map((parts) => [...oneLine(parts.join("") || "x")].slice(0, 140).join(""))
  .map(oneLine);
export const hostileTitle = title.map((text) => text || "A claim");

const address = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom("", "_(x)", "[1]", '"q"', "<a>", "\\", "|", ")", "("),
  )
  .map(([url, end]) => cleanText(url + end));
const source: fc.Arbitrary<OutlineSource> = fc.record({
  title: hostileTitle,
  url: fc.option(address, { nil: null }),
  publisher: fc.oneof(fc.constant(""), hostileTitle),
  published: fc.constantFrom(null, "2018", "2025-03"),
  quotation: fc.oneof(
    fc.constant(""),
    hostileText.map((text) => cleanText([...text].slice(0, 200).join(""))),
  ),
});
const sourceKey = ({ url, title, publisher }: OutlineSource) => url ?? `${title}\n${publisher}`;

/** A tree of at most so many arguments with texts that try to be taken for markup. */
export function outlines(most = 12): fc.Arbitrary<Outline> {
  const node = fc.record({
    parent: fc.nat(),
    stance: fc.constantFrom("SUPPORT" as const, "OPPOSE" as const),
    title: hostileTitle,
    body: hostileText,
    sources: fc.uniqueArray(source, { maxLength: 3, selector: sourceKey }),
  });
  return fc
    .record({
      title: hostileTitle,
      motion: hostileTitle,
      motionNote: hostileText,
      nodes: fc.array(node, { minLength: 1, maxLength: most }),
    })
    .map(({ nodes, ...top }) => ({ ...top, nodes: numbered(nodes) }));
}

type Loose = Omit<OutlineNode, "number" | "line"> & { parent: number };

/** Hangs each node below one before it, or below the motion, and puts them into number order. */
function numbered(loose: readonly Loose[]): OutlineNode[] {
  const made: OutlineNode[] = [];
  const children = new Map<string, number>();
  for (const { parent, ...rest } of loose) {
    const above = made[parent % (made.length + 1)]?.number ?? "";
    const next = (children.get(above) ?? 0) + 1;
    children.set(above, next);
    made.push({ ...rest, number: above ? `${above}.${next}` : String(next), line: 0 });
  }
  return made.sort((a, b) => compare(a.number, b.number));
}

function compare(a: string, b: string): number {
  const [x, y] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(x.length, y.length); index += 1) {
    const difference = (x[index] ?? 0) - (y[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Without what a file decides: the lines. */
export const withoutLines = ({ nodes, ...top }: Outline) => ({
  ...top,
  nodes: nodes.map((node) => ({ ...node, line: 0 })),
});
