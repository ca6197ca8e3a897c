import "server-only";
import { siteUrl } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { frameCode } from "./frame";
import { escapeText } from "./markup";
import { getArgumentEmbed, getDebateEmbed } from "./queries";
import { frameSizes, readEmbeddable, readLength, type Embeddable } from "./schema";

type Subject = { what: Embeddable; title: string; author?: string };

/** What may be shown, as anybody sees it. */
async function findSubject(what: Embeddable): Promise<Subject | null> {
  if (what.kind === "debate") {
    const embed = await getDebateEmbed(what.slug);
    return embed && { what, title: embed.debate.motion };
  }
  const embed = await getArgumentEmbed(what.id);
  return embed && { what, title: embed.argument.title, author: embed.argument.author?.name };
}

type Oembed = Record<string, string | number>;

/**
 * How to show a page of this site, as oembed.com describes it (type "rich", version 1.0).
 *
 * @param query url, and format, maxwidth and maxheight
 * @returns 404 for what is not public or not ours, 501 for another format
 */
export async function answerOembed(query: URLSearchParams): Promise<Response> {
  const t = translator("embeds");
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return refuse(501, t("oembed.format"));
  const url = query.get("url");
  if (!url) return refuse(400, t("oembed.url"));
  const what = readEmbeddable(url, siteUrl());
  const subject = what && (await findSubject(what));
  if (!subject) return refuse(404, t("oembed.notFound"));
  const answer = describe(subject, query);
  return new Response(format === "json" ? JSON.stringify(answer) : asXml(answer), {
    headers: {
      ...headers,
      "content-type": `${format === "json" ? "application/json" : "text/xml"}; charset=utf-8`,
      "cache-control": "public, max-age=300",
    },
  });
}

function describe({ what, title, author }: Subject, query: URLSearchParams): Oembed {
  const usual = frameSizes[what.kind];
  const width = Math.min(usual.width, readLength(query.get("maxwidth")) ?? usual.width);
  const height = Math.min(usual.height, readLength(query.get("maxheight")) ?? usual.height);
  return {
    version: "1.0",
    type: "rich",
    provider_name: translator("common")("siteName"),
    provider_url: siteUrl(),
    title,
    ...(author === undefined ? {} : { author_name: author }),
    cache_age: 300,
    width,
    height,
    html: frameCode({ what, title, width, height }, siteUrl()),
  };
}

function asXml(answer: Oembed): string {
  const lines = Object.entries(answer).map(
    ([name, value]) => `  <${name}>${escapeText(withoutControls(String(value)))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${lines.join("\n")}\n</oembed>\n`;
}

/** XML has no way to write these. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

const headers = { "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };

function refuse(status: 400 | 404 | 501, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: {
      ...headers,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}
