import { pick } from "./random";

/** An argument of an invented tree. `parent` is an index into the same list, always a lower one. */
export type LargeNode = {
  parent: number | null;
  path: number[];
  replies: number;
  stance: "SUPPORT" | "OPPOSE";
  /** 1 when it speaks for the motion, −1 when against: the product of the stances above it. */
  side: 1 | -1;
  title: string;
  body: string;
  author: number;
};

const deepest = 12;
const shareOfRoots = 0.03;
/** So many answer the motion in a debate of any size: both columns of its first view are full. */
const leastRoots = 40;
const shareOfRecent = 0.15;

const subjects = [
  "Making buses free",
  "A higher parking charge",
  "The night service",
  "A city-wide pass",
  "The tram extension",
  "A cheaper season ticket",
  "A bus lane on the ring road",
  "A car-free centre",
  "The school bus scheme",
  "Better pay for drivers",
] as const;
const effects = [
  "would ease",
  "would worsen",
  "does little about",
  "shifts attention from",
  "makes it cheaper to solve",
  "hides the real cost of",
  "is fair to those who live with",
  "has elsewhere reduced",
  "cannot be judged without",
  "pays for",
] as const;
const objects = [
  "traffic in the centre",
  "air pollution near schools",
  "the journey to work from the villages",
  "empty shops on the high street",
  "crowded vehicles at eight in the morning",
  "the gap between rich and poor districts",
  "the city's debt",
  "noise at night",
  "accidents at crossings",
  "staff shortages in the depots",
] as const;
const conditions = [
  "",
  " in winter",
  " within two years",
  " if the fleet is renewed first",
  " for people over seventy",
  " outside the ring road",
  " at a cost the city can carry",
  ", as the trial showed",
] as const;
const reasons = [
  "The count of passengers before and after the trial points this way.",
  "Two neighbouring cities tried it; one kept it and one gave it up after a year.",
  "The figures leave out those who walk, which is every third trip.",
  "It depends on who pays, and the proposal does not say.",
  "Shopkeepers asked in the survey were divided almost evenly.",
  "The operator's own report names this as the main risk.",
] as const;

const beginnings = [
  "Alder",
  "Bram",
  "Cor",
  "Dun",
  "Elm",
  "Farn",
  "Glen",
  "Hol",
  "Ing",
  "Kes",
] as const;
const middles = ["", "ing", "er", "en", "o", "ar", "is", "ul", "em", "ow"] as const;
const endings = [
  "ton",
  "ford",
  "wick",
  "by",
  "moor",
  "ham",
  "stead",
  "mere",
  "ley",
  "port",
] as const;

/** One of a thousand names, a few of them often: most words of a language are rare. */
function namePlace(random: () => number): string {
  const number = Math.floor(1000 * random() ** 3);
  const digits = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10] as const;
  return `${beginnings[digits[0]]}${middles[digits[1]]}${endings[digits[2]]}`;
}

/**
 * An invented tree, the same for the same generator: a few roots, most replies near the top, some
 * threads ten and more levels deep. Pure.
 */
export function growTree(random: () => number, size: number, people: number): LargeNode[] {
  const nodes: LargeNode[] = [];
  let roots = 0;
  for (let index = 0; index < size; index += 1) {
    const parent = choosePlace(random, nodes);
    const above = parent === null ? null : nodes[parent]!;
    if (above) above.replies += 1;
    else roots += 1;
    const stance = random() < (above ? 0.35 : 0.5) ? "SUPPORT" : "OPPOSE";
    const side = ((above?.side ?? 1) * (stance === "SUPPORT" ? 1 : -1)) as 1 | -1;
    nodes.push({
      parent,
      path: above ? [...above.path, above.replies] : [roots],
      replies: 0,
      stance,
      side,
      title: `${pick(random, subjects)} ${pick(random, effects)} ${pick(random, objects)}${pick(random, conditions)}.`,
      body: [
        `In ${namePlace(random)} it was no different.`,
        ...Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, reasons)),
      ].join(" "),
      author: Math.floor(random() * people),
    });
  }
  return nodes;
}

/** Some replies go to the newest few arguments, which is what makes threads deep. */
function choosePlace(random: () => number, nodes: readonly LargeNode[]): number | null {
  if (nodes.length < leastRoots || random() < shareOfRoots) return null;
  const recent = random() < shareOfRecent;
  const from = recent ? Math.max(0, nodes.length - 8) : 0;
  let place: number | null = from + Math.floor(random() ** 1.5 * (nodes.length - from));
  while (place !== null && nodes[place]!.path.length >= deepest) place = nodes[place]!.parent;
  return place;
}
