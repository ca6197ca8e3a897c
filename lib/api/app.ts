import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./context";
import { describeApi, documentOf, operationsOf } from "./document";
import { knowsViewer } from "./identity";
import { problemResponse } from "./problem";
import { conditional } from "./protocol/conditional";
import { limitsBody } from "./protocol/body";
import { keepsToDescription, noRoute } from "./protocol/described";
import { preflight, standingHeaders } from "./protocol/headers";
import { idempotent } from "./protocol/idempotent";
import { limitsNetwork, limitsPerson } from "./protocol/limits";
import { router } from "./router";
import { account } from "./routes/account";
import { argumentRoutes } from "./routes/arguments";
import { blocks } from "./routes/blocks";
import { comments } from "./routes/comments";
import { curation } from "./routes/curation";
import { debates } from "./routes/debates";
import { drafts } from "./routes/drafts";
import { briefParts } from "./routes/brief-parts";
import { editing } from "./routes/editing";
import { editors } from "./routes/editors";
import { events } from "./routes/events";
import { preparedExports } from "./routes/exports";
import { flags } from "./routes/flags";
import { interchange } from "./routes/interchange";
import { me } from "./routes/me";
import { members } from "./routes/members";
import { curating } from "./routes/curating";
import { moderation } from "./routes/moderation";
import { moderationQueue } from "./routes/moderation-queue";
import { modlog } from "./routes/modlog";
import { notifications } from "./routes/notifications";
import { purges } from "./routes/purges";
import { reading } from "./routes/reading";
import { savedReplies } from "./routes/saved-replies";
import { searchRoutes } from "./routes/search";
import { sessions } from "./routes/sessions";
import { suggestions } from "./routes/suggestions";
import { votes } from "./routes/votes";
import { webhooks } from "./routes/webhooks";
import { adminJobs } from "./routes/admin-jobs";

const prefix = "/api/v1";

/** A debate's file is neither held in memory nor hashed here: its route limits and remembers it. */
const exceptFiles =
  (middleware: MiddlewareHandler<ApiEnv>): MiddlewareHandler<ApiEnv> =>
  (c, next) =>
    c.req.path === `${prefix}/debates/import` ? next() : middleware(c, next);

const app = router();
const description = () => operationsOf(openApiDocument());
app.onError(problemResponse);
app.notFound(noRoute(description));
app.use(`${prefix}/*`, standingHeaders, preflight, limitsNetwork, conditional);
app.use(`${prefix}/*`, exceptFiles(limitsBody), keepsToDescription(description));
app.get(`${prefix}/openapi.json`, (c) => c.json(openApiDocument()));
app.use(`${prefix}/*`, knowsViewer, limitsPerson, exceptFiles(idempotent));
const parts = [debates, events, reading, argumentRoutes, votes, comments, searchRoutes, members];
const own = [drafts, me, account, sessions, notifications, blocks, preparedExports, webhooks];
const queued = [flags, moderation, moderationQueue, savedReplies, modlog];
const moderating = [...queued, curation, curating, suggestions, purges];
const making = [editing, briefParts, editors, adminJobs];
for (const part of [interchange, ...parts, ...own, ...making, ...moderating])
  app.route(prefix, part);
describeApi(app);

let document: ReturnType<typeof documentOf> | undefined;

/** The API's description, from the schemas that its routes check by. */
export function openApiDocument() {
  return (document ??= documentOf(app));
}

/** The REST API, version 1: `api.fetch(request)` answers one request. */
export const api = app;
