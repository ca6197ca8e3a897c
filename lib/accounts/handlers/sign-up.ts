import "server-only";
import { safeNext } from "@/lib/auth/next-path";
import { afterAnswer } from "@/lib/mail/send";
import { routes } from "@/lib/routes";
import { clientNetwork } from "../client-address";
import { register } from "../commands/register";
import { sendVerification } from "../commands/verify-email";
import { signUpSchema } from "../schema";
import { throttle } from "../throttle";
import { postHandler } from "./post-handler";
import { signInAndGo } from "./sign-in";

/** POST /api/accounts/sign-up: makes an account and signs its browser in. */
export const signUp = postHandler({
  schema: signUpSchema,
  page: routes.signUp(),
  back: ({ next }) => routes.signUp(next && safeNext(next)),
  run: async ({ name, email, handle, password, next }, request) => {
    await throttle("sign-up-address", clientNetwork(request.headers));
    await throttle("sign-up-email", email);
    const { id } = await register({ name, email, handle, password });
    afterAnswer("verification mail", () => sendVerification(id));
    return signInAndGo(request, id, safeNext(next));
  },
});
