import { createRoute, z } from "@hono/zod-openapi";
import { Readable } from "node:stream";
import { rm } from "node:fs/promises";
import { translator } from "@/lib/i18n/translator";
import { importFiles } from "@/lib/interchange/commands/import-files";
import { documentJsonSchema } from "@/lib/interchange/document-schema";
import { spool } from "@/lib/interchange/kept-upload";
import { exportableDebate } from "@/lib/interchange/queries/snapshot";
import { exportStream } from "@/lib/interchange/queries/export";
import { canImport } from "@/lib/interchange/rules";
import { exportFormats, importFormats } from "@/lib/interchange/schema";
import { siteSigningKey } from "@/lib/interchange/signing";
import { writers } from "@/lib/interchange/writers";
import { wordReport } from "@/lib/interchange/wording";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import { writes } from "../identity";
import { router } from "../router";
import { file, fileContent } from "../shapes/export";
import { json, refusalsOf, slugParam } from "../shapes/page";

/** Debates leaving and coming in as files. */
export const interchange = router();

interchange.openapi(
  createRoute({
    method: "get",
    path: "/debates/{slug}/export",
    tags: ["Import and export"],
    summary: "A debate as a file",
    description:
      "json is complete and signed; the others hold what their formats have room for. Voters are called differently in every export.",
    request: {
      params: slugParam,
      query: z.object({ format: z.enum(exportFormats).default("json") }),
    },
    responses: {
      200: { description: "The file, as it is written", content: fileContent },
      ...refusalsOf.reading,
    },
  }),
  async (c) => {
    const debate = await exportableDebate(c.req.valid("param").slug, c.get("viewer"));
    if (!debate) throw new DomainError("NOT_FOUND");
    const { write, mediaType, extension } = writers[c.req.valid("query").format];
    const headers = {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${debate.slug}.${extension}"`,
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    return c.body(await exportStream(debate, write), 200, headers);
  },
);

const problemJson = z.object({
  severity: z.enum(["error", "warning", "note"]),
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  path: z.string().optional(),
});
const count = z.int();
const outcomeJson = z
  .object({
    report: z.object({
      format: z.enum(importFormats),
      title: z.string(),
      motion: z.string(),
      counts: z.object({
        ...{ arguments: count, comments: count, votes: count, people: count },
        ...{ voters: count, sources: count, facts: count },
      }),
      problems: z.array(problemJson).openapi({ description: "Errors first, 200 at most." }),
      omitted: z.int().openapi({ description: "Further problems." }),
    }),
    debate: z
      .object({
        slug: z.string(),
        title: z.string(),
        created: z.boolean().openapi({ description: "False when this file was here before." }),
      })
      .nullable()
      .openapi({ description: "Null after a dry run, and when the report has errors." }),
  })
  .openapi("ImportOutcome");

const choice = z.enum(["true", "false"]).default("false");

interchange.openapi(
  createRoute({
    method: "post",
    path: "/debates/import",
    tags: ["Import and export"],
    summary: "Bring in a debate from a file",
    description:
      "For moderators and administrators. The body is the file itself, up to 64 MiB; several files of one Polis export as one zip. The same file twice changes nothing. A report with errors answers 422 and nothing is changed.",
    middleware: writes,
    request: {
      query: z.object({
        format: z.enum(importFormats).optional().openapi({ description: "Found out without it." }),
        dryRun: choice.openapi({ description: "true only reports." }),
        publish: choice.openapi({ description: "true opens the debate instead of a draft." }),
        name: z.string().max(200).default("").openapi({ description: "The file's name." }),
      }),
      body: { required: true, content: { "application/octet-stream": file } },
    },
    responses: {
      200: json(outcomeJson, "The report of a dry run, or a file that was here before"),
      201: json(outcomeJson, "The debate was brought in"),
      ...refusalsOf.writing,
      413: {
        description: "Larger than 64 MiB",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    // Before a byte of the body is read.
    assertGranted(canImport(viewer));
    const { format, dryRun, publish, name } = c.req.valid("query");
    const { body } = c.req.raw;
    if (!body) throw new DomainError("INVALID_INPUT");
    const spooled = await spool(Readable.fromWeb(body as never), name);
    try {
      const outcome = await importFiles(viewer, [spooled.file], {
        ...{ format, dryRun: dryRun === "true", publish: publish === "true" },
      });
      const report = wordReport(outcome.report, translator("interchange.problems"));
      const refused = report.problems.some(({ severity }) => severity === "error");
      if (refused && dryRun !== "true") {
        const fields = { file: report.problems.map(({ message }) => message).slice(0, 20) };
        throw new DomainError("INVALID_INPUT", { fields, current: { report } });
      }
      return c.json({ report, debate: outcome.debate }, outcome.debate?.created ? 201 : 200);
    } finally {
      await rm(spooled.path, { force: true });
    }
  },
);

interchange.openapi(
  createRoute({
    method: "get",
    path: "/schemas/debate-export.json",
    tags: ["Import and export"],
    summary: "The JSON Schema of an exported debate",
    responses: { 200: json(z.looseObject({ $schema: z.string() }), "The schema") },
  }),
  (c) => c.json(documentJsonSchema() as { $schema: string }, 200),
);

interchange.openapi(
  createRoute({
    method: "get",
    path: "/export-key",
    tags: ["Import and export"],
    summary: "The public key that this site's exports are signed with",
    responses: {
      200: json(
        z.object({
          algorithm: z.literal("Ed25519"),
          publicKey: z.string().openapi({ description: "SPKI, base64." }),
        }),
        "The key",
      ),
      ...refusalsOf.reading,
    },
  }),
  (c) => {
    const key = siteSigningKey();
    if (!key) throw new DomainError("NOT_FOUND");
    return c.json({ algorithm: "Ed25519" as const, publicKey: key.publicKey }, 200);
  },
);
