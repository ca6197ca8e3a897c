import { tags, type Tag } from "@/lib/live/tags";

/** A page that may be kept: its canonical address and what is known of its tags before it is read. */
export type KeptAddress = {
  key: string;
  tags: Tag[];
  /** The event that the page must show already, because the reader has heard of it; 0 for none. */
  since: number;
};

type Kind = {
  path: RegExp;
  query: Record<string, RegExp>;
  tags: (match: RegExpExecArray) => Tag[];
};

const id = /^[1-9]\d{0,8}-[1-9]\d{0,8}$/;
const ways = {
  sort: /^(newest|discussed|divided|number)$/,
  side: /^(support|oppose)$/,
  cited: /^1$/,
  open: id,
};
const logFilters = {
  debate: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  // Whatever was typed: nobody's name finds nothing, and not the whole log.
  person: /^.{1,60}$/,
  action: /^[A-Z]{2,20}$/,
  ground: /^[A-Z_]{2,20}$/,
  undone: /^(true|false)$/,
};
/** The page's own tags come from the page (it names its debate); these are the others. */
const kinds: Kind[] = [
  { path: /^\/$/, query: {}, tags: () => [tags.debates()] },
  { path: /^\/debates$/, query: {}, tags: () => [tags.debates()] },
  { path: /^\/debates\/[a-z0-9-]{1,80}$/, query: ways, tags: () => [] },
  {
    path: /^\/debates\/[a-z0-9-]{1,80}\/(brief|sources|history|embed|print)$/,
    query: {},
    tags: () => [],
  },
  {
    path: /^\/debates\/[a-z0-9-]{1,80}\/arguments\/[1-9]\d{0,8}-[1-9]\d{0,8}$/,
    query: ways,
    tags: () => [],
  },
  {
    path: /^\/debates\/[a-z0-9-]{1,80}\/arguments\/[1-9]\d{0,8}-[1-9]\d{0,8}\/(history|embed)$/,
    query: {},
    tags: () => [],
  },
  {
    path: /^\/embed\/(debates\/[a-z0-9-]{1,80}|arguments\/[1-9]\d{0,8}-[1-9]\d{0,8})$/,
    query: {},
    tags: () => [],
  },
  {
    path: /^\/users\/([a-z0-9_-]{2,30})$/,
    query: { show: /^comments$/ },
    tags: ([, handle]) => [tags.member(handle!)],
  },
  { path: /^\/modlog$/, query: logFilters, tags: () => [tags.modlog()] },
  { path: /^\/modlog\/[1-9]\d{0,8}$/, query: {}, tags: () => [tags.modlog()] },
  { path: /^\/(about|rules|privacy|api)$/, query: {}, tags: () => [] },
];

/** These ask for a page of one person or one moment: never kept. */
const personal = new Set([
  "add",
  "reply",
  "stance",
  "posted",
  "after-support",
  "after-oppose",
  "comment",
  "comments",
  "replyTo",
  "cursor",
  "q",
  "status",
]);

/** Who follows a link to what they have heard of names the event. */
const event = /^[1-9]\d{0,14}$/;

/**
 * The canonical address under which this page may be kept, with its query in one order and without
 * what pages ignore; null when it may not.
 *
 * @param url the request's path and query
 */
export function keptAddress(url: string): KeptAddress | null {
  if (url.length > 500 || !url.startsWith("/") || url.startsWith("//")) return null;
  const { pathname, searchParams } = new URL(url, "http://page");
  for (const kind of kinds) {
    const match = kind.path.exec(pathname);
    if (!match) continue;
    if ([...searchParams.keys()].some((name) => personal.has(name) || name.startsWith("_")))
      return null;
    const query = new URLSearchParams();
    for (const [name, allowed] of Object.entries(kind.query)) {
      const value = searchParams.get(name);
      if (value !== null && allowed.test(value)) query.set(name, value);
    }
    const text = query.toString();
    const after = searchParams.get("after") ?? "";
    return {
      key: text ? `${pathname}?${text}` : pathname,
      tags: kind.tags(match),
      since: event.test(after) ? Number(after) : 0,
    };
  }
  return null;
}
