import { createRoute, z } from "@hono/zod-openapi";
import { updateProfile } from "@/lib/accounts/commands/settings";
import { createToken, revokeToken } from "@/lib/accounts/commands/tokens";
import { getAccount, listTokens } from "@/lib/accounts/queries/account";
import { exportAccount } from "@/lib/accounts/queries/export";
import { updateProfileSchema } from "@/lib/accounts/schema";
import { limits } from "@/lib/accounts/vocabulary";
import { DomainError } from "@/lib/shared/errors";
import { line } from "@/lib/shared/text";
import { scopes, siteRoles, type Viewer } from "@/lib/shared/viewer";
import { readsAsPerson, writes } from "../identity";
import { assertMatches } from "../protocol/preconditions";
import { router } from "../router";
import { json, jsonBody, refusalsOf, timeSchema, wholeList } from "../shapes/page";

export const me = router();

const meJson = z
  .object({
    id: z.int(),
    handle: z.string(),
    name: z.string(),
    about: z.string().openapi({ description: "Markdown." }),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    role: z.enum(siteRoles),
    memberSince: timeSchema,
    hasPassword: z.boolean(),
    providers: z
      .array(z.string())
      .openapi({ description: "Accounts elsewhere that one signs in with." }),
    scopes: z
      .array(z.enum(scopes))
      .nullable()
      .openapi({ description: "Of the token; null for a browser session." }),
  })
  .openapi("Me");

async function readMe(viewer: Viewer): Promise<z.infer<typeof meJson>> {
  const { memberSince, ...account } = await getAccount(viewer);
  return {
    id: viewer.id,
    ...account,
    memberSince: memberSince.toISOString(),
    scopes: viewer.scopes ? [...viewer.scopes] : null,
  };
}

me.openapi(
  createRoute({
    method: "get",
    path: "/me",
    tags: ["Account"],
    summary: "Who this request acts for",
    middleware: readsAsPerson,
    responses: { 200: json(meJson, "The person"), ...refusalsOf.own },
  }),
  async (c) => c.json(await readMe(c.get("viewer")), 200),
);

const profile = updateProfileSchema.shape;

me.openapi(
  createRoute({
    method: "patch",
    path: "/me",
    tags: ["Account"],
    summary: "Change what others read about oneself",
    description: "What is left out stays as it is. If-Match is checked when it is given.",
    middleware: writes,
    request: {
      body: jsonBody(
        z.strictObject({
          name: profile.name.meta({ minLength: 1, maxLength: limits.name.max }).optional(),
          about: profile.about.meta({ maxLength: limits.about.max }).optional(),
        }),
      ),
    },
    responses: {
      200: json(meJson, "The person"),
      ...refusalsOf.account,
      412: refusalsOf.editing[412],
    },
  }),
  async (c) => {
    const viewer = c.get("viewer");
    const before = await readMe(viewer);
    assertMatches(c, { current: before });
    const { name = before.name, about = before.about } = c.req.valid("json");
    await updateProfile(viewer, { name, about });
    return c.json(await readMe({ ...viewer, name }), 200);
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
      200: json(wholeList(tokenJson), "The tokens"),
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
      ...refusalsOf.account,
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
