import "server-only";
import { routes, withQuery } from "@/lib/routes";
import { clientNetwork } from "../client-address";
import { resetPassword as setNewPassword } from "../commands/reset-password";
import { resetPasswordSchema } from "../schema";
import { throttle } from "../throttle";
import { postHandler } from "./post-handler";
import { signInAndGo } from "./sign-in";

/** POST /api/accounts/reset-password: uses the link, ends all sessions, begins a new one. */
export const resetPassword = postHandler({
  schema: resetPasswordSchema,
  page: routes.resetPassword(),
  back: ({ token }) => routes.resetPassword(token?.slice(0, 100)),
  run: async ({ token, password }, request) => {
    await throttle("link-address", clientNetwork(request.headers));
    const userId = await setNewPassword(token, password);
    return signInAndGo(request, userId, withQuery(routes.account(), { done: "password" }));
  },
});
