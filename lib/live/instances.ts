import { onChanged, tellChanged } from "./changes";
import { lineChannels } from "./line/line";
import { openLine } from "./line/open-line";
import { readTags, type Tag } from "./tags";

const batchMilliseconds = 250;
/** A message of PostgreSQL holds this many tags, whatever their length. */
const tagsAtOnce = 100;

export type Instances = { stop: () => Promise<void> };

/**
 * Tells the other instances on this database what changed here, and hears what changed there: one
 * message for all changes of 250 ms, never inside a write.
 *
 * @param onBlind called when the line was lost, so that changes may have been missed
 */
export function connectInstances(databaseUrl: string, onBlind: () => void): Instances {
  const line = openLine(databaseUrl);
  const self = Math.random().toString(36).slice(2);
  const waiting = new Set<Tag>();
  let echo = false;

  const stopHearing = [
    line.onBlind(onBlind),
    line.hear(lineChannels.changed, (payload) => {
      const [sender, ...told] = payload.split(" ");
      if (sender === self) return;
      echo = true;
      tellChanged(...readTags(told.join(" ")));
      echo = false;
    }),
    onChanged((tags) => {
      if (!echo) for (const tag of tags) waiting.add(tag);
    }),
  ];

  async function send(): Promise<void> {
    const batch = [...waiting].slice(0, tagsAtOnce);
    if (batch.length === 0) return;
    for (const tag of batch) waiting.delete(tag);
    if (await line.send(lineChannels.changed, [self, ...batch].join(" "))) return;
    for (const tag of batch) waiting.add(tag);
  }
  const timer = setInterval(() => void send(), batchMilliseconds);
  timer.unref();

  return {
    stop: async () => {
      clearInterval(timer);
      for (const stop of stopHearing) stop();
      await send();
      await line.close();
    },
  };
}
