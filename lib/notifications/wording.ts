import { mostNews } from "./vocabulary";
import type { NotificationView } from "./view";

type Words = (key: string, values?: Record<string, string | number>) => string;

/**
 * What happened, in one sentence without its full stop: for the page and for mail.
 *
 * @param t words of the catalogue's `notifications`
 * @param date how a moment is written
 */
export function sentence(item: NotificationView, t: Words, date: (at: Date) => string): string {
  const { news, event } = item;
  if (news) {
    const many = news.count > mostNews ? "yes" : "no";
    const since = date(new Date(news.since));
    return t("event.NEWS", { count: news.count, many, most: mostNews, since });
  }
  if (item.export) return t(`event.${event}`, { format: t(`format.${item.export.format}`) });
  if (event === "SUGGESTION_ASKED")
    return t(`event.${event}`, { name: item.actor?.name ?? t("moderator") });
  const name = item.actor?.name ?? t("nobody");
  if (event === "CORRECTED")
    return t("event.CORRECTED", { name: item.actor?.name ?? t("moderator") });
  if (item.action) {
    const action = t(`moderated.${item.action}`);
    return t(`event.${event}`, { name: item.actor?.name ?? t("moderator"), action });
  }
  return t(`event.${event}`, { name, stance: item.argument?.stance ?? "SUPPORT" });
}

/**
 * What it is about: the argument with its number, or a comment on it. Null for news and files, and when
 * it is gone.
 */
export function subject({ argument, kind, ofComment }: NotificationView, t: Words): string | null {
  if (!argument) return null;
  const named = `${argument.number} ${argument.title}`;
  if (!ofComment) return named;
  return t(kind === "FLAGGED" ? "commentOn" : "yourCommentOn", { argument: named });
}

/**
 * What stands below: a comment's words, a curator's reason, or what became of it meanwhile. Null
 * when there is nothing to say.
 */
export function detail(item: NotificationView, t: Words): string | null {
  const { event, argument, comment, reason, news } = item;
  if (news || item.export) return null;
  if (item.action || event === "SUGGESTION_ASKED") return reason ? t("reason", { reason }) : null;
  if (event === "INVITED") return t("invited");
  if (!argument) return t("argumentGone");
  if (comment?.deleted) return t("commentDeleted");
  const curated = ["EDITED", "ARCHIVED", "RESTORED", "REVOTE"].includes(event);
  if (curated) return reason ? t("reason", { reason }) : null;
  if (argument.archived) return t("argumentArchived");
  return comment ? `“${comment.excerpt}”` : null;
}
