import { z } from "@hono/zod-openapi";
import { problemSchema } from "../problem";

/** A page of a list in JSON. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().openapi({ description: "Null at the end." }),
  });
}

/** `?limit=&cursor=` of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
};

const time = () => z.string().openapi({ format: "date-time", example: "2026-03-04T05:06:07.000Z" });
export const timeSchema = time();

/** A list that is never so long that it needs pages. */
export function wholeList<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.null() });
}

/** The number of an entry, a review or what else is counted through the whole site. */
export const numberParam = z.object({
  id: z.coerce.number().int().min(1).max(2_147_483_647).openapi({ example: 17 }),
});

/** A path's public id; what is not one is not there. */
export const idParam = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/)
    .openapi({ example: "42-137" }),
});

export const slugParam = z.object({
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .openapi({ example: "us-cyber-pause-russia-2025" }),
});

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

const changing = {
  401: problem("Not signed in"),
  403: problem("Not allowed"),
  409: problem("Not in this state, changed by somebody else meanwhile, or still being worked on"),
  422: problem("Some input cannot be used"),
};

/**
 * What a request may be refused with besides what the protocol refuses everywhere (see
 * lib/api/document).
 */
export const refusalsOf = {
  reading: { 404: problem("Not there, or not public") },
  own: { 401: problem("Not signed in"), 403: problem("The token lacks a scope") },
  /** Of one's own account, which is always there. */
  account: changing,
  writing: { ...changing, 404: problem("Not there") },
  /** A change that says which state it was begun on. */
  editing: {
    ...changing,
    404: problem("Not there"),
    412: problem("If-Match names an old state"),
    428: problem("Neither a version nor If-Match was given"),
  },
  /** What may be there too early or too late. */
  gone: { 409: problem("Not ready"), 410: problem("Not kept any more, or not given out any more") },
  asking: { 422: problem("A parameter cannot be used") },
};

/** An answer with a JSON body. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A JSON body that has to be there. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true, content: { "application/json": { schema } } };
}
