import { expect, test } from "vitest";
import { eventWord } from "@/components/webhooks/event-word";
import { translator } from "@/lib/i18n/translator";
import { jobNames } from "@/lib/jobs/registry";
import {
  deliveryNotes,
  deliveryStatuses,
  disabledReasons,
  webhookEvents,
} from "@/lib/webhooks/vocabulary";

const t = translator("webhooks");
const named = (words: readonly string[]) => words.filter((word) => word !== "");

test("Every event, state and failure of a webhook has words for its owner", () => {
  const keys = [
    ...[...webhookEvents, "ping" as const].map((event) => `event.${eventWord(event)}`),
    ...named(disabledReasons).map((reason) => `state.${reason}`),
    ...deliveryStatuses.map((status) => `log.status.${status}`),
    ...named(deliveryNotes).map((note) => `log.note.${note}`),
  ];
  for (const key of keys) expect(t.has(key), key).toBe(true);
});

test("Every kind of job has a name for administrators", () => {
  const kinds = translator("jobs");
  for (const name of jobNames) expect(kinds.has(`kind.${name}`), name).toBe(true);
});
