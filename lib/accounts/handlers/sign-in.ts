import "server-only";
import { sessionCookie } from "@/lib/auth/cookie";
import { createSession } from "@/lib/auth/identify";
import { safeNext } from "@/lib/auth/next-path";
import { shutOut } from "@/lib/auth/shut-out";
import { routes } from "@/lib/routes";
import { clientNetwork } from "../client-address";
import { checkCredentials } from "../commands/sign-in";
import { signInSchema } from "../schema";
import { forgive, throttle } from "../throttle";
import { postHandler, seeOther } from "./post-handler";

/**
 * Signs this browser in as `userId`, with a session of its own, and leads on; whom a moderator has
 * suspended or banned, to the page that says why.
 */
export async function signInAndGo(
  request: Request,
  userId: number,
  next: string,
): Promise<Response> {
  const elsewhere = await shutOut(userId);
  if (elsewhere) return seeOther(elsewhere);
  const sealed = await createSession(userId, request.headers.get("user-agent") ?? "");
  return seeOther(next, [sessionCookie(sealed)], { "Clear-Site-Data": '"cache"' });
}

/** POST /api/accounts/sign-in */
export const signIn = postHandler({
  schema: signInSchema,
  page: routes.signIn(),
  back: ({ next }) => routes.signIn(next && safeNext(next)),
  run: async ({ email, password, next }, request) => {
    await throttle("sign-in-address", clientNetwork(request.headers));
    await throttle("sign-in-email", email);
    const userId = await checkCredentials(email, password);
    await forgive("sign-in-email", email);
    return signInAndGo(request, userId, safeNext(next));
  },
});
