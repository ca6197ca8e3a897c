import { createRoute, z } from "@hono/zod-openapi";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { changePassword, requestEmailChange } from "@/lib/accounts/commands/settings";
import { resendVerification } from "@/lib/accounts/commands/verify-email";
import { changeEmailSchema, changePasswordSchema, eraseAccountSchema } from "@/lib/accounts/schema";
import { limits } from "@/lib/accounts/vocabulary";
import { forgetSessionCookie } from "@/lib/auth/cookie";
import { byPerson, writesInBrowser } from "../in-browser";
import { writes } from "../identity";
import { router } from "../router";
import { json, jsonBody, refusalsOf } from "../shapes/page";

/** How a person is reached and leaves. What could shut them out is never done by a token. */
export const account = router();

const secret = { maxLength: limits.password.max, format: "password" } as const;
const passwords = changePasswordSchema.shape;

account.openapi(
  createRoute({
    method: "put",
    path: "/me/password",
    tags: ["Account"],
    summary: "Set another password",
    description: `${byPerson} It asks for the present password and ends every other session.`,
    middleware: writesInBrowser,
    request: {
      body: jsonBody(
        z.strictObject({
          password: passwords.password.meta(secret),
          newPassword: passwords.newPassword.meta({ ...secret, minLength: limits.password.min }),
        }),
      ),
    },
    responses: { 204: { description: "Changed" }, ...refusalsOf.account },
  }),
  async (c) => {
    await changePassword(c.get("viewer"), c.req.valid("json"));
    return c.body(null, 204);
  },
);

account.openapi(
  createRoute({
    method: "post",
    path: "/me/email",
    tags: ["Account"],
    summary: "Ask for another e-mail address",
    description: `${byPerson} The address changes when the link that is mailed to it is used.`,
    middleware: writesInBrowser,
    request: {
      body: jsonBody(
        z.strictObject({
          email: changeEmailSchema.shape.email.meta({ maxLength: 254, format: "email" }),
          password: passwords.password.meta(secret),
        }),
      ),
    },
    responses: {
      202: json(z.object({ sentTo: z.string() }), "A link was mailed"),
      ...refusalsOf.account,
    },
  }),
  async (c) => c.json(await requestEmailChange(c.get("viewer"), c.req.valid("json")), 202),
);

account.openapi(
  createRoute({
    method: "post",
    path: "/me/email/verification",
    tags: ["Account"],
    summary: "Have the link that confirms one's address mailed again",
    middleware: writes,
    responses: { 204: { description: "Mailed, or confirmed already" }, ...refusalsOf.account },
  }),
  async (c) => {
    await resendVerification(c.get("viewer"));
    return c.body(null, 204);
  },
);

account.openapi(
  createRoute({
    method: "delete",
    path: "/me",
    tags: ["Account"],
    summary: "Erase one's account for good",
    description: `${byPerson} Arguments and comments stay without a name, votes go. It asks for the handle and, where there is one, the password.`,
    middleware: writesInBrowser,
    request: {
      body: jsonBody(
        z.strictObject({
          handle: eraseAccountSchema.shape.handle.meta({ maxLength: 60 }),
          password: z
            .union([z.literal(""), passwords.password])
            .default("")
            .meta(secret),
        }),
      ),
    },
    responses: { 204: { description: "Erased" }, ...refusalsOf.account },
  }),
  async (c) => {
    await eraseAccount(c.get("viewer"), c.req.valid("json"));
    c.header("Set-Cookie", forgetSessionCookie());
    c.header("Clear-Site-Data", '"cache"');
    return c.body(null, 204);
  },
);
