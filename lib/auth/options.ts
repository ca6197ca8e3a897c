import "server-only";
import type { Account, AuthOptions, Profile, User } from "next-auth";
import { accountFor, type OutsideIdentity } from "@/lib/accounts/commands/identities";
import { log, logUnexpected } from "@/lib/observability/log";
import { routes, withQuery } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { openSession } from "./commands";
import { shutOut } from "./shut-out";
import { authSecret, overTls, sessionSeconds } from "./cookie";
import { identifySession } from "./identify";
import { safeNext } from "./next-path";
import { providers } from "./providers";

/** next-auth's own words go to our log, without what they carry along. */
const logger: AuthOptions["logger"] = {
  error: (code, about) => log.warn({ code, reason: reasonIn(about) }, "signing in by a provider"),
  warn: () => undefined,
  debug: () => undefined,
};

function reasonIn(about: Error | Record<string, unknown>): string | undefined {
  const error = about instanceof Error ? about : about.error;
  return error instanceof Error ? error.message : undefined;
}

/**
 * next-auth's options for one request. It is used for outside providers only: the session it
 * issues holds nothing but the id of our session row, which `identify` looks up each time.
 */
export function authOptions(headers: Headers): AuthOptions {
  let userId: number | undefined;
  return {
    providers: providers(),
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: overTls(),
    logger,
    pages: { signIn: routes.signIn(), error: routes.signIn(), signOut: routes.home() },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        try {
          const identity = outsideIdentity(user, account, profile);
          userId = await accountFor(identity, await identifySession(headers));
          return (await shutOut(userId)) ?? true;
        } catch (error) {
          return withQuery(routes.signIn(), { error: errorCode(error) });
        }
      },
      jwt: async ({ token }) => {
        if (userId === undefined) return { sid: token.sid };
        return { sid: await openSession(userId, headers.get("user-agent") ?? "") };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + safeNext(path);
      },
    },
  };
}

function outsideIdentity(user: User, account: Account | null, profile?: Profile): OutsideIdentity {
  if (!account) throw new DomainError("INVALID_INPUT");
  const claims = (profile ?? {}) as { email_verified?: unknown };
  return {
    provider: account.provider,
    subject: account.providerAccountId,
    name: user.name ?? "",
    email: user.email ?? null,
    emailVerified: account.provider === "google" && claims.email_verified === true,
  };
}

function errorCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  logUnexpected(error, "sign-in by a provider");
  return "UNEXPECTED";
}
