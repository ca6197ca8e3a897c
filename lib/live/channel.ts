import type { Credential } from "./queries/listening";

/** Where a stream is written to: a socket, or something that behaves like one. */
export type Sink = {
  write: (bytes: Buffer) => unknown;
  /** Bytes that the reader has not taken yet. */
  readonly writableLength: number;
  end: (bytes: Buffer) => unknown;
  destroy: () => unknown;
  readonly destroyed: boolean;
};

/** One open stream. There may be thousands: no timer and no closure belongs to one. */
export type Listener = {
  sink: Sink;
  debateId: number;
  /** Where it comes from, for the cap of each network. */
  network: string;
  credential: Credential | null;
  /** In which of the heartbeat's turns it is; given by the hub. */
  turn: number;
};

type Kept = { id: number; bytes: Buffer };

/** Events kept in memory for each debate, in bytes; older ones are read from the database. */
const keptBytes = 128 * 1024;
/** A reader who leaves more than this unread, in bytes, is cut off, and resumes by itself. */
export const mostUnread = 256 * 1024;

/** The listeners of one debate and its newest events, each serialised once for all of them. */
export class Channel {
  readonly listeners = new Set<Listener>();
  /** How many are about to become listeners: the channel must not go meanwhile. */
  joining = 0;
  /** The number of people here that was told last. */
  toldHere = -1;
  /** Events delivered since the last tick. */
  delivered = 0;

  private readonly kept: Kept[] = [];
  private bytes = 0;
  /** Everything after this id is kept in memory. */
  private from: number;

  constructor(
    readonly debateId: number,
    /** The id of the newest event that was delivered. */
    public lastId: number,
  ) {
    this.from = lastId;
  }

  /** Sends an event to everyone, in the order of ids; one that was sent before is left out. */
  deliver(id: number, bytes: Buffer): void {
    if (id <= this.lastId) return;
    this.lastId = id;
    this.kept.push({ id, bytes });
    this.bytes += bytes.length;
    while (this.bytes > keptBytes && this.kept.length > 1) {
      const oldest = this.kept.shift()!;
      this.bytes -= oldest.bytes.length;
      this.from = oldest.id;
    }
    this.delivered += 1;
    this.write(bytes);
  }

  /** Writes the same bytes to everyone. */
  write(bytes: Buffer): void {
    for (const { sink } of this.listeners) {
      if (sink.writableLength > mostUnread) sink.destroy();
      else sink.write(bytes);
    }
  }

  /** The events after this id as bytes, when all of them are in memory; null otherwise. */
  since(id: number): Buffer[] | null {
    if (id < this.from) return null;
    return this.kept.filter((event) => event.id > id).map(({ bytes }) => bytes);
  }
}
