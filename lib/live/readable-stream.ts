import type { Listener, Sink } from "./channel";
import type { Hub } from "./hub";

/** A web stream as something that the hub writes to. */
class StreamSink implements Sink {
  destroyed = false;

  constructor(
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
    private readonly onClose: () => void,
  ) {}

  get writableLength(): number {
    return Math.max(0, -(this.controller.desiredSize ?? 0));
  }

  write(bytes: Buffer): void {
    if (!this.destroyed) this.controller.enqueue(bytes);
  }

  end(bytes: Buffer): void {
    if (this.destroyed) return;
    this.write(bytes);
    this.controller.close();
    this.closed();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.controller.error(new Error("the reader is too slow"));
    this.closed();
  }

  closed(): void {
    this.destroyed = true;
    this.onClose();
  }
}

/** A debate's events as a web stream, for servers that have no socket to offer. */
export function readableStream(
  hub: Hub,
  listening: Pick<Listener, "debateId" | "credential" | "network">,
  after: number | null,
): ReadableStream<Uint8Array> {
  let sink: StreamSink;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = new StreamSink(controller, () => {
          hub.leave(listener);
          hub.doors.leave(listening.network);
        });
        const listener: Listener = { ...listening, sink, turn: 0 };
        hub.join(listener, after).catch(() => sink.destroy());
      },
      cancel: () => sink.closed(),
    },
    { size: (bytes) => bytes.byteLength, highWaterMark: 0 },
  );
}
