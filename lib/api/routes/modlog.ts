import { createRoute, z } from "@hono/zod-openapi";
import { moderationActions, moderationGrounds } from "@/lib/moderation/vocabulary";
import { entryNumber, logListSchema } from "@/lib/moderation/log-schema";
import { getLogEntry, getLogHead, listLog } from "@/lib/moderation/queries/log";
import { getReport } from "@/lib/moderation/queries/report";
import { reportSchema } from "@/lib/moderation/report-schema";
import { limitSearch } from "@/lib/search/limit";
import { DomainError } from "@/lib/shared/errors";
import { asInput } from "../problem";
import { networkOf } from "../protocol/limits";
import { router } from "../router";
import { reportJson } from "../shapes/moderation-report";
import { logEntryJson, logHeadJson } from "../shapes/log-entry";
import { json, pageOf, pageQuery, refusalsOf, slugParam } from "../shapes/page";

export const modlog = router();

const day = z.iso.date().optional().openapi({
  description: "A day in UTC; without both, the last year.",
  example: "2026-01-31",
});

modlog.openapi(
  createRoute({
    method: "get",
    path: "/modlog",
    tags: ["Moderation"],
    summary: "The public log of moderation, newest first",
    request: {
      query: z.object({
        ...pageQuery,
        debate: slugParam.shape.slug.optional().openapi({ description: "A debate's slug." }),
        person: z
          .string()
          .regex(/^[A-Za-z0-9_-]{2,30}$/)
          .optional()
          .openapi({ description: "The handle of whom it concerns." }),
        action: z.enum(moderationActions).optional(),
        ground: z.enum(moderationGrounds).optional(),
        undone: z
          .enum(["true", "false"])
          .optional()
          .openapi({ description: "Whether another entry has taken it back." }),
        q: z.string().max(800).optional().openapi({ description: "Words of the public reason." }),
      }),
    },
    responses: {
      200: json(
        pageOf(logEntryJson).extend({ head: logHeadJson }),
        "A page of entries, and the log's newest hash",
      ),
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const input = asInput(logListSchema, c.req.valid("query"));
    if (input.q !== "") await limitSearch(c.get("viewer"), networkOf(c));
    const [page, head] = await Promise.all([listLog(input), getLogHead()]);
    return c.json({ ...page, head }, 200);
  },
);

modlog.openapi(
  createRoute({
    method: "get",
    path: "/moderation/report",
    tags: ["Moderation"],
    summary: "What moderators did in a period, in numbers",
    description:
      "The transparency report, also in the categories of statements of reasons (Regulation (EU) 2022/2065).",
    request: { query: z.object({ from: day, to: day }) },
    responses: { 200: json(reportJson, "The report"), ...refusalsOf.asking },
  }),
  async (c) => c.json(await getReport(asInput(reportSchema, c.req.valid("query"))), 200),
);

modlog.openapi(
  createRoute({
    method: "get",
    path: "/modlog/{id}",
    tags: ["Moderation"],
    summary: "One entry of the log",
    request: {
      params: z.object({
        id: z
          .string()
          .regex(/^[1-9]\d{0,8}$/)
          .openapi({ example: "12" }),
      }),
    },
    responses: { 200: json(logEntryJson, "The entry"), ...refusalsOf.reading },
  }),
  async (c) => {
    const entry = await getLogEntry(asInput(entryNumber, c.req.valid("param").id));
    if (!entry) throw new DomainError("NOT_FOUND");
    return c.json(entry, 200);
  },
);
