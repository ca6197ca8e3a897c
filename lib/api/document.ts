import type { OpenAPIHono } from "@hono/zod-openapi";
import { siteUrl } from "@/lib/env";
import type { ApiEnv } from "./context";
import { problemSchema } from "./problem";
import type { Described } from "./protocol/described";

type Media = Record<string, unknown>;
type Answer = { description?: string; headers?: Record<string, unknown>; content?: Media };
type Parameter = { name: string; in: string; $ref?: string };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content?: Media };
  responses: Record<string, Answer>;
  security?: object[];
};
type Document = { paths: Record<string, Record<string, Operation>> };

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** What any operation may be refused with, whatever it is about. */
const everywhere = {
  401: problem("The token is worth nothing, or signing in is needed"),
  403: problem("The token lacks a scope, or the person may not"),
  406: problem("Accept names no format that this address answers in"),
  422: problem("A parameter or some input cannot be used"),
  429: problem("Too many requests: wait as long as Retry-After says"),
  500: problem("Something went wrong here; the reference is for the operator"),
  503: problem("Not available at the moment: wait as long as Retry-After says"),
};
const withBody = {
  400: problem("The body is not JSON"),
  413: problem("The body is larger than 1 MiB"),
  415: problem("The body is not application/json"),
};
const inUse = problem("The first request with this Idempotency-Key is still being worked on");

const header = (description: string) => ({ description, schema: { type: "string" } });
const headers = {
  ETag: header("Changes exactly when the body does."),
  RateLimit: header("What each limit leaves: r requests within t seconds."),
  "Idempotent-Replayed": header("true when this is the first answer, given again."),
};
const field = (name: string, description: string) => ({
  ...{ name, in: "header", required: false, description },
  schema: { type: "string" },
});
const fields = {
  ifNoneMatch: field("If-None-Match", "An ETag: 304 when nothing has changed since."),
  ifMatch: field("If-Match", 'The ETag of the GET, or "v3" for version 3: 412 when it is old.'),
  idempotencyKey: field(
    "Idempotency-Key",
    "Up to 255 visible ASCII characters. Sent again within 24 hours, the same request gets the first answer.",
  ),
};

/** Registers what stands beside the routes. */
export function describeApi(app: OpenAPIHono<ApiEnv>): void {
  app.openAPIRegistry.register("Problem", problemSchema);
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "A personal token (cp_…) with the scopes read, write or moderate.",
  });
}

/** The API's description, from the schemas that its routes check by, with what holds for all. */
export function documentOf(app: OpenAPIHono<ApiEnv>) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Counterpoint",
      version: "1",
      description: "Structured public debate: a decision beside its strongest arguments.",
      license: { name: "AGPL-3.0-or-later" },
    },
    servers: [{ url: siteUrl() }],
    security: [{}, { token: [] }],
  });
  for (const methods of Object.values((document as unknown as Document).paths)) {
    for (const [method, operation] of Object.entries(methods)) complete(method, operation);
  }
  return document;
}

/** Adds to one operation what the protocol does for every one like it. */
function complete(method: string, operation: Operation): void {
  const own = operation.responses;
  const reads = method === "get";
  const hashed = reads && "application/json" in (own[200]?.content ?? {});
  for (const [status, answer] of Object.entries(own)) {
    const kept = !reads && !status.startsWith("5") ? ["Idempotent-Replayed"] : [];
    const tagged = hashed && status === "200" ? ["ETag"] : [];
    answer.headers = { ...pick(["RateLimit", ...kept, ...tagged]), ...answer.headers };
  }
  operation.responses = {
    ...everywhere,
    ...(operation.requestBody?.content?.["application/json"] ? withBody : {}),
    ...(hashed
      ? { 304: { description: "Not changed", headers: pick(["ETag", "RateLimit"]) } }
      : {}),
    ...(reads ? {} : { 409: inUse }),
    ...own,
  };
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...(hashed ? [fields.ifNoneMatch] : []),
    ...(own[412] ? [fields.ifMatch] : []),
    ...(reads ? [] : [fields.idempotencyKey]),
  ];
}

function pick(names: (string | false)[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

/** The description as the protocol's checks read it. */
export function operationsOf(document: ReturnType<typeof documentOf>): Described[] {
  const { paths } = document as unknown as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], responses }]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{(\w+)\}/g, ":$1"),
      query: new Set(parameters.filter((one) => one.in === "query").map((one) => one.name)),
      answers: Object.entries(responses)
        .filter(([status]) => status.startsWith("2"))
        .flatMap(([, answer]) => Object.keys(answer.content ?? {})),
    })),
  );
}
