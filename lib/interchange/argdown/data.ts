import { z } from "zod";
import type { OutlineSource } from "../outline";

// YAML takes 2018 for a number; what is missing is empty.
const words = z.union([z.string(), z.number().transform(String)]).catch("");

/** What this site keeps of an argument beyond its sentence, in the data after a statement. */
export const statementData = z
  .object({
    body: z.string().catch(""),
    sources: z
      .array(
        z.object({
          title: words,
          url: z.string().nullable().catch(null),
          publisher: words,
          published: words.transform((date) => date || null),
          quotation: words,
        }),
      )
      .catch([]),
  })
  .catch({ body: "", sources: [] });

/** A YAML string in double quotes that Argdown's lexer takes for nothing else. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[{}=]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

/** The data of a statement; empty when there is nothing to keep. */
export function writeData(fields: { body: string; sources: readonly OutlineSource[] }): string {
  const parts: string[] = [];
  if (fields.body) parts.push(`body: ${quoted(fields.body)}`);
  if (fields.sources.length > 0) {
    parts.push(`sources: [${fields.sources.map(writeSource).join(",")}]`);
  }
  return parts.length > 0 ? ` {${parts.join(", ")}}` : "";
}

function writeSource(source: OutlineSource): string {
  const { title, url, publisher, published, quotation } = source;
  const fields = [
    `title: ${quoted(title)}`,
    ...(url ? [`url: ${quoted(url)}`] : []),
    ...(publisher ? [`publisher: ${quoted(publisher)}`] : []),
    ...(published ? [`published: ${quoted(published)}`] : []),
    ...(quotation ? [`quotation: ${quoted(quotation)}`] : []),
  ];
  return `{${fields.join(", ")}}`;
}
