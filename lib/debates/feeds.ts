import { Feed } from "feed";
import { routes } from "@/lib/routes";
import type { DebateFeed, FeedEntry } from "./queries/feed";

export const feedFormats = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
} as const;
export type FeedFormat = keyof typeof feedFormats;

export type FeedWords = {
  siteName: string;
  /** The heading of the feed, of a debate's title. */
  title: (debate: string) => string;
  /** An entry's title: its number, side and claim. */
  entry: (entry: FeedEntry) => string;
  deletedAccount: string;
  licence: string;
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** People's words as HTML that shows exactly those words: nothing in them is markup. */
export function asHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** Words as paragraphs of HTML. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${asHtml(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/**
 * The new arguments of a debate as a feed.
 *
 * @param site the address of the site, without a slash at the end
 */
export function writeFeed(
  debate: DebateFeed,
  { format, site, words }: { format: FeedFormat; site: string; words: FeedWords },
): string {
  const url = (path: string) => `${site}${path}`;
  const own = url(routes.debateFeed(debate.slug));
  const feed = new Feed({
    id: url(routes.debate(debate.slug)),
    link: url(routes.debate(debate.slug)),
    title: words.title(debate.title),
    description: debate.motion,
    language: debate.language,
    updated: debate.updatedAt,
    generator: words.siteName,
    copyright: words.licence,
    feedLinks: { atom: own, rss: `${own}?format=rss` },
  });
  for (const entry of debate.entries) {
    const link = url(routes.argument(debate.slug, entry.id));
    feed.addItem({
      id: link,
      link,
      title: asHtml(words.entry(entry)),
      content: paragraphs(entry.body || entry.title),
      author: [{ name: entry.author ?? words.deletedAccount }],
      published: entry.createdAt,
      date: entry.updatedAt,
    });
  }
  return format === "rss" ? feed.rss2() : feed.atom1();
}
