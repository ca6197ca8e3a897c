import { createRoute, z } from "@hono/zod-openapi";
import { prepareExport } from "@/lib/interchange/commands/prepare-export";
import { getPrepared, getPreparedFile, listPrepared } from "@/lib/interchange/queries/prepared";
import { exportableDebate } from "@/lib/interchange/queries/snapshot";
import { exportFormats } from "@/lib/interchange/schema";
import { preparedDays } from "@/lib/interchange/vocabulary";
import { DomainError } from "@/lib/shared/errors";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { fileContent, preparedExportJson } from "../shapes/export";
import { json, jsonBody, refusalsOf, slugParam, wholeList } from "../shapes/page";

/** Files of debates that are prepared in the background, each for one person. */
export const preparedExports = router();

const exportParam = z.object({ exportId: z.uuid() });
const tags = ["Import and export"];
const refusals = { ...refusalsOf.reading, ...refusalsOf.own };

preparedExports.openapi(
  createRoute({
    method: "post",
    path: "/debates/{slug}/exports",
    tags,
    summary: "Have a debate’s file prepared in the background",
    description: `While one is under way, asking again for the same answers with the same. A notification tells of its end; it is kept for ${preparedDays} days.`,
    middleware: writes,
    request: {
      params: slugParam,
      body: jsonBody(z.strictObject({ format: z.enum(exportFormats).default("json") })),
    },
    responses: {
      202: json(preparedExportJson, "It is being prepared"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { format } = c.req.valid("json");
    const { id } = await prepareExport(viewer, { debate: c.req.valid("param").slug, format });
    const prepared = await getPrepared(viewer, id);
    if (!prepared) throw new DomainError("NOT_FOUND");
    c.header("Location", `/api/v1/exports/${id}`);
    return c.json(prepared, 202);
  },
);

preparedExports.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/exports",
    tags,
    summary: "The files of a debate that one had prepared, the latest of each format",
    middleware: readsAsPerson,
    request: { params: slugParam },
    responses: { 200: json(wholeList(preparedExportJson), "The files"), ...refusals },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { slug } = c.req.valid("param");
    if (!(await exportableDebate(slug, viewer))) throw new DomainError("NOT_FOUND");
    return c.json({ items: await listPrepared(viewer, slug), nextCursor: null }, 200);
  },
);

preparedExports.openapi(
  createRoute({
    method: "get",
    path: "/exports/{exportId}",
    tags,
    summary: "How a file stands that one had prepared",
    middleware: readsAsPerson,
    request: { params: exportParam },
    responses: { 200: json(preparedExportJson, "Its state"), ...refusals },
  }),
  async (c) => {
    const prepared = await getPrepared(c.get("viewer"), c.req.valid("param").exportId);
    if (!prepared) throw new DomainError("NOT_FOUND");
    return c.json(prepared, 200);
  },
);

preparedExports.openapi(
  createRoute({
    method: "get",
    path: "/exports/{exportId}/file",
    tags,
    summary: "A file that one had prepared",
    middleware: readsAsPerson,
    request: { params: exportParam },
    responses: {
      200: { description: "The file", content: fileContent },
      ...refusals,
      ...refusalsOf.gone,
    },
  }),
  async (c) => {
    const file = await getPreparedFile(c.get("viewer"), c.req.valid("param").exportId);
    if (!file) throw new DomainError("NOT_FOUND");
    const headers = {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Content-Length": String(file.bytes),
      "Cache-Control": "private, no-store",
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    return c.body(file.read(), 200, headers);
  },
);
