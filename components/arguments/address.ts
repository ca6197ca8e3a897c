import { sorts, stances, type ArgumentSort, type Stance } from "@/lib/arguments/vocabulary";
import { withQuery } from "@/lib/routes";

export { anchorOf } from "./anchor-of";

/** What the address of a page with arguments says: everything the reader chose stands in the URL. */
export type ArgumentsAddress = {
  /** The page's path, without a query. */
  path: string;
  sort: ArgumentSort;
  side: Side;
  /** Only arguments with sources. */
  cited: boolean;
  afterSupport?: string;
  afterOppose?: string;
  /** The argument whose replies are open in place. */
  open?: string;
  /** The side on which a new argument is being written. */
  add?: Stance;
  /** The argument that is being answered in place. */
  reply?: string;
  stance?: Stance;
  /** The argument that was just posted. */
  posted?: string;
};

export const sides = ["both", "support", "oppose"] as const;
export type Side = (typeof sides)[number];

type Parameters = Record<string, string | string[] | undefined>;

const publicId = /^\d{1,9}-\d{1,9}$/;

/** Reads a page's query. What is not understood is left out, never an error. */
export function readAddress(path: string, query: Parameters): ArgumentsAddress {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const id = (key: string) => {
    const value = one(key);
    return value && publicId.test(value) ? value : undefined;
  };
  return {
    path,
    sort: among(sorts, one("sort")) ?? "convincing",
    side: among(sides, one("side")) ?? "both",
    cited: one("cited") === "1",
    afterSupport: one("after-support")?.slice(0, 500),
    afterOppose: one("after-oppose")?.slice(0, 500),
    open: id("open"),
    add: among(stances, one("add")?.toUpperCase()),
    reply: id("reply"),
    stance: among(stances, one("stance")?.toUpperCase()),
    posted: id("posted"),
  };
}

function among<T extends string>(allowed: readonly T[], value: string | undefined): T | undefined {
  return allowed.find((one) => one === value);
}

type Change = Partial<Omit<ArgumentsAddress, "path">>;

/**
 * The address with something changed. The way of looking (order, side, filter) stays; a new order
 * or filter starts both lists again; what was open or being written closes unless it is named.
 * @param hash the element to go to, without "#"
 */
export function hrefOf(from: ArgumentsAddress, change: Change, hash?: string): string {
  const restarts = "sort" in change || "cited" in change;
  const kept = restarts ? {} : { afterSupport: from.afterSupport, afterOppose: from.afterOppose };
  const next: Change = { sort: from.sort, side: from.side, cited: from.cited, ...kept, ...change };
  const href = withQuery(from.path, {
    sort: next.sort === "convincing" ? undefined : next.sort,
    side: next.side === "both" ? undefined : next.side,
    cited: next.cited ? 1 : undefined,
    "after-support": next.afterSupport,
    "after-oppose": next.afterOppose,
    open: next.open,
    add: next.add?.toLowerCase(),
    reply: next.reply,
    stance: next.stance,
    posted: next.posted,
  });
  return hash ? `${href}#${hash}` : href;
}
