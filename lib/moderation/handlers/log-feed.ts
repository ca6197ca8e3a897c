import "server-only";
import { createHash } from "node:crypto";
import { getDebate } from "@/lib/debates/queries/context";
import { feedFormats, type FeedFormat } from "@/lib/debates/feeds";
import { siteUrl } from "@/lib/env";
import { siteLocale } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";
import { writeLogFeed } from "../log-feed";
import { logListSchema } from "../log-schema";
import { getLogHead, listLog } from "../queries/log";

const newest = 50;

/** GET /modlog/feed.xml: Atom, or RSS with `?format=rss`; of one debate, or about one person. */
export async function sendLogFeed(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format: FeedFormat = asked.get("format") === "rss" ? "rss" : "atom";
  const { debate: slug, person } = logListSchema.parse(Object.fromEntries(asked));
  const debate = slug === undefined ? undefined : await getDebate(slug);
  if (debate === null || (slug === undefined && asked.get("debate"))) return nothing();
  const filter = { q: "", ...(slug ? { debate: slug } : {}), ...(person ? { person } : {}) };
  const [{ items }, head] = await Promise.all([
    listLog({ ...filter, limit: newest }),
    getLogHead(),
  ]);
  const of = { ...(debate ? { debate } : {}), ...(person ? { person } : {}) };
  const body = writeLogFeed(
    { entries: items, head, of, language: siteLocale() },
    { format, site: siteUrl() },
  );
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "content-type": feedFormats[format],
    "cache-control": "public, max-age=300",
    etag,
  };
  const known = request.headers.get("if-none-match")?.includes(etag) ?? false;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

function nothing(): Response {
  return new Response(translator("feeds")("notFound"), {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
