import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import { isOutage } from "@/lib/shared/outage";
import { fieldMessages } from "@/lib/shared/wording";

/** What only the API says, beyond the domain's errors, each with the HTTP status that it has. */
const protocolCodes = {
  BAD_REQUEST: 400,
  NO_SUCH_ADDRESS: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  IDEMPOTENCY_KEY_IN_USE: 409,
  PRECONDITION_FAILED: 412,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  PRECONDITION_REQUIRED: 428,
} as const;
export type ProtocolCode = keyof typeof protocolCodes;

/** What Hono itself refuses, by status. */
const codeOf: Partial<Record<number, ProtocolCode>> = {
  400: "BAD_REQUEST",
  413: "BODY_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

type ProtocolDetails = { current?: Record<string, unknown>; retryAfterSeconds?: number };

/** A refusal that is about the request itself, not about what it asks for. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";

  constructor(
    readonly code: ProtocolCode,
    readonly details: ProtocolDetails = {},
  ) {
    super(code);
  }
}

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
  if (error instanceof ProtocolError) return protocolProblem(error.code, c, error.details);
  if (isOutage(error)) {
    return fromDomain(new DomainError("UNAVAILABLE", { retryAfterSeconds: 10 }), c);
  }
  const code = error instanceof HTTPException ? codeOf[error.status] : undefined;
  if (code) return protocolProblem(code, c);
  const reference = logUnexpected(error, `${c.req.method} ${c.req.path}`);
  const detail = words("api")("problem.UNEXPECTED", { reference });
  return send(c, 500, { code: "UNEXPECTED", detail, reference });
}

/** A refusal about the request itself, such as a body that is too large. */
export function protocolProblem(
  code: ProtocolCode,
  c: Context,
  { current, retryAfterSeconds }: ProtocolDetails = {},
): Response {
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  const detail = words("api")(`problem.${code}`);
  // An address that no route has is not found, like a thing that is not there.
  const shown = code === "NO_SUCH_ADDRESS" ? "NOT_FOUND" : code;
  return send(c, protocolCodes[code], { code: shown, detail, ...(current ? { current } : {}) });
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

/**
 * Input as a command takes it, where its schema refuses more than the API's own.
 * @throws DomainError INVALID_INPUT with the words of each field
 */
export function asInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
