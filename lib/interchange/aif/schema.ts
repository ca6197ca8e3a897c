import { z } from "zod";

const id = z.union([z.string(), z.number()]).transform(String);

/** What this site keeps in a node besides its text. */
export const ownData = z.object({
  number: z.string().optional(),
  title: z.string().min(1),
  body: z.string(),
  sources: z.array(
    z.object({
      title: z.string().min(1),
      url: z.string().nullable(),
      publisher: z.string(),
      published: z.string().nullable(),
      quotation: z.string(),
    }),
  ),
});

export const nodeSchema = z.object({
  nodeID: id,
  text: z.string().nullish(),
  type: z.string(),
  counterpoint: ownData.optional().catch(undefined),
});
export type AifNode = z.output<typeof nodeSchema>;

export const edgeSchema = z.object({
  edgeID: id.optional().catch(undefined),
  fromID: id,
  toID: id,
});
export type AifEdge = z.output<typeof edgeSchema>;

/** AIFdb's document, or the same below "AIF" as other tools write it. */
export const documentSchema = z.object({
  nodes: z.array(z.unknown()),
  edges: z.array(z.unknown()).default([]),
  counterpoint: z.object({ title: z.string() }).optional().catch(undefined),
});
export const wrappedSchema = z.object({ AIF: documentSchema });
