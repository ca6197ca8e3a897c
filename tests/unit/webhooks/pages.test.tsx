import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QueueList } from "@/components/jobs/queue-list";
import { WebhookList } from "@/components/webhooks/webhook-list";
import { loadMessages } from "@/lib/i18n/catalogue";
import type { QueueView } from "@/lib/jobs/view";
import type { WebhookView } from "@/lib/webhooks/view";
import type { ReactNode } from "react";

const shown = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en-GB"
      timeZone="UTC"
      messages={loadMessages("en-GB") as AbstractIntlMessages}
      onError={(error) => {
        throw error;
      }}
    >
      {children}
    </NextIntlClientProvider>,
  );

const webhook: WebhookView = {
  id: 7,
  url: "https://hooks.example.org/a",
  debate: null,
  events: ["votes.changed"],
  createdAt: new Date("2026-03-04T05:06:07Z"),
  disabledAt: null,
  disabledReason: "",
  failingSince: null,
  rested: null,
};

test("A member reads of each webhook where it leads and whether it is sent to", () => {
  const at = new Date("2026-03-05T05:06:07Z");
  const html = shown(
    <WebhookList
      webhooks={[
        webhook,
        { ...webhook, id: 8, disabledAt: at },
        { ...webhook, id: 9, disabledAt: at, disabledReason: "GONE" },
        { ...webhook, id: 10, failingSince: at, debate: { slug: "d", title: "Sundays" } },
      ]}
    />,
  );
  expect(html).toContain('href="/account/webhooks/7"');
  for (const words of ["Active", "Paused by you", "it is gone (410)", "Sundays"]) {
    expect(html).toContain(words);
  }
  expect(html).toMatch(/Nothing has arrived since <time/);
  expect(html).toContain("All public debates");
});

test("A member who was suspended reads from when to when nothing was sent, and where it says why", () => {
  const [from, until] = [new Date("2026-03-05T05:06:07Z"), new Date("2026-03-08T07:06:07Z")];
  const html = shown(
    <WebhookList
      webhooks={[
        { ...webhook, rested: { from, until, entry: 12 } },
        { ...webhook, id: 8, rested: { from, until: null, entry: 13 } },
      ]}
    />,
  );
  expect(html).toMatch(/Nothing was sent from <time.*to <time.*not made up for/);
  expect(html).toMatch(/Nothing is sent since <time/);
  for (const entry of [12, 13]) expect(html).toContain(`/modlog/${entry}`);
});

test("An administrator reads how each kind of work stands", () => {
  const queue: QueueView = {
    name: "housekeeping",
    waiting: 1,
    later: 2,
    active: 3,
    retrying: 4,
    failed: 5,
    done: 1234,
    cancelled: 0,
    lastRun: new Date("2026-03-04T05:06:07Z"),
    lastError: "the disk was full",
    cron: "17 * * * *",
    nextRun: new Date("2026-03-04T06:17:00Z"),
  };
  const html = shown(
    <QueueList
      queues={[
        queue,
        { ...queue, name: "webhook-delivery", cron: null, nextRun: null, lastRun: null },
      ]}
    />,
  );
  for (const words of ["Tidying up", "the disk was full", "06:17", "never", "1234"]) {
    expect(html).toContain(words);
  }
});
