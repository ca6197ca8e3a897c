import "server-only";
import { plain, seeOther } from "@/lib/accounts/handlers/post-handler";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { routes, withQuery } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { isOutage } from "@/lib/shared/outage";
import { unsubscribe } from "../commands/settings";

/**
 * POST /api/notifications/unsubscribe?token=…: what mail programs send for one-click unsubscribing
 * (RFC 8058), without a cookie, an Origin or a redirect; and what the page's button sends, which is
 * led on. The signed token alone decides, so it does not matter where it comes from.
 */
export async function postUnsubscribe(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const words = translator("errors");
  try {
    await unsubscribe(searchParams.get("token") ?? "");
  } catch (thrown) {
    const error = isOutage(thrown) ? new DomainError("UNAVAILABLE") : thrown;
    if (error instanceof DomainError) return plain(error.status, words(error.code));
    const reference = logUnexpected(error, "unsubscribe");
    return plain(500, words("unexpected", { reference }));
  }
  if (searchParams.has("form")) return seeOther(withQuery(routes.unsubscribe(), { done: 1 }));
  return plain(200, translator("notifications")("unsubscribe.plain"));
}

/** GET: a person who followed the mail program's link. It changes nothing: the page has the button. */
export function getUnsubscribe(request: Request): Response {
  const token = new URL(request.url).searchParams.get("token") ?? undefined;
  return seeOther(routes.unsubscribe(token?.slice(0, 200)));
}
