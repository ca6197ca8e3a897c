import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import { env } from "@/lib/env";
import { lineChannels, type Line, type LineChannel } from "./line";
import { Switchboard } from "./switchboard";

/** Several sites may share one Redis: only instances with the same secret hear each other. */
function siteName(): string {
  return createHash("sha256")
    .update(env.NEXTAUTH_SECRET ?? "")
    .digest("hex")
    .slice(0, 12);
}

/** PUBLISH and SUBSCRIBE of Redis or Valkey, which need a connection each. */
export function openRedisLine(redisUrl: string): Line {
  const board = new Switchboard();
  const suffix = `:${siteName()}`;
  const options = { retryStrategy: (times: number) => Math.min(times * 200, 2000) };
  const publisher = new Redis(redisUrl, {
    ...options,
    enableOfflineQueue: false,
    connectionName: "counterpoint",
  });
  const subscriber = new Redis(redisUrl, { ...options, connectionName: "counterpoint live" });
  // Reported by what they lead to: a line that is blind, a message that did not leave.
  for (const connection of [publisher, subscriber]) connection.on("error", () => undefined);
  subscriber.on("close", () => board.tellBlind());
  subscriber.on("message", (channel: string, text: string) => {
    board.tell(channel.slice(0, -suffix.length), text);
  });
  const names = Object.values(lineChannels).map((channel: LineChannel) => channel + suffix);
  // Subscribes again by itself after a lost connection; "ready" comes each time.
  subscriber.on("ready", () => {
    subscriber.subscribe(...names).then(
      () => board.tellBlind(),
      () => undefined,
    );
  });

  return {
    hear: board.hear,
    onBlind: board.onBlind,
    send: (channel, text) =>
      publisher.publish(channel + suffix, text).then(
        () => true,
        () => false,
      ),
    close: async () => {
      publisher.disconnect();
      subscriber.disconnect();
      await Promise.resolve();
    },
  };
}
