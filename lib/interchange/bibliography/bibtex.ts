import type { BundleSource } from "../bundle";
import type { Writer } from "../formats";

const types: Record<BundleSource["kind"], string> = {
  ARTICLE: "misc",
  GOVERNMENT: "techreport",
  INTERVIEW: "misc",
  ANALYSIS: "techreport",
  REPORT: "techreport",
  BOOK: "book",
  OTHER: "misc",
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text in which TeX reads nothing but letters. */
export function texText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\{}~^#$%&_]/g, (character) => special[character] ?? `\\${character}`);
}

/** An address inside \url{}: only what would end or change it is written as the web writes it. */
const texUrl = (url: string) =>
  url.replace(
    /[{}\\%#^~ ]/g,
    (character) =>
      ({ "%": "\\%", "#": "\\#", "~": "\\~{}" })[character] ?? encodeURIComponent(character),
  );

/** One source as an entry; capitals are kept by the second braces. */
export function bibtexEntry(source: BundleSource): string {
  const { publisher, published, retrievedOn, archiveUrl } = source;
  const [year, month, day] = published?.split("-") ?? [];
  const kind = types[source.kind];
  const house = kind === "techreport" ? "institution" : kind === "book" ? "publisher" : "author";
  const note = [
    source.note && texText(source.note),
    retrievedOn && `Retrieved ${retrievedOn}`,
    archiveUrl && `Archived at \\url{${texUrl(archiveUrl)}}`,
  ].filter(Boolean);
  const fields: [string, string][] = [
    ["title", `{{${texText(source.title)}}}`],
    ...(publisher ? [[house, `{{${texText(publisher)}}}`] as [string, string]] : []),
    ...(year ? [["year", `{${year}}`] as [string, string]] : []),
    ...(month ? [["month", months[Number(month) - 1]!] as [string, string]] : []),
    ...(day ? [["day", `{${Number(day)}}`] as [string, string]] : []),
    ...(source.url ? [["url", `{${texUrl(source.url)}}`] as [string, string]] : []),
    ...(note.length > 0 ? [["note", `{${note.join(". ")}}`] as [string, string]] : []),
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@${kind}{source-${source.number},\n${lines.join(",\n")}\n}\n`;
}

/** A debate's sources in BibTeX. */
export const writeBibtex: Writer = async function* ({ head }) {
  for (const source of head.sources) yield `${bibtexEntry(source)}\n`;
};
