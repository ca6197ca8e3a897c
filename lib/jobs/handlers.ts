import "server-only";
import type { JobName, ParsedJobData } from "./registry";

/** Does one job; `signal` is aborted when its time is over or the process is about to stop. */
export type Handler<Name extends JobName> = (
  data: ParsedJobData<Name>,
  signal: AbortSignal,
) => Promise<unknown>;

/** What each job does. Loaded when first needed, so that a server starts without it. */
export const handlers: { [Name in JobName]: Handler<Name> } = {
  housekeeping: async () => (await import("./commands/housekeeping")).cleanUp(),
  "webhook-delivery": async (data, signal) =>
    (await import("@/lib/webhooks/commands/deliver")).deliver(data, signal),
  "webhook-votes": async () => ({
    noted: await (await import("@/lib/webhooks/commands/note-votes")).noteVotes(),
  }),
  digests: async (_data, signal) =>
    (await import("@/lib/notifications/commands/send-digests")).sendDigests(new Date(), signal),
  export: async (data, signal) =>
    (await import("@/lib/interchange/commands/write-prepared")).writePreparedExport(data, signal),
  "moderation-digest": async (_data, signal) =>
    (await import("@/lib/moderation/commands/mail-moderators")).mailQueueDigests(
      new Date(),
      signal,
    ),
  "moderation-alert": async ({ review }, signal) =>
    (await import("@/lib/moderation/commands/mail-moderators")).mailUrgent(review, signal),
};

/** What a worker asks at each look: work that stands in other tables, to be turned into jobs. */
export const sources: readonly (() => Promise<number>)[] = [
  async () => (await import("@/lib/webhooks/commands/hand-over")).handOverDeliveries(),
];
