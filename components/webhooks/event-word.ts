import type { SentEvent } from "@/lib/webhooks/vocabulary";

/** The catalogue's key for an event: it may not hold the dot of its name. */
export function eventWord(event: SentEvent): string {
  return event.replace(".", "_");
}
