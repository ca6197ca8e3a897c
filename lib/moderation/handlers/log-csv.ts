import "server-only";
import { clientNetwork } from "@/lib/accounts/client-address";
import { siteUrl } from "@/lib/env";
import { limitSearch } from "@/lib/search/limit";
import { DomainError } from "@/lib/shared/errors";
import { translator } from "@/lib/i18n/translator";
import { logCsvHead, logCsvRecord } from "../log-csv";
import { logListSchema, type LogListInput } from "../log-schema";
import { listLog } from "../queries/log";

/** Entries held at a time. */
const atOnce = 500;

/** GET /modlog.csv: the log, or what of it fits, newest first, as fast as it is taken. */
export async function sendLogCsv(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { cursor: _, ...filter } = logListSchema.parse(asked);
  try {
    if (filter.q !== "") await limitSearch(null, clientNetwork(request.headers));
  } catch (error) {
    if (error instanceof DomainError && error.code === "TOO_MANY_REQUESTS") return wait(error);
    throw error;
  }
  return new Response(streamOf({ ...filter, limit: atOnce }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="moderation-log.csv"',
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });
}

function streamOf(input: LogListInput): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const site = siteUrl();
  let next: string | null | undefined;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(logCsvHead())),
    async pull(controller) {
      const page = await listLog({ ...input, ...(next ? { cursor: next } : {}) });
      const lines = page.items.map((entry) => logCsvRecord(entry, site)).join("");
      if (lines !== "") controller.enqueue(encoder.encode(lines));
      next = page.nextCursor;
      if (next === null) controller.close();
    },
  });
}

function wait({ status, details }: DomainError): Response {
  const seconds = details.retryAfterSeconds ?? 60;
  return new Response(`${translator("errors")("TOO_MANY_REQUESTS")}\n`, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(seconds),
    },
  });
}
