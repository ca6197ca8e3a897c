import "server-only";
import { Channel, mostUnread, type Listener } from "./channel";
import { Doors } from "./doors";
import { canResume, eventsAfter, newestEvent, type StoredEvent } from "./queries/events";
import { wire } from "./wire";

/** Every stream is written to at least this often, in ticks of a second. */
const beatTurns = 15;

/**
 * All open streams of this process. It reads what is new once for every debate, however many
 * listen, and writes the same bytes to each of them.
 */
export class Hub {
  readonly doors: Doors;
  private readonly channels = new Map<number, Promise<Channel>>();
  private readonly open = new Map<number, Channel>();
  private readonly wanted = new Set<number>();
  private reading: Promise<void> | null = null;
  private turn = 0;

  /** @param counted told how many listen to a debate, whenever that changes */
  constructor(
    private readonly counted: (debateId: number, count: number) => void,
    doors = new Doors(),
  ) {
    this.doors = doors;
  }

  get debates(): IterableIterator<Channel> {
    return this.open.values();
  }

  /**
   * Adds a stream whose headers are sent, after what it has missed. Whoever adds it calls `leave`
   * when it is closed.
   *
   * @param after the event that the reader heard last; null begins with what comes
   */
  async join(listener: Listener, after: number | null): Promise<void> {
    listener.turn = this.turn = (this.turn + 1) % beatTurns;
    const channel = await this.channel(listener.debateId);
    channel.joining += 1;
    try {
      await this.catchUp(channel, listener, after);
      if (listener.sink.destroyed) return;
      channel.listeners.add(listener);
      if (channel.toldHere >= 0) listener.sink.write(wire.here({ count: channel.toldHere }));
      this.counted(channel.debateId, channel.listeners.size);
    } finally {
      channel.joining -= 1;
    }
  }

  leave(listener: Listener): void {
    const channel = this.open.get(listener.debateId);
    if (channel?.listeners.delete(listener)) {
      this.counted(channel.debateId, channel.listeners.size);
    }
  }

  /** Reads what is new in these debates, those that somebody here listens to. */
  look(debateIds: Iterable<number>): Promise<void> {
    for (const debateId of debateIds) if (this.open.has(debateId)) this.wanted.add(debateId);
    this.reading ??= this.read().finally(() => (this.reading = null));
    return this.reading;
  }

  lookEverywhere(): Promise<void> {
    return this.look(this.open.keys());
  }

  /** Once a second: forgets debates without listeners, and lets the others know we are here. */
  tick(second: number): void {
    for (const channel of this.open.values()) {
      channel.delivered = 0;
      if (channel.listeners.size === 0 && channel.joining === 0) {
        this.open.delete(channel.debateId);
        this.channels.delete(channel.debateId);
      }
      for (const { sink, turn } of channel.listeners) {
        if (turn === second % beatTurns) sink.write(wire.beat);
      }
    }
  }

  /** Ends every stream; readers come back to another instance, not all at once. */
  end(): void {
    const goodbyes = Array.from({ length: beatTurns }, (_, turn) => wire.end(500 + turn * 150));
    for (const { listeners } of this.open.values()) {
      for (const { sink, turn } of listeners) sink.end(goodbyes[turn]!);
    }
  }

  private channel(debateId: number): Promise<Channel> {
    const known = this.channels.get(debateId);
    if (known) return known;
    const opening = newestEvent(debateId).then((lastId) => {
      const channel = new Channel(debateId, lastId);
      this.open.set(debateId, channel);
      return channel;
    });
    this.channels.set(debateId, opening);
    opening.catch(() => this.channels.delete(debateId));
    return opening;
  }

  /** Writes what was missed: from memory, or read from the database a page at a time. */
  private async catchUp(channel: Channel, { sink }: Listener, after: number | null): Promise<void> {
    let at = after ?? channel.lastId;
    sink.write(wire.begin(at));
    for (;;) {
      const kept = channel.since(at);
      if (kept) return kept.forEach((bytes) => sink.write(bytes));
      const missed = await eventsAfter([{ debateId: channel.debateId, lastId: at }]);
      if (!(await canResume(channel.debateId, at))) {
        sink.write(wire.reset(channel.lastId));
        at = channel.lastId;
        continue;
      }
      for (const event of missed) sink.write(wire.change(event.id, event.payload));
      at = missed.at(-1)?.id ?? channel.lastId;
      while (sink.writableLength > mostUnread && !sink.destroyed) await breath();
      if (sink.destroyed) return;
    }
  }

  private async read(): Promise<void> {
    while (this.wanted.size > 0) {
      const known = [...this.wanted].flatMap((debateId) => this.open.get(debateId) ?? []);
      this.wanted.clear();
      const events = await eventsAfter(known);
      for (const event of events) this.deliver(event);
      if (events.length >= 500) for (const { debateId } of known) this.wanted.add(debateId);
    }
  }

  private deliver({ debateId, id, payload }: StoredEvent): void {
    this.open.get(debateId)?.deliver(id, wire.change(id, payload));
  }
}

const breath = () => new Promise((resolve) => setTimeout(resolve, 50));
