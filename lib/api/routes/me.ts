import { createRoute, z } from "@hono/zod-openapi";
import { createToken, revokeToken } from "@/lib/accounts/commands/tokens";
import { listTokens } from "@/lib/accounts/queries/account";
import { exportAccount } from "@/lib/accounts/queries/export";
import { limits } from "@/lib/accounts/schema";
import { DomainError } from "@/lib/shared/errors";
import { line } from "@/lib/shared/text";
import { scopes, siteRoles } from "@/lib/shared/viewer";
import { readsAsPerson, writes } from "../identity";
import { router } from "../router";
import { json, jsonBody, refusalsOf, timeSchema } from "../shapes/page";

export const me = router();

const meJson = z
  .object({
    id: z.int(),
    handle: z.string(),
    name: z.string(),
    role: z.enum(siteRoles),
    emailVerified: z.boolean(),
    scopes: z
      .array(z.enum(scopes))
      .nullable()
      .openapi({ description: "Of the token; null for a browser session." }),
  })
  .openapi("Me");

me.openapi(
  createRoute({
    method: "get",
    path: "/me",
    tags: ["Account"],
    summary: "Who this request acts for",
    middleware: readsAsPerson,
    responses: { 200: json(meJson, "The person"), ...refusalsOf.own },
  }),
  (c) => {
    const { id, handle, name, role, emailVerified, scopes: allowed } = c.get("viewer");
    return c.json(
      { id, handle, name, role, emailVerified, scopes: allowed ? [...allowed] : null },
      200,
    );
  },
);

me.openapi(
  createRoute({
    method: "get",
    path: "/me/export",
    tags: ["Account"],
    summary: "Everything that is kept about oneself",
    middleware: readsAsPerson,
    responses: {
      200: json(z.looseObject({ format: z.string() }), "The export"),
      ...refusalsOf.own,
    },
  }),
  async (c) => {
    c.header("Content-Disposition", 'attachment; filename="counterpoint-account.json"');
    return c.json(await exportAccount(c.get("viewer")), 200);
  },
);

const tokenJson = z
  .object({
    id: z.int(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    createdAt: timeSchema,
    lastUsedAt: timeSchema.nullable(),
  })
  .openapi("Token");

me.openapi(
  createRoute({
    method: "get",
    path: "/me/tokens",
    tags: ["Account"],
    summary: "One's personal tokens, never their secrets",
    middleware: readsAsPerson,
    responses: {
      200: json(z.object({ items: z.array(tokenJson), nextCursor: z.null() }), "The tokens"),
      ...refusalsOf.own,
    },
  }),
  async (c) => {
    const tokens = await listTokens(c.get("viewer"));
    const items = tokens.map(({ createdAt, lastUsedAt, ...token }) => ({
      ...token,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
    return c.json({ items, nextCursor: null }, 200);
  },
);

const newToken = z.strictObject({
  name: line(limits.tokenName),
  scopes: z.array(z.enum(scopes)).min(1, { error: "SCOPE_REQUIRED" }).max(scopes.length),
});

me.openapi(
  createRoute({
    method: "post",
    path: "/me/tokens",
    tags: ["Account"],
    summary: "Make a personal token",
    description: "Only from a browser session: a token cannot make tokens. It is shown this once.",
    middleware: writes,
    request: { body: jsonBody(newToken) },
    responses: {
      201: json(z.object({ id: z.int(), token: z.string() }), "The token"),
      ...refusalsOf.writing,
    },
  }),
  async (c) => {
    const { name, scopes: wanted } = c.req.valid("json");
    const made = await createToken(c.get("viewer"), { name, scopes: [...new Set(wanted)] });
    return c.json(made, 201);
  },
);

me.openapi(
  createRoute({
    method: "delete",
    path: "/me/tokens/{tokenId}",
    tags: ["Account"],
    summary: "Make a personal token worthless",
    middleware: writes,
    request: { params: z.object({ tokenId: z.string().regex(/^[1-9]\d{0,8}$/) }) },
    responses: { 204: { description: "Revoked" }, ...refusalsOf.writing },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    if (viewer.scopes) throw new DomainError("SCOPE_MISSING");
    await revokeToken(viewer, { tokenId: Number(c.req.valid("param").tokenId) });
    return c.body(null, 204);
  },
);
