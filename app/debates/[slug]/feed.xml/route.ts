import { createHash } from "node:crypto";
import { feedFormats, writeFeed, type FeedFormat, type FeedWords } from "@/lib/debates/feeds";
import { getFeed } from "@/lib/debates/queries/feed";
import { env, siteUrl } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";

export const dynamic = "force-dynamic";

function wordsOfFeeds(): FeedWords {
  const t = translator("feeds");
  const common = translator("common");
  return {
    siteName: common("siteName"),
    title: (debate) => t("title", { debate }),
    entry: ({ stance, number, title }) => t(`entry.${stance}`, { number, title }),
    deletedAccount: common("deletedAccount"),
    licence: t("licence", { licence: env.CONTENT_LICENCE }),
  };
}

/** New arguments of a debate: Atom, or RSS with `?format=rss`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/debates/[slug]/feed.xml">,
): Promise<Response> {
  const debate = await getFeed((await params).slug);
  if (!debate) {
    return new Response(translator("feeds")("notFound"), {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const format: FeedFormat =
    new URL(request.url).searchParams.get("format") === "rss" ? "rss" : "atom";
  const body = writeFeed(debate, { format, site: siteUrl(), words: wordsOfFeeds() });
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "content-type": feedFormats[format],
    "cache-control": "public, max-age=300",
    "last-modified": debate.updatedAt.toUTCString(),
    etag,
  };
  const known = request.headers.get("if-none-match")?.includes(etag) ?? false;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
