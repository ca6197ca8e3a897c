import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import { isOutage } from "@/lib/shared/outage";
import { fieldMessages } from "@/lib/shared/wording";

/** What only the API says, beyond the domain's errors, by the HTTP status that it has. */
const protocolCodes = {
  400: "BAD_REQUEST",
  404: "NOT_FOUND",
  413: "BODY_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
} as const;
export type ProtocolCode = (typeof protocolCodes)[keyof typeof protocolCodes];

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ description: "Names the kind of problem; ends with its code." }),
    title: z.string().openapi({ description: "The problem in a few words." }),
    status: z.int(),
    detail: z.string().openapi({ description: "What happened and what to do, in words." }),
    code: z.string().openapi({ description: "Stable; for programs.", example: "STALE_VERSION" }),
    errors: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .openapi({ description: "Messages by field." }),
    current: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({ description: "For a conflict: what is stored now." }),
    reference: z
      .string()
      .optional()
      .openapi({ description: "Of an unexpected error, to be given to the operator." }),
  })
  .openapi("Problem");

type Problem = z.infer<typeof problemSchema>;
const words = (namespace: string) => translator(namespace);

/** Any error as the answer that may be shown: only the domain's and the protocol's have words. */
export function problemResponse(error: unknown, c: Context): Response {
  if (error instanceof DomainError) return fromDomain(error, c);
  if (isOutage(error)) {
    return fromDomain(new DomainError("UNAVAILABLE", { retryAfterSeconds: 10 }), c);
  }
  if (error instanceof HTTPException && error.status in protocolCodes) {
    return protocolProblem(error.status as keyof typeof protocolCodes, c);
  }
  const reference = logUnexpected(error, `${c.req.method} ${c.req.path}`);
  const detail = words("api")("problem.UNEXPECTED", { reference });
  return send(c, 500, { code: "UNEXPECTED", detail, reference });
}

/** @param status one that is about the request itself, such as 413 */
export function protocolProblem(status: keyof typeof protocolCodes, c: Context): Response {
  const code = protocolCodes[status];
  const detail = words("api")(code === "NOT_FOUND" ? "noRoute" : `problem.${code}`);
  return send(c, status, { code, detail });
}

/** The refusal of an input, with a message for each field. */
export function invalidInput(error: z.ZodError): DomainError {
  const t = words("errors");
  const fields = fieldMessages(error, t);
  for (const issue of error.issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const parent = issue.path.map(String).join(".");
    delete fields[parent];
    for (const key of issue.keys) {
      const name = parent ? `${parent}.${key}` : key;
      fields[name] = [t("fields.UNKNOWN_FIELD")];
    }
  }
  return new DomainError("INVALID_INPUT", { fields });
}

function fromDomain(error: DomainError, c: Context): Response {
  const { fields, params, current, retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  if (error.status === 401) c.header("WWW-Authenticate", 'Bearer realm="Counterpoint"');
  const [ours, everyones] = [words("api"), words("errors")];
  const own = `problem.${error.code}`;
  const detail = ours.has(own) ? ours(own, params) : everyones(error.code, params);
  return send(c, error.status, {
    code: error.code,
    detail,
    ...(fields ? { errors: fields } : {}),
    ...(current ? { current } : {}),
  });
}

function send(
  c: Context,
  status: number,
  problem: Omit<Problem, "type" | "title" | "status">,
): Response {
  const body: Problem = {
    type: `urn:counterpoint:problem:${problem.code.toLowerCase().replaceAll("_", "-")}`,
    title: words("api")(`status.${status}`),
    status,
    ...problem,
  };
  c.header("Content-Type", "application/problem+json");
  c.header("Cache-Control", "no-store");
  return c.body(JSON.stringify(body), status as 400);
}
