import { Feed } from "feed";
import { asHtml, paragraphs, type FeedFormat } from "@/lib/debates/feeds";
import { translator } from "@/lib/i18n/translator";
import { routes } from "@/lib/routes";
import { pathOfTarget } from "./log-links";
import type { LogEntryView, LogHead } from "./log-view";
import { sentenceOf } from "./wording";

export type LogFeed = {
  entries: readonly LogEntryView[];
  head: LogHead;
  /** Only of one debate, or one person. */
  of: { debate?: { slug: string; title: string }; person?: string };
  language: string;
};

/**
 * The newest entries of the log as a feed, with the log's newest hash.
 *
 * @param site the address of the site, without a slash at the end
 */
export function writeLogFeed(
  { entries, head, of, language }: LogFeed,
  { format, site }: { format: FeedFormat; site: string },
): string {
  const t = translator("modlog");
  const query = { debate: of.debate?.slug, person: of.person };
  const link = `${site}${routes.modlog(query)}`;
  const feed = new Feed({
    id: link,
    link,
    title: titleOf(of),
    description: t("feed.description", { entries: head.entries, hash: head.hash }),
    language,
    updated: new Date(entries[0]?.at ?? 0),
    generator: translator("common")("siteName"),
    copyright: "",
    feedLinks: {
      atom: `${site}${routes.modlogFeed(query)}`,
      rss: `${site}${routes.modlogFeed({ ...query, format: "rss" })}`,
    },
  });
  for (const entry of entries) feed.addItem(itemOf(entry, site));
  return format === "rss" ? feed.rss2() : feed.atom1();
}

function titleOf({ debate, person }: LogFeed["of"]): string {
  const t = translator("modlog");
  if (debate) return t("feed.titleOfDebate", { debate: debate.title });
  return person === undefined ? t("feed.title") : t("feed.titleOfPerson", { handle: person });
}

function itemOf(entry: LogEntryView, site: string) {
  const t = translator("modlog");
  const link = `${site}${routes.modlogEntry(entry.id)}`;
  const { debate } = entry.target;
  const sentence = sentenceOf(entry);
  const title = debate ? t("feed.inDebate", { entry: sentence, debate: debate.title }) : sentence;
  const about = pathOfTarget(entry.target);
  const lines = [
    entry.purged ? t("purged") : entry.reason,
    t("feed.ground", { ground: t(`grounds.${entry.ground}`) }),
    entry.undoes === null ? "" : t("feed.undoes", { id: entry.undoes }),
    entry.undoneBy === null ? "" : t("feed.undoneBy", { id: entry.undoneBy }),
    about ? `${site}${about}` : "",
    t("feed.hash", { hash: entry.hash }),
  ];
  return {
    id: link,
    link,
    title: asHtml(title),
    content: paragraphs(lines.filter((line) => line !== "").join("\n\n")),
    published: new Date(entry.at),
    date: new Date(entry.at),
  };
}
