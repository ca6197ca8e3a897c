/** What a page hears: `change`, `here`, `reset` or `ended`, as the API describes them. */
export type Heard = { event: string; id: number; data: unknown };

type Message = { kind: "heard"; heard: Heard } | { kind: "joined"; after: number };

const events = ["change", "here", "reset", "ended"] as const;
/** How many messages a leading tab keeps for tabs that are opened later. */
const remembered = 200;
const firstRetry = 10_000;
const longestRetry = 5 * 60_000;

/**
 * Listens to a debate with one stream for the whole browser: of its visible tabs one holds a lock
 * and the stream, and tells the others. Hidden tabs hold none; shown again, they hear what they
 * have missed. Without locks every visible tab has a stream of its own.
 *
 * @param after the event that the page already shows
 * @returns a function that stops listening
 */
export function listen(url: string, after: number, hear: (heard: Heard) => void): () => void {
  const tab = new Tab(url, after, hear);
  const look = () => (document.visibilityState === "visible" ? tab.show() : tab.hide());
  const hide = () => tab.hide();
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", hide);
  addEventListener("pageshow", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    removeEventListener("pagehide", hide);
    removeEventListener("pageshow", look);
    tab.close();
  };
}

class Tab {
  private readonly others: BroadcastChannel | null;
  private waiting: AbortController | null = null;
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryAfter = firstRetry;
  private memory: Heard[] = [];
  /** The leading tab's stream began after this event. */
  private from = 0;

  constructor(
    private readonly url: string,
    private after: number,
    private readonly deliver: (heard: Heard) => void,
  ) {
    const shares = "locks" in navigator && typeof BroadcastChannel === "function";
    this.others = shares ? new BroadcastChannel(`live ${url}`) : null;
    this.others?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (data.kind === "heard") this.hear(data.heard);
      else if (this.source) this.welcome(data.after);
    });
  }

  show(): void {
    if (this.waiting) return;
    const waiting = (this.waiting = new AbortController());
    if (!this.others) return this.open();
    this.tell({ kind: "joined", after: this.after });
    navigator.locks
      .request(`live ${this.url}`, { signal: waiting.signal }, () => {
        if (waiting.signal.aborted) return;
        this.open();
        return new Promise<void>((release) => {
          waiting.signal.addEventListener("abort", () => release());
        });
      })
      .catch(() => undefined); // no longer waiting for it
  }

  hide(): void {
    this.waiting?.abort();
    this.waiting = null;
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  close(): void {
    this.hide();
    this.others?.close();
  }

  private open(): void {
    this.memory = [];
    this.from = this.after;
    this.source?.close();
    const source = (this.source = new EventSource(`${this.url}?after=${this.after}`));
    for (const event of events) {
      source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        const heard = { event, id: Number(lastEventId), data: JSON.parse(data) as unknown };
        this.memory = [...this.memory, heard].slice(-remembered);
        this.tell({ kind: "heard", heard });
        this.hear(heard);
        // Whoever this page was made for may not listen any more.
        if (event === "ended") source.close();
      });
    }
    source.onopen = () => (this.retryAfter = firstRetry);
    source.onerror = () => {
      // While it connects again by itself there is nothing to do; a refusal ends it.
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      this.retry = setTimeout(() => this.open(), this.retryAfter * (0.75 + Math.random() / 2));
      this.retryAfter = Math.min(this.retryAfter * 2, longestRetry);
    };
  }

  /** A tab was opened: it hears what came since its page was made. */
  private welcome(after: number): void {
    const complete = after >= this.from && this.memory.length < remembered;
    if (!complete && after < this.after) {
      const mine = this.after;
      this.after = after;
      this.open();
      this.after = mine;
      return;
    }
    for (const heard of this.memory) this.tell({ kind: "heard", heard });
  }

  /** Each change once, whichever way it came. */
  private hear(heard: Heard): void {
    if (heard.event !== "here" && heard.event !== "ended") {
      if (heard.id <= this.after) return;
      this.after = heard.id;
    }
    this.deliver(heard);
  }

  private tell(message: Message): void {
    this.others?.postMessage(message);
  }
}
