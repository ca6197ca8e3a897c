import { z } from "zod";

// C0 and C1 controls but tab and line feed; NUL would be refused by PostgreSQL with a 500.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u;
// Characters that turn the reading direction of what follows, and invisible ones used to disguise.
const disguises =
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD\u2060-\u2064\u{E0000}-\u{E007F}]/u;
const zalgo = /\p{M}{5,}/u;
const loneSurrogate = /\p{Cs}/u;
// U+FFFE, U+FFFF and their like: never characters; XML (feeds) may not hold them.
const noCharacter = /\p{Noncharacter_Code_Point}/u;

/** How many characters a reader would count, as PostgreSQL's length() does. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** One normal form: NFC, Unix line ends, no space at the ends, at most two empty lines in a row. */
export function normaliseText(text: string): string {
  return (
    text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      // Only the first blank of a run begins a match: without that, 60 kB of blanks take seconds.
      .replace(/(?<![ \t])[ \t]+\n/g, "\n")
      .replace(/\n{4,}/g, "\n\n\n")
      .trim()
  );
}

function refuseDisguises(text: string, context: z.RefinementCtx): void {
  if ([controls, loneSurrogate, noCharacter].some((bad) => bad.test(text))) {
    context.addIssue({ code: "custom", message: "CONTROL_CHARACTERS" });
  } else if (disguises.test(text)) {
    context.addIssue({ code: "custom", message: "HIDDEN_CHARACTERS" });
  } else if (zalgo.test(text)) {
    context.addIssue({ code: "custom", message: "STACKED_MARKS" });
  }
}

type Limits = { min?: number; max: number };

function measured(limits: Limits) {
  return (text: string, context: z.RefinementCtx): void => {
    const count = characterCount(text);
    if (count < (limits.min ?? 0)) {
      context.addIssue({
        code: "custom",
        message: count === 0 ? "REQUIRED" : "TOO_SHORT",
        params: { min: limits.min, count },
      });
    } else if (count > limits.max) {
      context.addIssue({
        code: "custom",
        message: "TOO_LONG",
        params: { max: limits.max, over: count - limits.max, count },
      });
    }
  };
}

/**
 * zod: several lines of prose. Issues carry a code as their message (REQUIRED, TOO_LONG, …) whose
 * words are in the catalogue under `errors.fields`.
 */
export function prose(limits: Limits) {
  return z
    .string({ error: "REQUIRED" })
    .max(limits.max * 8 + 1000, { error: "TOO_LONG" })
    .transform(normaliseText)
    .superRefine(refuseDisguises)
    .superRefine(measured(limits));
}

/** zod: one line; line ends become spaces. */
export function line(limits: Limits) {
  return z
    .string({ error: "REQUIRED" })
    .max(limits.max * 8 + 1000, { error: "TOO_LONG" })
    .transform((text) => normaliseText(text).replace(/\s+/gu, " "))
    .superRefine(refuseDisguises)
    .superRefine(measured(limits));
}
