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

/** What a request may be refused with, for the description. */
export const refusalsOf = {
  reading: { 404: problem("Not there, or not public") },
  own: { 401: problem("Not signed in"), 403: problem("The token lacks a scope") },
  writing: {
    400: problem("Not JSON"),
    401: problem("Not signed in"),
    403: problem("Not allowed"),
    404: problem("Not there"),
    409: problem("Not in this state, or changed by somebody else meanwhile"),
    413: problem("Larger than 1 MiB"),
    415: problem("Not application/json"),
    422: problem("Some input cannot be used"),
  },
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
