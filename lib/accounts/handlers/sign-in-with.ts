import "server-only";
import { beginSignIn } from "@/lib/auth/next-auth-bridge";
import { safeNext } from "@/lib/auth/next-path";
import { configuredProviders } from "@/lib/auth/providers";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { signInWithSchema } from "../schema";
import { postHandler } from "./post-handler";

/** POST /api/accounts/sign-in-with: leads to the provider's own page, with state and PKCE. */
export const signInWith = postHandler({
  schema: signInWithSchema,
  page: routes.signIn(),
  run: async ({ provider, next }, request) => {
    if (!configuredProviders().includes(provider)) throw new DomainError("NOT_FOUND");
    return beginSignIn(request, provider, safeNext(next));
  },
});
