import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { DomainError } from "@/lib/shared/errors";
import { translator } from "@/lib/i18n/translator";
import type { ApiEnv } from "../context";
import { ProtocolError, protocolProblem } from "../problem";

/** What the description says of one operation, as far as the protocol needs it. */
export type Described = {
  method: string;
  /** As the router writes it: /api/v1/debates/:slug */
  path: string;
  /** The names of its query parameters. */
  query: ReadonlySet<string>;
  /** The media types of what it answers when all goes well; empty without a body. */
  answers: readonly string[];
};

/** Reads the description when the first request comes: by then every route is in it. */
export type Description = () => readonly Described[];

/**
 * Holds a request to the description of its operation: query parameters that are known and given
 * once, and a format that can be answered.
 */
export function keepsToDescription(description: Description): MiddlewareHandler<ApiEnv> {
  let byRoute: Map<string, Described> | undefined;
  return async (c, next) => {
    byRoute ??= new Map(description().map((one) => [`${one.method} ${one.path}`, one]));
    const operation = byRoute.get(routeOf(c));
    if (operation) {
      refuseQuery(c, operation.query);
      if (!accepts(c.req.header("accept"), operation.answers)) {
        throw new ProtocolError("NOT_ACCEPTABLE");
      }
    }
    return next();
  };
}

function routeOf(c: Context): string {
  const method = c.req.method === "HEAD" ? "GET" : c.req.method;
  const route = matchedRoutes(c).findLast((one) => one.method === method);
  return `${method} ${route?.path ?? ""}`;
}

function refuseQuery(c: Context, known: ReadonlySet<string>): void {
  const at = c.req.url.indexOf("?");
  if (at < 0) return;
  const given = new URLSearchParams(c.req.url.slice(at));
  const wrong = [...new Set(given.keys())].flatMap((name) => {
    if (!known.has(name)) return [[name, "UNKNOWN_FIELD"]];
    return given.getAll(name).length > 1 ? [[name, "GIVEN_TWICE"]] : [];
  });
  if (wrong.length === 0) return;
  const t = translator("errors");
  const fields = Object.fromEntries(wrong.map(([name, code]) => [name, [t(`fields.${code}`)]]));
  throw new DomainError("INVALID_INPUT", { fields });
}

/** Whether an Accept header allows one of these media types; without a header everything is. */
export function accepts(header: string | undefined, types: readonly string[]): boolean {
  if (!header || types.length === 0) return true;
  const ranges = header
    .toLowerCase()
    .split(",")
    .map((range) => range.split(";").map((part) => part.trim()))
    .filter((parts) => !parts.slice(1).some((part) => /^q=0(\.0*)?$/.test(part)))
    .map((parts) => parts[0]);
  return types.some((type) => {
    const [kind] = type.split("/");
    return ranges.includes(type) || ranges.includes(`${kind}/*`) || ranges.includes("*/*");
  });
}

/** 405 with the methods that an address knows, or 404 when no route has it. */
export function noRoute(description: Description): (c: Context) => Response {
  let known: { pattern: RegExp; method: string }[] | undefined;
  return (c) => {
    known ??= description().map(({ path, method }) => ({ pattern: patternOf(path), method }));
    const methods = known
      .filter(({ pattern }) => pattern.test(c.req.path))
      .map((one) => one.method);
    if (methods.length === 0) return protocolProblem("NO_SUCH_ADDRESS", c);
    c.header("Allow", allowed(methods));
    return protocolProblem("METHOD_NOT_ALLOWED", c);
  };
}

function allowed(methods: readonly string[]): string {
  const all = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return [...new Set([...all, "OPTIONS"])].sort().join(", ");
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+");
  return new RegExp(`^${source}$`);
}
