import "server-only";
import { siteUrl } from "@/lib/env";
import { siteLocale } from "@/lib/i18n/catalogue";
import { siteTimeZone, translator } from "@/lib/i18n/translator";
import type { Mail } from "@/lib/mail/send";
import { routes } from "@/lib/routes";
import { moderationLimits, type FlagReason } from "./vocabulary";

/** Mails to who moderates. They name no thing and no person: those stand behind the link. */

type Recipient = { email: string; name: string };

export type QueueCounts = { waiting: number; escalated: number; oldest: Date };

/** How much waits, since when, and what was passed on to administrators. */
export function queueDigestMail(to: Recipient, { waiting, escalated, oldest }: QueueCounts): Mail {
  const t = translator("mail");
  const many = waiting > moderationLimits.counted ? "yes" : "no";
  const zone = { timeZone: siteTimeZone, dateStyle: "long" } as const;
  const date = new Intl.DateTimeFormat(siteLocale(), zone).format(oldest);
  const site = new URL(siteUrl()).host;
  const says = [t("queue.waiting", { count: waiting, many, date })];
  if (escalated > 0) says.push(t("queue.escalated", { count: escalated }));
  const subject = t("queue.subject", { count: waiting, site });
  return compose(to, subject, says, t("queue.open"), routes.moderation());
}

/** That something was flagged which does not wait well. */
export function urgentMail(to: Recipient, review: number, reason: FlagReason): Mail {
  const t = translator("mail");
  const site = new URL(siteUrl()).host;
  const words = translator("moderation")(`reason.${reason}`);
  const says = [t("queue.urgent", { reason: words })];
  const subject = t("queue.urgentSubject", { site });
  return compose(to, subject, says, t("queue.openReview"), routes.review(review));
}

function compose(
  { email, name }: Recipient,
  subject: string,
  says: string[],
  open: string,
  path: string,
): Mail {
  const t = translator("mail");
  const absolute = (to: string) => new URL(to, `${siteUrl()}/`).href;
  const link = absolute(path);
  const text = [
    t("queue.hello", { name }),
    says.join(" "),
    `${open}:\n${link}`,
    `-- \n${t("queue.why")}\n${absolute(routes.accountNotifications())}`,
  ].join("\n\n");
  const headers = { "Auto-Submitted": "auto-generated" };
  return { to: email, subject, text: `${text}\n`, headers, link };
}
