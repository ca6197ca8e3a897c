import type { Context, MiddlewareHandler } from "hono";
import { identify } from "@/lib/auth/identify";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/shared/errors";
import { isOwnOrigin, ownOrigins } from "@/lib/shared/origin";
import type { Scope, Viewer } from "@/lib/shared/viewer";
import type { ApiEnv, SignedInEnv } from "./context";

/**
 * Finds out who a request acts for. An Authorization header that is worth nothing is an error, not
 * an anonymous reader.
 */
export const knowsViewer: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const viewer = await identify({ get: (name) => c.req.header(name) ?? null });
  if (!viewer && c.req.header("authorization")) throw new DomainError("TOKEN_INVALID");
  if (viewer) requireScope(viewer, isSafe(c) ? "read" : "write");
  c.set("viewer", viewer);
  await next();
};

/** For what only a signed-in person may read. */
export const readsAsPerson: MiddlewareHandler<SignedInEnv> = async (c, next) => {
  requirePerson(c);
  await next();
};

/**
 * For everything that changes something: a person, and a request that this site's own pages sent.
 * Bearer tokens are exempt, because no browser adds them by itself.
 */
export const writes: MiddlewareHandler<SignedInEnv> = async (c, next) => {
  requirePerson(c);
  const header = (name: string) => c.req.header(name);
  // What the viewer came by, not what was sent: an empty Authorization header is no token.
  const byToken = c.get("viewer").scopes !== undefined;
  if (!byToken && !isOwnOrigin(header, ownOrigins(header, env.SITE_URL))) {
    throw new DomainError("FOREIGN_ORIGIN");
  }
  await next();
};

function requirePerson(c: Context<SignedInEnv>): void {
  if (!(c.get("viewer") as Viewer | null)) throw new DomainError("SIGN_IN_REQUIRED");
}

function requireScope(viewer: Viewer, scope: Scope): void {
  if (viewer.scopes && !viewer.scopes.includes(scope)) throw new DomainError("SCOPE_MISSING");
}

function isSafe(c: Context): boolean {
  return c.req.method === "GET" || c.req.method === "HEAD";
}
