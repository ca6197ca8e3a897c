import "server-only";
import { forgetSessionCookie } from "@/lib/auth/cookie";
import { identifySession } from "@/lib/auth/identify";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { eraseAccount } from "../commands/erase";
import { eraseAccountSchema } from "../schema";
import { postHandler, seeOther } from "./post-handler";

/** POST /api/accounts/erase: erases the signed-in person's account, and this browser forgets it. */
export const erase = postHandler({
  schema: eraseAccountSchema,
  page: routes.eraseAccount(),
  run: async (input, request) => {
    const viewer = await identifySession(request.headers);
    if (!viewer) throw new DomainError("SIGN_IN_REQUIRED");
    await eraseAccount(viewer, input);
    return seeOther(routes.home(), [forgetSessionCookie()], { "Clear-Site-Data": '"cache"' });
  },
});
