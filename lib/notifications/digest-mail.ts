import "server-only";
import { authSecret } from "@/lib/auth/cookie";
import { env, siteUrl } from "@/lib/env";
import { siteLocale } from "@/lib/i18n/catalogue";
import { siteTimeZone, translator, type Words } from "@/lib/i18n/translator";
import type { Mail } from "@/lib/mail/send";
import { routes } from "@/lib/routes";
import type { DigestView } from "./queries/digest";
import { unsubscribeToken } from "./unsubscribe-token";
import type { NotificationView } from "./view";
import { detail, sentence, subject } from "./wording";

type Line = { what: string; about: string | null; more: string | null; url: string };
type Group = { title: string; url: string; lines: Line[] };

/** What a digest says, before it is set as text or HTML. */
type Page = {
  hello: string;
  lead: string;
  groups: Group[];
  more: { words: string; url: string } | null;
  foot: { why: string; settings: Link; unsubscribe: Link };
};
type Link = { words: string; url: string };

/**
 * A digest as a message: plain words, the same as HTML, and the headers by which mail programs
 * offer to unsubscribe in one click (RFC 2369, RFC 8058).
 */
export function digestMail(digest: DigestView): Mail {
  const t = translator("mail");
  const site = new URL(siteUrl());
  const token = unsubscribeToken(digest.userId, authSecret());
  const page = toPage(digest, t, token);
  const count = digest.items.length + digest.more;
  return {
    to: digest.email,
    subject: t("digest.subject", { count, site: site.host }),
    text: asText(page),
    html: asHtml(page),
    headers: unsubscribeHeaders(absolute(routes.handlers.unsubscribe(token))),
    link: page.foot.settings.url,
  };
}

function absolute(path: string): string {
  return new URL(path, `${siteUrl()}/`).href;
}

function unsubscribeHeaders(url: string): Record<string, string> {
  const contact = env.OPERATOR_CONTACT.trim();
  const address = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact) ? contact : null;
  const ways = [url, ...(address ? [`mailto:${address}?subject=unsubscribe`] : [])];
  return {
    "List-Unsubscribe": ways.map((way) => `<${way}>`).join(", "),
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
  };
}

function toPage(digest: DigestView, t: Words, token: string): Page {
  const site = new URL(siteUrl()).host;
  const all = absolute(routes.notifications());
  return {
    hello: t("digest.hello", { name: digest.name }),
    lead: t("digest.lead", { site }),
    groups: byDebate(digest.items),
    more: digest.more > 0 ? { words: t("digest.more", { count: digest.more }), url: all } : null,
    foot: {
      why: t(`digest.why.${digest.digest}`),
      settings: { words: t("digest.settings"), url: absolute(routes.accountNotifications()) },
      unsubscribe: { words: t("digest.unsubscribe"), url: absolute(routes.unsubscribe(token)) },
    },
  };
}

/** Items under their debates, in the order in which the debates come up. */
function byDebate(items: readonly NotificationView[]): Group[] {
  const t = translator("notifications");
  const zone = { timeZone: siteTimeZone, dateStyle: "long" } as const;
  const dates = new Intl.DateTimeFormat(siteLocale(), zone);
  const groups = new Map<string, Group>();
  for (const item of items) {
    const { debate } = item;
    const slug = debate?.slug ?? "";
    const head = debate
      ? { title: debate.title, url: absolute(routes.debate(slug)) }
      : { title: new URL(siteUrl()).host, url: absolute(routes.notifications()) };
    const group = groups.get(slug) ?? { ...head, lines: [] };
    groups.set(slug, group);
    group.lines.push({
      what: sentence(item, t, (at) => dates.format(at)),
      about: subject(item, t),
      more: detail(item, t),
      url: absolute(item.href),
    });
  }
  return [...groups.values()];
}

function asText({ hello, lead, groups, more, foot }: Page): string {
  const parts = [hello, lead];
  for (const { title, url, lines } of groups) {
    parts.push(`${title}\n${url}`);
    for (const line of lines) {
      const below = [line.about, line.more, line.url].filter((text) => text !== null);
      parts.push([`* ${line.what}`, ...below.map((text) => `  ${text}`)].join("\n"));
    }
  }
  if (more) parts.push(`${more.words}\n${more.url}`);
  const { why, settings, unsubscribe } = foot;
  parts.push(
    `-- \n${why}`,
    `${settings.words}:\n${settings.url}`,
    `${unsubscribe.words}:\n${unsubscribe.url}`,
  );
  return `${parts.join("\n\n")}\n`;
}

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!);
const link = ({ words, url }: Link) => `<a href="${escape(url)}">${escape(words)}</a>`;
const paragraph = (html: string) => `<p dir="auto">${html}</p>`;

/** Plain elements in reading order, without pictures, scripts or anything loaded from elsewhere. */
function asHtml({ hello, lead, groups, more, foot }: Page): string {
  const title = escape(lead);
  const sections = groups.map(
    (group) =>
      `<h2 dir="auto">${link({ words: group.title, url: group.url })}</h2>\n` +
      `<ul>\n${group.lines.map(lineAsHtml).join("\n")}\n</ul>`,
  );
  const body = [
    `<h1>${escape(new URL(siteUrl()).host)}</h1>`,
    paragraph(escape(hello)),
    paragraph(title),
    ...sections,
    more ? paragraph(link(more)) : "",
    `<hr>`,
    paragraph(escape(foot.why)),
    paragraph(`${link(foot.settings)}<br>${link(foot.unsubscribe)}`),
  ];
  const language = siteLocale();
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 38em; margin: 1em">
${body.filter((part) => part !== "").join("\n")}
</body>
</html>
`;
}

function lineAsHtml({ what, about, more, url }: Line): string {
  const below = [about, more].filter((text) => text !== null).map((text) => escape(text));
  const first = `<strong>${link({ words: what, url })}</strong>`;
  return `<li dir="auto" style="margin-bottom: 1em">${[first, ...below].join("<br>")}</li>`;
}
