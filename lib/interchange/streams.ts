import type { Stream } from "./bundle";

/** A stream in groups of so many, the last one smaller. Nothing else is held. */
export async function* inBatches<T>(stream: Stream<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of stream) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Everything in a stream; only for what is known to be short. */
export async function gather<T>(stream: Stream<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
