import "server-only";
import type { Stance } from "@/lib/arguments/vocabulary";
import type { ArgumentTeaser } from "@/lib/arguments/view";
import { siteUrl } from "@/lib/env";
import { siteLocale } from "@/lib/i18n/catalogue";
import { directionOf } from "@/lib/i18n/locales";
import { translator, type Words } from "@/lib/i18n/translator";
import { routes } from "@/lib/routes";
import { html, type Markup } from "./markup";
import type { ArgumentEmbed, DebateEmbed } from "./view";

type Page = { title: string; canonical: string | null; debateId: number | null; body: Markup };

/**
 * A page that other sites show in a frame: no cookie, no framework, one script that tells the frame's
 * height. `data-embed` tells lib/server/edition that the page is finished as it is.
 */
function documentOf({ title, canonical, debateId, body }: Page): string {
  const locale = siteLocale();
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}" data-embed>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        ${debateId === null ? null : html`<meta name="debate" content="${debateId}" />`}
        <title>${title}</title>
        ${canonical === null ? null : html`<link rel="canonical" href="${canonical}" />`}
        <link rel="stylesheet" href="/embed.css" />
        <script src="/embed-frame.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return page.markup.replace(/\n\s*/g, "\n").replace("<!doctype html>\n", "<!doctype html>");
}

const absolute = (path: string) => `${siteUrl()}${path}`;

/** A link that leaves the frame. */
function link(path: string, words: string | Markup, kind = ""): Markup {
  return html`<a href="${absolute(path)}" target="_blank" rel="noopener" class="${kind}"
    >${words}</a
  >`;
}

/** A voice's drawn mark with its word. */
function voice(stance: Stance, words: string): Markup {
  const shape = stance === "SUPPORT" ? "M6 1 11.5 11H.5Z" : "M6 11 .5 1h11Z";
  return html`<span class="voice ${stance.toLowerCase()}"
    ><svg viewBox="0 0 12 12" aria-hidden="true"><path d="${shape}" /></svg>${words}</span
  >`;
}

/** The motion, the decision's status, both sides and their strongest arguments. */
export function debateDocument(embed: DebateEmbed): string {
  const t = translator("embeds");
  const { debate, strongest, statusLine } = embed;
  const href = routes.debate(debate.slug);
  const weighed = Boolean(strongest.support?.votes.count && strongest.oppose?.votes.count);
  const heading = (stance: Stance) => t(weighed ? `strongest.${stance}` : `first.${stance}`);
  return documentOf({
    title: debate.title,
    canonical: absolute(href),
    debateId: debate.id,
    body: html`<main aria-label="${debate.title}">
      <p class="kicker">${debate.title}${statusOf(debate.status)}</p>
      <h1 dir="auto" lang="${debate.language}">${link(href, debate.motion)}</h1>
      ${statusLine ? html`<p class="status" dir="auto">${statusLine}</p>` : null} ${balance(embed)}
      <div class="sides">
        ${teaser(debate.slug, strongest.support, heading("SUPPORT"))}
        ${teaser(debate.slug, strongest.oppose, heading("OPPOSE"))}
      </div>
      ${footer(href, t("readBoth"))}
    </main>`,
  });
}

function statusOf(status: string): Markup | null {
  if (status === "OPEN") return null;
  return html` · <strong>${translator("debates")(`status.${status}`)}</strong>`;
}

function balance({ balance: { support, oppose, share } }: DebateEmbed): Markup {
  const t = translator("debates");
  const common = translator("common");
  const all = support + oppose;
  const part = share ?? (all > 0 ? support / all : 0.5);
  const percent = Math.round(part * 1000) / 10;
  const words = (count: number, of: number | null) =>
    [
      t("balance.side", { count }),
      ...(of === null ? [] : [t("balance.share", { share: of })]),
    ].join(" · ");
  return html`<div class="balance">
    <p>
      ${voice("SUPPORT", common("voice.SUPPORT"))}
      <span class="count">${words(support, share)}</span>
    </p>
    <p>
      ${voice("OPPOSE", common("voice.OPPOSE"))}
      <span class="count">${words(oppose, share === null ? null : 1 - share)}</span>
    </p>
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="support" width="${Math.max(0, percent - 0.25)}" height="4" />
      <rect
        class="oppose"
        x="${percent + 0.25}"
        width="${Math.max(0, 99.75 - percent)}"
        height="4"
      />
    </svg>
  </div>`;
}

function teaser(slug: string, argument: ArgumentTeaser | null, heading: string): Markup | null {
  if (!argument) return null;
  const { id, stance, title, votes } = argument;
  return html`<section class="argument ${stance.toLowerCase()}">
    <p>${voice(stance, heading)}</p>
    <h2 dir="auto">${link(routes.argument(slug, id), title)}</h2>
    <p class="weight">${weight(votes)}</p>
  </section>`;
}

function weight({ count, mean }: { count: number; mean: number | null }): string {
  const t = translator("voting");
  return count === 0 || mean === null ? t("noVotes") : t("mean", { mean, count });
}

/** One argument: what it answers, its claim, the beginning of its reasons, its weight. */
export function argumentDocument({ debate, argument, answers }: ArgumentEmbed): string {
  const t = translator("embeds");
  const { stance, number, title, sources, children } = argument;
  const href = routes.argument(debate.slug, argument.id);
  const answered = answers ? t("answers", { title: answers.title }) : t("onMotion");
  const facts = [
    weight(argument.votes),
    t("sources", { count: sources.length }),
    t("replies", { count: children.support + children.oppose }),
  ];
  return documentOf({
    title,
    canonical: absolute(href),
    debateId: debate.id,
    body: html`<main aria-label="${title}">
      <p class="kicker">
        ${answered}${answers ? null : html` ${link(routes.debate(debate.slug), debate.motion)}`}
      </p>
      <section class="argument ${stance.toLowerCase()}">
        <p>
          ${voice(stance, translator("common")(`voice.${stance}`))}
          <span class="count">${number}</span>
          ${argument.status === "ARCHIVED" ? html`<strong>${t("archived")}</strong>` : null}
        </p>
        <h1 dir="auto" lang="${debate.language}">${link(href, title)}</h1>
        <p class="weight">${facts.join(" · ")}</p>
      </section>
      ${footer(href, t("readReasons"))}
    </main>`,
  });
}

/** What a frame shows whose debate or argument is not there, or not public. */
export function missingDocument(): string {
  const t: Words = translator("embeds");
  return documentOf({
    title: t("missing.title"),
    canonical: null,
    debateId: null,
    body: html`<main aria-label="${t("missing.title")}">
      <h1>${t("missing.title")}</h1>
      <p class="status">${t("missing.lead")}</p>
      ${footer(routes.home(), t("missing.elsewhere"))}
    </main>`,
  });
}

function footer(href: string, words: string): Markup {
  const name = translator("common")("siteName");
  return html`<p class="more">
    ${link(href, html`${words}<span class="new-tab"> (${translator("embeds")("newTab")})</span>`)}
    <span class="name">${name}</span>
  </p>`;
}
