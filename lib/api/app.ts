import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { siteUrl } from "@/lib/env";
import type { ApiEnv } from "./context";
import { knowsViewer } from "./identity";
import { problemResponse, problemSchema, protocolProblem } from "./problem";
import { router } from "./router";
import { argumentRoutes } from "./routes/arguments";
import { comments } from "./routes/comments";
import { debates } from "./routes/debates";
import { me } from "./routes/me";
import { searchRoutes } from "./routes/search";
import { votes } from "./routes/votes";

const largestBody = 1024 * 1024;
const prefix = "/api/v1";

/** Reads allow other origins, never with cookies; nothing personal is kept by a cache. */
const headers: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const reads = ["GET", "HEAD", "OPTIONS"].includes(c.req.method);
  if (reads) c.header("Access-Control-Allow-Origin", "*");
  if (c.req.method === "OPTIONS") {
    c.header("Access-Control-Allow-Methods", "GET, HEAD");
    c.header("Access-Control-Allow-Headers", "Authorization");
    c.header("Access-Control-Max-Age", "86400");
    return c.body(null, 204);
  }
  c.header("Access-Control-Expose-Headers", "Location, Retry-After");
  c.header("Vary", "Authorization, Cookie");
  c.header("Cache-Control", "no-store");
  c.header("X-Content-Type-Options", "nosniff");
  return next();
};

const app = router();
app.onError(problemResponse);
app.notFound((c) => protocolProblem(404, c));
app.use(`${prefix}/*`, headers);
app.use(
  `${prefix}/*`,
  bodyLimit({ maxSize: largestBody, onError: (c) => protocolProblem(413, c) }),
);
app.get(`${prefix}/openapi.json`, (c) => c.json(openApiDocument()));
app.use(`${prefix}/*`, knowsViewer);
for (const part of [debates, argumentRoutes, votes, comments, me, searchRoutes])
  app.route(prefix, part);

app.openAPIRegistry.register("Problem", problemSchema);
app.openAPIRegistry.registerComponent("securitySchemes", "token", {
  type: "http",
  scheme: "bearer",
  description: "A personal token (cp_…) with the scopes read, write or moderate.",
});

/** The API's description, from the schemas that its routes check by. */
export function openApiDocument() {
  return app.getOpenAPI31Document({
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
}

/** The REST API, version 1: `api.fetch(request)` answers one request. */
export const api = app;
