import { tags, type Tag } from "@/lib/live/tags";
import type { KeptAddress } from "./address";

/** A finished answer: compressed once, sent as it is. */
export type KeptPage = {
  headers: Record<string, string>;
  brotli: Buffer;
  gzip: Buffer;
  etag: string;
  tags: readonly Tag[];
  /** The newest event of its debate when it was made; null when the page does not say. */
  event: number | null;
};

/** Reads a page anew; null when it may not be kept (not 200, a cookie, not html). */
export type Fill = (address: KeptAddress) => Promise<KeptPage | null>;

type Entry = {
  page: KeptPage;
  staleSince: number | null;
  filledAt: number;
  readAt: number;
  bytes: number;
  /** It is read anew when it is out of date for so long. */
  patience: number;
};

/** Changes within this time are one change, unless reading the page anew takes long. */
const debounce = 500;
/** Nobody reads a page that is longer out of date than this. */
const longestStale = 1000;
/** What nobody told us of (a database changed by hand) shows after this. */
const longestUnseen = 30_000;

/**
 * Finished pages in memory, bounded in bytes, least recently read first out. A stale page is
 * served while one reader's request fetches the new one, for a second at most.
 */
export class KeptPages {
  private readonly entries = new Map<string, Entry>();
  /** A vote must not look at every page there is. */
  private readonly byTag = new Map<Tag, Set<Entry>>();
  private readonly filling = new Map<string, Promise<KeptPage | null>>();
  private readonly touchedWhileFilling = new Set<string>();
  private bytes = 0;

  constructor(
    private readonly fill: Fill,
    private readonly limit: number = 64 * 1024 * 1024,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The page, from memory when it is fresh enough and shows the event that the address names. Null
   * when it may not be kept.
   */
  async read(address: KeptAddress): Promise<KeptPage | null> {
    const kept = this.peek(address);
    if (kept) return kept;
    const page = await this.refill(address);
    // It may have been asked for by somebody else, before what this reader has heard of.
    return page && isBehind(page, address, 0) ? this.refill(address) : page;
  }

  /** The page when it is in memory and fresh enough, at once; null when `read` has to wait for it. */
  peek(address: KeptAddress): KeptPage | null {
    const entry = this.entries.get(address.key);
    if (!entry) return null;
    const now = this.now();
    const age = this.staleness(entry, now);
    if (age > longestStale || isBehind(entry.page, address, age)) return null;
    entry.readAt = now;
    if (age > 0 && age >= entry.patience) void this.refill(address).catch(() => undefined);
    return entry.page;
  }

  /** Milliseconds since the page is out of date; 0 when it is not known to be. */
  private staleness(entry: Entry, now = this.now()): number {
    const unseen = now - entry.filledAt - longestUnseen;
    const stale = entry.staleSince === null ? 0 : now - entry.staleSince + 1;
    return Math.max(stale, unseen > 0 ? debounce : 0);
  }

  /** Pages that show any of this are out of date from now on. */
  touch(changed: readonly Tag[]): void {
    const names = new Set<Tag>(changed);
    if (names.has(tags.everything())) return this.touchAll();
    for (const name of names) {
      for (const entry of this.byTag.get(name) ?? []) entry.staleSince ??= this.now();
    }
    // A page that is being read at this moment may have been read before the change.
    for (const key of this.filling.keys()) this.touchedWhileFilling.add(key);
  }

  /** Everything may be out of date: changes may have been missed. */
  touchAll(): void {
    for (const entry of this.entries.values()) entry.staleSince ??= this.now();
    for (const key of this.filling.keys()) this.touchedWhileFilling.add(key);
  }

  private refill(address: KeptAddress): Promise<KeptPage | null> {
    const { key } = address;
    const running = this.filling.get(key);
    if (running) return running;
    this.touchedWhileFilling.delete(key);
    const started = this.now();
    const reading = this.fill(address)
      .then((page) => {
        this.forget(key);
        if (page) this.keep(key, page, started);
        return page;
      })
      .finally(() => {
        this.filling.delete(key);
        this.touchedWhileFilling.delete(key);
      });
    this.filling.set(key, reading);
    return reading;
  }

  private keep(key: string, page: KeptPage, started: number): void {
    const bytes = page.brotli.length + page.gzip.length + 2000;
    if (bytes > this.limit / 4) return;
    const now = this.now();
    const staleSince = this.touchedWhileFilling.has(key) ? started : null;
    // The next reading is to be done before anybody has to wait for it.
    const patience = Math.max(0, Math.min(debounce, longestStale - 2 * (now - started)));
    const entry = { page, staleSince, filledAt: now, readAt: now, bytes, patience };
    this.entries.set(key, entry);
    for (const tag of page.tags) {
      const shown = this.byTag.get(tag) ?? new Set();
      this.byTag.set(tag, shown.add(entry));
    }
    this.bytes += bytes;
    if (this.bytes > this.limit) this.makeRoom();
  }

  /** Forgets the pages that nobody has read for longest, a tenth more than need be. */
  private makeRoom(): void {
    const byAge = [...this.entries].sort(([, one], [, other]) => one.readAt - other.readAt);
    for (const [key] of byAge) {
      if (this.bytes <= this.limit * 0.9) return;
      this.forget(key);
    }
  }

  private forget(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    for (const tag of entry.page.tags) {
      const shown = this.byTag.get(tag);
      shown?.delete(entry);
      if (shown?.size === 0) this.byTag.delete(tag);
    }
    this.bytes -= entry.bytes;
  }
}

/** Whether a reader who has heard of an event would not find it in this page. */
function isBehind({ event }: KeptPage, { since }: KeptAddress, age: number): boolean {
  return event === null ? since > 0 && age > 0 : event < since;
}
