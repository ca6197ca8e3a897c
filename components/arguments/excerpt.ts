/** Below this, the reasons fit into the two lines that a list shows. */
const twoLines = 100;

/** Whether the reasons are cut in a list, so that there is more to unfold. */
export function isCut(body: string): boolean {
  return body.length > twoLines || body.includes("\n");
}

/**
 * The first sentence of a text; a very short one brings the next along.
 * @param locale the language of the text, for its rules of where a sentence ends
 */
export function firstSentence(text: string, locale: string, atLeast = 24): string {
  const sentences = new Intl.Segmenter(`${locale}-u-ss-standard`, { granularity: "sentence" });
  let taken = "";
  for (const { segment } of sentences.segment(text)) {
    taken += segment;
    if (taken.trim().length >= atLeast) break;
  }
  return taken.trim();
}

/** At most `length` characters of a text on one line, cut between words, for descriptions of a page. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\s,;:.–-]+$/u, "")}…`;
}
