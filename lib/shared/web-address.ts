import { z } from "zod";

const emptyAsMissing = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

/** zod: an address of the web, or nothing. */
export const webAddressSchema = z.preprocess(
  emptyAsMissing,
  z
    .string()
    .trim()
    .max(2000, { error: "TOO_LONG" })
    .regex(/^[hH][tT][tT][pP][sS]?:\/\/\S+$/, { error: "WEB_ADDRESS" })
    .refine((text) => URL.canParse(text), { error: "WEB_ADDRESS" })
    .optional(),
);
