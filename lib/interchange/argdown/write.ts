import type { Outline, OutlineNode } from "../outline";
import { quoted, writeData } from "./data";

const marks = { SUPPORT: "+", OPPOSE: "-" } as const;

const special = /[\\@#*_[\]<>{}/]|[.:](?=\S)|^[-+(]|={3,}|^\d+\.(?=\s)/gu;

/** Keeps a sentence from meaning anything to Argdown but its words. */
export function sentence(text: string): string {
  return text.replace(special, (mark) => mark.replace(/\D/gu, "\\$&"));
}

/** The title and the motion, which everything below it is indented under. */
export function writeTop({ title, motion, motionNote }: Omit<Outline, "nodes">): string {
  const data = writeData({ body: motionNote, sources: [] });
  return `===\ntitle: ${quoted(title)}\n===\n\n[motion]: ${sentence(motion)}${data}\n`;
}

/** One argument as a statement that supports or attacks the one it is indented under. */
export function writeStatement({ number, stance, title, body, sources }: OutlineNode): string {
  const indentation = "  ".repeat(number.split(".").length);
  const data = writeData({ body, sources });
  return `${indentation}${marks[stance]} [${number}]: ${sentence(title)}${data}\n`;
}
