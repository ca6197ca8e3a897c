import "server-only";
import { endSession } from "@/lib/auth/commands";
import {
  forgetSessionCookie,
  readCookie,
  sessionCookieName,
  unsealSession,
} from "@/lib/auth/cookie";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { plain, seeOther } from "./post-handler";
import { refuseForeignOrigin } from "./read-form";

/** POST /api/accounts/sign-out: ends this browser's session and lets it forget what it kept. */
export async function signOut(request: Request): Promise<Response> {
  const t = translator("errors");
  try {
    refuseForeignOrigin(request);
    const cookie = readCookie(request.headers.get("cookie"), sessionCookieName());
    const sessionId = cookie ? await unsealSession(cookie) : null;
    if (sessionId) await endSession(sessionId);
    const forget = { "Clear-Site-Data": '"cache"' };
    return seeOther(routes.home(), [forgetSessionCookie()], forget);
  } catch (error) {
    if (error instanceof DomainError) return plain(error.status, t(error.code));
    logUnexpected(error, "sign-out");
    return plain(500, t("UNAVAILABLE"));
  }
}
