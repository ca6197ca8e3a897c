/** What a backup says about itself, in the last file of its archive. */
import { z } from "zod";

export const manifestName = "manifest.json";
export const formatName = "counterpoint-backup";
/** Counted up when an older version of Counterpoint could not read what a newer one wrote. */
export const formatVersion = 1;

const count = z.number().int().nonnegative();

const tableSchema = z.object({
  name: z.string(),
  /** In the order in which the rows' values stand. */
  columns: z.array(z.string()).min(1),
  rows: count,
  bytes: count,
  /** SHA-256 of the rows as COPY writes them, ordered by primary key; in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestSchema = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  /** Versions of what made it. */
  counterpoint: z.string(),
  postgresql: z.string(),
  /** The names of the migrations that had been applied, oldest first. */
  migrations: z.array(z.string()),
  /** A table stands after all that it refers to. */
  tables: z.array(tableSchema),
  /** Their values as text: they may be larger than JavaScript counts exactly. */
  sequences: z.array(
    z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpTable = Manifest["tables"][number];
