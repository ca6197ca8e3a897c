/** Text in pieces; those that were searched for are marked. Never HTML. */
export type MarkedText = { text: string; marked: boolean }[];

/** Private-use characters that PostgreSQL puts around what was found. */
export const markStart = "\uE000";
export const markEnd = "\uE001";

/** Reads text in which findings stand between the two marks. */
export function readMarks(text: string): MarkedText {
  return text
    .split(markStart)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, marked: false }];
      const [found = "", rest = ""] = part.split(markEnd, 2);
      return [
        { text: found, marked: true },
        { text: rest, marked: false },
      ];
    })
    .filter((piece) => piece.text !== "");
}

/** The same text without marks. */
export function plainText(text: MarkedText): string {
  return text.map((piece) => piece.text).join("");
}
