import "server-only";
import { afterAnswer } from "@/lib/mail/send";
import { routes, withQuery } from "@/lib/routes";
import { clientNetwork } from "../client-address";
import { sendResetLink } from "../commands/reset-password";
import { forgotPasswordSchema } from "../schema";
import { throttle } from "../throttle";
import { postHandler, seeOther } from "./post-handler";

/** POST /api/accounts/forgot-password: the same answer whether or not there is an account. */
export const forgotPassword = postHandler({
  schema: forgotPasswordSchema,
  page: routes.forgotPassword(),
  run: async ({ email }, request) => {
    await throttle("reset-address", clientNetwork(request.headers));
    await throttle("reset-email", email);
    afterAnswer("reset mail", () => sendResetLink(email));
    return seeOther(withQuery(routes.forgotPassword(), { sent: 1 }));
  },
});
