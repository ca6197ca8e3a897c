import pg from "pg";
import { onChanged, tellChanged } from "./changes";
import { readTags, type Tag } from "./tags";

const channel = "counterpoint_changed";
const batchMilliseconds = 250;
const retryMilliseconds = 1000;
/** PostgreSQL carries 8,000 bytes in one message. */
const tagsAtOnce = 300;

export type Instances = { stop: () => Promise<void> };

/**
 * Tells the other instances on this database what changed here, and hears what changed there: one
 * connection of its own, one message for all changes of 250 ms, never inside a write.
 *
 * @param onBlind called when the line was lost, so that changes may have been missed
 */
export function connectInstances(databaseUrl: string, onBlind: () => void): Instances {
  let client: pg.Client | undefined;
  let stopped = false;
  let echo = false;
  const waiting = new Set<Tag>();

  async function listen(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: "counterpoint live",
    });
    next.on("error", () => undefined);
    next.on("end", () => {
      client = undefined;
      if (stopped) return;
      onBlind();
      setTimeout(() => void listen().catch(() => undefined), retryMilliseconds).unref();
    });
    next.on("notification", ({ payload = "" }) => {
      const [sender, ...told] = payload.split(" ");
      if (sender === self) return;
      echo = true;
      tellChanged(...readTags(told.join(" ")));
      echo = false;
    });
    await next.connect();
    await next.query(`LISTEN ${channel}`);
    client = next;
    onBlind();
  }

  const self = Math.random().toString(36).slice(2);
  const stopListening = onChanged((tags) => {
    if (!echo) for (const tag of tags) waiting.add(tag);
  });
  const timer = setInterval(() => {
    if (!client || waiting.size === 0) return;
    const batch = [...waiting].slice(0, tagsAtOnce);
    for (const tag of batch) waiting.delete(tag);
    client.query("SELECT pg_notify($1, $2)", [channel, [self, ...batch].join(" ")]).catch(onBlind);
  }, batchMilliseconds);
  timer.unref();
  void listen().catch(() => undefined);

  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      stopListening();
      await client?.end();
    },
  };
}
