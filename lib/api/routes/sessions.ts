import { createRoute, z } from "@hono/zod-openapi";
import { disconnectIdentity } from "@/lib/accounts/commands/identities";
import { endOneSession, endOtherSessions } from "@/lib/accounts/commands/sessions";
import { listSessions } from "@/lib/accounts/queries/account";
import { readsAsPerson } from "../identity";
import { byPerson, writesInBrowser } from "../in-browser";
import { router } from "../router";
import { json, refusalsOf, timeSchema, wholeList } from "../shapes/page";

/** Where a person is signed in, and with what. */
export const sessions = router();

const sessionJson = z
  .object({
    id: z.uuid(),
    device: z.string().openapi({ description: "What the browser calls itself." }),
    createdAt: timeSchema,
    lastSeenAt: timeSchema,
    current: z.boolean().openapi({ description: "The one that asks." }),
  })
  .openapi("Session");

sessions.openapi(
  createRoute({
    method: "get",
    path: "/me/sessions",
    tags: ["Account"],
    summary: "The browsers one is signed in with",
    middleware: readsAsPerson,
    responses: { 200: json(wholeList(sessionJson), "The sessions"), ...refusalsOf.own },
  }),
  async (c) => {
    const browsers = await listSessions(c.get("viewer"));
    const items = browsers.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
    return c.json({ items, nextCursor: null }, 200);
  },
);

sessions.openapi(
  createRoute({
    method: "delete",
    path: "/me/sessions",
    tags: ["Account"],
    summary: "Sign every other browser out",
    description: byPerson,
    middleware: writesInBrowser,
    responses: { 204: { description: "Signed out" }, ...refusalsOf.account },
  }),
  async (c) => {
    await endOtherSessions(c.get("viewer"));
    return c.body(null, 204);
  },
);

sessions.openapi(
  createRoute({
    method: "delete",
    path: "/me/sessions/{sessionId}",
    tags: ["Account"],
    summary: "Sign one browser out",
    description: byPerson,
    middleware: writesInBrowser,
    request: { params: z.object({ sessionId: z.uuid() }) },
    responses: { 204: { description: "Signed out" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await endOneSession(c.get("viewer"), c.req.valid("param"));
    return c.body(null, 204);
  },
);

sessions.openapi(
  createRoute({
    method: "delete",
    path: "/me/providers/{provider}",
    tags: ["Account"],
    summary: "Forget an account elsewhere that one signs in with",
    description: `${byPerson} The only way to sign in is not forgotten.`,
    middleware: writesInBrowser,
    request: { params: z.object({ provider: z.enum(["github", "google"]) }) },
    responses: { 204: { description: "Forgotten" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await disconnectIdentity(c.get("viewer"), c.req.valid("param"));
    return c.body(null, 204);
  },
);
