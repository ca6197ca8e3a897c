import { z } from "zod";
import { characterCount } from "@/lib/shared/text";

/** The small shapes that a debate's file is made of. Nothing here changes what it reads. */

const notText = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/u;
const disguises =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD\u2060-\u2064\u{E0000}-\u{E007F}]/u;

/** What keeps a text out: characters nobody can see, or its length. Null when nothing does. */
export function textProblem(text: string, min: 0 | 1, max: number): string | null {
  if (notText.test(text)) return "CONTROL_CHARACTERS";
  if (disguises.test(text)) return "HIDDEN_CHARACTERS";
  if (text.length < min) return "REQUIRED";
  return text.length > max && characterCount(text) > max ? "TOO_LONG" : null;
}

/**
 * Text that comes from elsewhere, made storable: one normal form and kind of line end, and none of
 * the characters that the site refuses.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(new RegExp(notText.source, "gu"), "")
    .replace(new RegExp(disguises.source, "gu"), "")
    .replace(/(?<![ \t])[ \t]+\n/g, "\n")
    .trim();
}

/** The most characters of a text that no form here sets a limit to. */
export const long = 20_000;

/** zod: text of so many characters, as PostgreSQL counts them. */
export function text(max: number, min: 0 | 1 = 0) {
  return z
    .string()
    .superRefine((value, context) => {
      const message = textProblem(value, min, max);
      if (message) context.addIssue({ code: "custom", message });
    })
    .meta({ minLength: min, maxLength: max });
}

const earliest = "1970-01-01";
const day = 86_400_000;

/** zod: ISO 8601 in UTC, not before 1970 and not after tomorrow. */
export const moment = z.iso
  .datetime()
  .refine((value) => value >= earliest && Date.parse(value) < Date.now() + day, {
    error: "TIME_OUT_OF_RANGE",
  });

/** zod: a moment, or only its day. */
export const momentOrDay = z.union([
  moment,
  z.iso.date().refine((value) => value >= earliest && Date.parse(value) < Date.now() + day, {
    error: "TIME_OUT_OF_RANGE",
  }),
]);

const largest = 2_147_483_647;
export const count = z.int().min(0).max(largest);
export const positive = z.int().min(1).max(largest);

/** zod: "2.1.3", an argument's address in the tree. */
export const numberSchema = z.string().regex(/^[1-9]\d{0,8}(\.[1-9]\d{0,8}){0,31}$/);

/** zod: stands for a person in one file: "p12". */
export const personRef = z.string().regex(/^p[1-9]\d{0,8}$/);

/** zod: stands for somebody who voted, in one file; says nothing about who. */
export const voterRef = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s]+$/i);

/** A source cited in one place, with the words quoted there. */
export const citation = z.strictObject({
  source: positive.meta({ description: "The source's number." }),
  quotation: text(1000),
  note: text(2000),
});
export const citations = z.array(citation).max(1000);

/** The number of the argument above; null for a direct argument on the motion. */
export function parentOf(number: string): string | null {
  const dot = number.lastIndexOf(".");
  return dot === -1 ? null : number.slice(0, dot);
}
