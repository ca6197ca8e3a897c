import { createRoute, z } from "@hono/zod-openapi";
import { followDebate, unfollowDebate } from "@/lib/notifications/commands/follow";
import { markAllRead, markRead } from "@/lib/notifications/commands/mark-read";
import { saveSettings } from "@/lib/notifications/commands/settings";
import { listFollows } from "@/lib/notifications/queries/follows";
import { countUnread, listNotifications } from "@/lib/notifications/queries/notifications";
import { getSettings } from "@/lib/notifications/queries/settings";
import { changeSettingsSchema, kindSchema } from "@/lib/notifications/schema";
import { mostCounted } from "@/lib/notifications/vocabulary";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import {
  followJson,
  markReadBody,
  notificationJson,
  settingsJson,
  toNotificationJson,
} from "../shapes/notification";
import { json, jsonBody, pageOf, pageQuery, refusalsOf, slugParam } from "../shapes/page";

export const notifications = router();

notifications.openapi(
  createRoute({
    method: "get",
    path: "/me/notifications",
    tags: ["Notifications"],
    summary: "What one was told, and news of followed debates, newest first",
    middleware: readsAsPerson,
    request: {
      query: z.object({
        ...pageQuery,
        kind: kindSchema.optional(),
        unread: z.enum(["true", "false"]).default("false"),
      }),
    },
    responses: {
      200: json(
        pageOf(notificationJson).extend({
          unread: z.int().openapi({
            description: `How many are unread in all, counted up to ${mostCounted + 1}.`,
          }),
        }),
        "A page of notifications. Reading them marks none as read.",
      ),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const { unread: only, ...query } = c.req.valid("query");
    const [page, unread] = await Promise.all([
      listNotifications(viewer, { ...query, unread: only === "true" }),
      countUnread(viewer),
    ]);
    const { items, nextCursor } = page;
    return c.json({ items: items.map(toNotificationJson), nextCursor, unread }, 200);
  },
);

notifications.openapi(
  createRoute({
    method: "post",
    path: "/me/notifications/read",
    tags: ["Notifications"],
    summary: "Mark notifications as read: some by their ids, or all",
    middleware: writes,
    request: { body: jsonBody(markReadBody) },
    responses: {
      200: json(z.object({ read: z.int() }), "How many were unread until now"),
      ...refusalsOf.account,
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const wanted = c.req.valid("json");
    const result = "ids" in wanted ? await markRead(viewer, wanted) : await markAllRead(viewer, {});
    return c.json(result, 200);
  },
);

notifications.openapi(
  createRoute({
    method: "get",
    path: "/me/notification-settings",
    tags: ["Notifications"],
    summary: "What is mailed to oneself",
    middleware: readsAsPerson,
    responses: { 200: json(settingsJson, "The settings"), ...refusalsOf.own },
  }),
  async (c) => c.json(await getSettings(c.get("viewer")), 200),
);

notifications.openapi(
  createRoute({
    method: "patch",
    path: "/me/notification-settings",
    tags: ["Notifications"],
    summary: "Choose what is mailed to oneself; what is left out stays",
    middleware: writes,
    request: { body: jsonBody(changeSettingsSchema) },
    responses: { 200: json(settingsJson, "The settings now"), ...refusalsOf.account },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    await saveSettings(viewer, c.req.valid("json"));
    return c.json(await getSettings(viewer), 200);
  },
);

notifications.openapi(
  createRoute({
    method: "get",
    path: "/me/follows",
    tags: ["Notifications"],
    summary: "The debates one follows",
    middleware: readsAsPerson,
    request: { query: z.object(pageQuery) },
    responses: {
      200: json(pageOf(followJson), "A page of followed debates"),
      ...refusalsOf.own,
      ...refusalsOf.asking,
    },
  }),
  async (c) => c.json(await listFollows(c.get("viewer"), c.req.valid("query")), 200),
);

notifications.openapi(
  createRoute({
    method: "put",
    path: "/debates/{slug}/follow",
    tags: ["Notifications"],
    summary: "Follow a debate: new arguments become news",
    middleware: writes,
    request: { params: slugParam },
    responses: { 204: { description: "Followed" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await followDebate(c.get("viewer"), { debate: c.req.valid("param").slug });
    return c.body(null, 204);
  },
);

notifications.openapi(
  createRoute({
    method: "delete",
    path: "/debates/{slug}/follow",
    tags: ["Notifications"],
    summary: "Stop following a debate",
    middleware: writes,
    request: { params: slugParam },
    responses: { 204: { description: "Not followed any more" }, ...refusalsOf.writing },
  }),
  async (c) => {
    await unfollowDebate(c.get("viewer"), { debate: c.req.valid("param").slug });
    return c.body(null, 204);
  },
);
