import type { BundleSource } from "../bundle";
import type { Writer } from "../formats";

/** Types of reference, as RIS has them. */
const types: Record<BundleSource["kind"], string> = {
  ARTICLE: "NEWS",
  GOVERNMENT: "GOVDOC",
  INTERVIEW: "NEWS",
  ANALYSIS: "RPRT",
  REPORT: "RPRT",
  BOOK: "BOOK",
  OTHER: "GEN",
};

/** A value is one line; RIS has no way to escape anything. */
const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/** "2025-03" → "2025/03//": what is not known is left empty. */
function risDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}/${month}/${day}/`;
}

/** One source as a reference. */
export function risEntry(source: BundleSource, origin: string | null): string {
  const lines: [string, string | null][] = [
    ["TY", types[source.kind]],
    ["ID", `source-${source.number}`],
    ["TI", source.title],
    ["PB", source.publisher],
    ["PY", source.published?.slice(0, 4) ?? ""],
    ["DA", source.published && risDate(source.published)],
    ["UR", source.url],
    ["L2", source.archiveUrl],
    ["Y2", source.retrievedOn && risDate(source.retrievedOn)],
    ["N1", source.note],
    ["DP", origin],
  ];
  const said = lines.flatMap(([tag, value]) => {
    const text = value === null ? "" : oneLine(value);
    return text === "" ? [] : [`${tag}  - ${text}`];
  });
  return [...said, "ER  - ", ""].join("\r\n");
}

/** A debate's sources in RIS, for reference managers. */
export const writeRis: Writer = async function* ({ head }) {
  for (const source of head.sources) yield `${risEntry(source, head.origin)}\r\n`;
};
