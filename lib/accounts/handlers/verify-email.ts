import "server-only";
import { routes, withQuery } from "@/lib/routes";
import { clientNetwork } from "../client-address";
import { verifyEmail as confirmAddress } from "../commands/verify-email";
import { verifyEmailSchema } from "../schema";
import { throttle } from "../throttle";
import { postHandler, seeOther } from "./post-handler";

/** POST /api/accounts/verify-email: uses the link from the message. */
export const verifyEmail = postHandler({
  schema: verifyEmailSchema,
  page: routes.verifyEmail(),
  back: ({ token }) => routes.verifyEmail(token?.slice(0, 100)),
  run: async ({ token }, request) => {
    await throttle("link-address", clientNetwork(request.headers));
    await confirmAddress(token);
    return seeOther(withQuery(routes.verifyEmail(), { done: 1 }));
  },
});
