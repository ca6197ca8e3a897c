import "server-only";
import { logUnexpected } from "@/lib/observability/log";
import { DomainError } from "@/lib/shared/errors";
import type { Writer } from "../formats";
import { withSnapshot } from "./snapshot";

/** A reader who takes nothing for so long is gone; the snapshot is not held for them. */
const longestPause = 60_000;
/** Pieces are sent together, so that a hundred thousand votes are no hundred thousand writes. */
const chunkSize = 64 * 1024;

/** The pieces of a document as chunks of bytes. */
export async function* inChunks(
  pieces: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      waiting.push(piece);
      size += piece.length;
      if (size < chunkSize) continue;
    }
    if (size > 0) yield encoder.encode(waiting.join(""));
    [waiting, size] = [[], 0];
    if (typeof piece !== "string") yield piece;
  }
  if (size > 0) yield encoder.encode(waiting.join(""));
}

/**
 * A debate in one format, as fast as it is read and no faster: one chunk is held. The snapshot ends
 * when the reader leaves, or takes nothing for a minute.
 *
 * @throws DomainError UNAVAILABLE when several exports are under way already
 */
export async function exportStream(
  debate: { id: number; slug: string },
  write: Writer,
): Promise<ReadableStream<Uint8Array>> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined);
  return new Promise((resolve, reject) => {
    withSnapshot(debate, async (snapshot) => {
      resolve(readable);
      for await (const chunk of inChunks(write(snapshot))) await taken(writer, chunk);
    })
      .then(() => writer.close())
      .catch((error: unknown) => {
        reject(error as Error);
        if (!(error instanceof ReaderGone || error instanceof DomainError))
          logUnexpected(error, "export");
        return writer.abort(error).catch(() => undefined);
      });
  });
}

class ReaderGone extends Error {}

async function taken(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  chunk: Uint8Array,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ReaderGone()), longestPause);
  });
  try {
    await Promise.race([writer.ready.then(() => writer.write(chunk)), late]);
  } catch {
    throw new ReaderGone();
  } finally {
    clearTimeout(timer);
  }
}
