import { z } from "zod";
import { slugSchema } from "@/lib/debates/schema";

/** What a debate can be taken away as. */
export const exportFormats = [
  "json",
  "kialo",
  "argdown",
  "aif",
  "polis-csv",
  "ris",
  "bibtex",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a debate can be brought in from. */
export const importFormats = ["json", "kialo", "argdown", "aif", "polis-csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importLimits = {
  /** Bytes of one upload. */
  file: 64 * 1024 * 1024,
  /** Bytes of a text that is read as a whole. */
  text: 16 * 1024 * 1024,
  arguments: 100_000,
  comments: 200_000,
  revisions: 400_000,
  votes: 2_000_000,
  people: 100_000,
  /** How deep values may stand within one another in a JSON file. */
  depth: 16,
  /** Characters of one value in a list of a JSON file. */
  item: 256 * 1024,
} as const;

export const exportQuerySchema = z.strictObject({
  slug: slugSchema,
  format: z.enum(exportFormats).default("json"),
});

export const prepareExportSchema = z.strictObject({
  debate: slugSchema,
  format: z.enum(exportFormats, { error: "NOT_USABLE" }),
});
export type PrepareExportInput = z.output<typeof prepareExportSchema>;
