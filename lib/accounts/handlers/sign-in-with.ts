import "server-only";
import { beginSignIn } from "@/lib/auth/next-auth-bridge";
import { safeNext } from "@/lib/auth/next-path";
import { configuredProviders, providerNames } from "@/lib/auth/providers";
import { siteLocale } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { signInWithSchema } from "../schema";
import { postHandler } from "./post-handler";

/** POST /api/accounts/sign-in-with: leads to the provider's own page, with next-auth's checks. */
export const signInWith = postHandler({
  schema: signInWithSchema,
  page: routes.signIn(),
  run: async ({ provider, next }, request) => {
    if (!configuredProviders().includes(provider)) throw new DomainError("NOT_FOUND");
    return onward(await beginSignIn(request, provider, safeNext(next)), providerNames[provider]);
  },
});

/**
 * Leads to the provider by a page of its own: the content policy lets a form lead nowhere but to
 * this site, and browsers hold its redirects to that too.
 */
function onward(begun: Response, name: string): Response {
  const target = begun.headers.get("location");
  if (!target) throw new DomainError("UNAVAILABLE");
  const address = escapeHtml(target);
  const t = translator("accounts");
  const label = escapeHtml(t("signIn.with", { provider: name }));
  const page =
    `<!doctype html><html lang="${siteLocale()}"><head><meta charset="utf-8">` +
    `<meta http-equiv="refresh" content="0;url=${address}"><title>${label}</title></head>` +
    `<body><p><a href="${address}">${label}</a></p></body></html>`;
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
  });
  for (const cookie of begun.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return new Response(page, { headers });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
