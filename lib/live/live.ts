import "server-only";
import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { log } from "@/lib/observability/log";
import { processWide } from "@/lib/shared/process-wide";
import { forgetOldEvents } from "./commands/forget-events";
import { writeEvent } from "./commands/write-event";
import { onChanged } from "./changes";
import { onHappened } from "./happenings";
import { Hub } from "./hub";
import { lineChannels, longestMessage } from "./line/line";
import { openLine } from "./line/open-line";
import { Presence } from "./presence";
import { stillMayListen } from "./queries/listening";
import { Relay } from "./relay";
import { tags } from "./tags";
import { wire } from "./wire";

const second = 1000;
/** A listener's right is looked at again this often, in seconds, and when somebody's has ended. */
const rightsEvery = 5;
/** Old events are removed this often, in seconds. */
const forgetEvery = 60;
/** No more events than this reach a listener in a second, the number of people here included. */
const mostInSecond = 4;

export type Live = { hub: Hub; stop: () => Promise<void> };

type Options = {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** Off where another instance in this process already passes on what happens in it. */
  passesOn?: boolean;
};

/**
 * The live part of one instance: passes on what happens here, hears what happens at others, and
 * keeps the open streams.
 */
export function openLive({ databaseUrl, redisUrl, passesOn = true }: Options): Live {
  const line = openLine(databaseUrl, redisUrl);
  const self = randomBytes(6).toString("hex");
  const presence = new Presence();
  const hub = new Hub((debateId, count) => presence.set(debateId, count));
  const failed = (error: unknown) => log.warn({ err: error }, "live events");
  const relay = new Relay({
    write: writeEvent,
    written: (debateId) => {
      void line.send(lineChannels.events, String(debateId));
      hub.look([debateId]).catch(failed);
    },
    failed,
  });
  const stopHearing = [
    passesOn ? onHappened((happening) => relay.hear(happening)) : () => undefined,
    onChanged((changed) => {
      if (changed.includes(tags.identities())) dropWithoutRight(hub).catch(failed);
    }),
    line.onBlind(() => void hub.lookEverywhere().catch(failed)),
    line.hear(lineChannels.events, (text) => {
      hub.look(text.split(" ").map(Number)).catch(failed);
    }),
    line.hear(lineChannels.here, (text) => {
      const [sender = "", numbers = ""] = text.split(/ (.*)/s);
      if (sender !== self) presence.hear(sender, numbers);
    }),
  ];
  const tellHere = async (numbers: string[]) => {
    for (const text of packed(numbers)) await line.send(lineChannels.here, `${self} ${text}`);
  };

  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    hub.lookEverywhere().catch(failed);
    void tellHere(presence.toTell());
    showHere(hub, presence);
    hub.tick(ticks);
    if (ticks % rightsEvery === 0) dropWithoutRight(hub).catch(failed);
    if (ticks % forgetEvery === 0) forgetOldEvents().catch(failed);
    presence.sweep();
  }, second);
  timer.unref();

  return {
    hub,
    stop: async () => {
      clearInterval(timer);
      for (const stop of stopHearing) stop();
      hub.end();
      await relay.stop();
      for (const { debateId } of hub.debates) presence.set(debateId, 0);
      await tellHere(presence.toTell());
      await line.close();
    },
  };
}

/** Tells listeners how many are here, when that has changed and they are not hearing enough. */
function showHere(hub: Hub, presence: Presence): void {
  for (const channel of hub.debates) {
    const count = presence.total(channel.debateId);
    if (count === channel.toldHere || channel.delivered >= mostInSecond) continue;
    channel.toldHere = count;
    channel.write(wire.here({ count }));
  }
}

/** Ends the streams of those who may not read any more: signed out, suspended, closed to them. */
async function dropWithoutRight(hub: Hub): Promise<void> {
  const listeners = [...hub.debates].flatMap((channel) => [...channel.listeners]);
  if (listeners.length === 0) return;
  const mayGoOn = await stillMayListen(listeners);
  for (const listener of listeners) {
    if (!mayGoOn(listener)) listener.sink.end(wire.ended);
  }
}

/** Joins texts with spaces into as few messages as they need. */
function packed(texts: readonly string[]): string[] {
  const messages: string[] = [];
  for (const text of texts) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + text.length < longestMessage - 20) {
      messages[messages.length - 1] = `${last} ${text}`;
    } else messages.push(text);
  }
  return messages;
}

type Held = { live?: Live };
const held = () => processWide<Held>("live", () => ({}));

/** The live part of this process, opened when it is first asked for; null without a database. */
export function live(): Live | null {
  const mine = held();
  if (!mine.live && env.DATABASE_URL) {
    mine.live = openLive({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL });
  }
  return mine.live ?? null;
}
