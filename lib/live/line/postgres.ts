import pg from "pg";
import { lineChannels, type Line } from "./line";
import { Switchboard } from "./switchboard";

const retryMilliseconds = 1000;

/** LISTEN and NOTIFY on one connection of its own, opened again when it is lost. */
export function openPostgresLine(databaseUrl: string): Line {
  const board = new Switchboard();
  let client: pg.Client | undefined;
  let stopped = false;

  const retry = () => {
    if (!stopped) setTimeout(() => void listen().catch(() => undefined), retryMilliseconds).unref();
  };

  async function listen(): Promise<void> {
    if (stopped) return;
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: "counterpoint live",
      keepAlive: true,
    });
    next.on("error", () => undefined);
    next.on("end", () => {
      const lost = client === next;
      if (lost) client = undefined;
      if (lost && !stopped) board.tellBlind();
      retry();
    });
    next.on("notification", ({ channel, payload = "" }) => board.tell(channel, payload));
    await next.connect();
    for (const channel of Object.values(lineChannels)) await next.query(`LISTEN ${channel}`);
    client = next;
    board.tellBlind();
  }
  void listen().catch(() => undefined);

  return {
    hear: board.hear,
    onBlind: board.onBlind,
    send: async (channel, text) => {
      if (!client) return false;
      try {
        await client.query("SELECT pg_notify($1, $2)", [channel, text]);
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
