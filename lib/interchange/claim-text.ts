import { argumentLimits } from "@/lib/arguments/vocabulary";
import { characterCount } from "@/lib/shared/text";
import { cleanText } from "./bundle-parts";

/** One text of another format as the title and the body of an argument. */
export type ClaimText = { title: string; body: string };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text of elsewhere as one line. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();

const fits = (text: string, limit: number): boolean =>
  text.length <= limit || (text.length <= limit * 2 && characterCount(text) <= limit);

/**
 * The beginning of a text as a title: up to the last sentence that fits, otherwise up to the last
 * word, with an ellipsis.
 */
export function cutTitle(text: string, limit: number = argumentLimits.title): string {
  const line = oneLine(text.slice(0, limit * 16));
  if (text.length <= limit * 16 && fits(line, limit)) return line;
  const room: string[] = [];
  let used = 0;
  for (const { segment } of graphemes.segment(line)) {
    used += characterCount(segment);
    if (used > limit) break;
    room.push(segment);
  }
  const begun = room.join("");
  const sentence = lastSentence(begun, line.slice(begun.length, begun.length + 1));
  if (sentence) return sentence;
  const words = room.slice(0, -1).join("");
  const space = words.lastIndexOf(" ");
  return `${(space > words.length / 4 ? words.slice(0, space) : words).trimEnd()}…`;
}

/** What ends with a sentence, if that is not too little. */
function lastSentence(begun: string, next: string): string | null {
  const ends = [...`${begun}${next}`.matchAll(/[.!?…。！？]["”’»)\]]?(?=\s)/gu)];
  const end = ends.at(-1);
  return end && end.index >= 20 ? begun.slice(0, end.index + end[0].length) : null;
}

/**
 * Divides a text: a short line before an empty one is the title and the rest the body; a short text
 * is a title; of a long one the title is the beginning and the body the whole.
 *
 * @param text clean
 */
export function splitClaim(text: string, limit: number = argumentLimits.title): ClaimText {
  const gap = text.indexOf("\n\n");
  const head = gap === -1 ? "" : text.slice(0, gap);
  if (head && !head.includes("\n") && fits(head, limit)) {
    return { title: oneLine(head), body: cleanText(text.slice(gap)) };
  }
  if (!text.includes("\n") && fits(text, limit)) {
    return { title: oneLine(text), body: "" };
  }
  return { title: cutTitle(text, limit), body: text };
}

/** Whether dividing the text gives exactly this title and body. */
export function isWhole(text: string, { title, body }: ClaimText, limit?: number): boolean {
  const split = splitClaim(text, limit);
  return split.title === title && split.body === body;
}

/** The opposite of `splitClaim`: a title that was only cut from its body is not repeated. */
export function joinClaim(claim: ClaimText, limit?: number): string {
  if (!claim.body) return claim.title;
  return isWhole(claim.body, claim, limit) ? claim.body : `${claim.title}\n\n${claim.body}`;
}
