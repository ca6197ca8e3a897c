import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RefusedComposer } from "@/components/arguments/composer/refused-composer";
import { loadMessages } from "@/lib/i18n/catalogue";

const shown = (draft: Record<string, string> | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en-GB"
      timeZone="UTC"
      messages={loadMessages("en-GB") as AbstractIntlMessages}
      onError={(error) => {
        throw error;
      }}
    >
      <RefusedComposer
        debate="sundays"
        parent={null}
        stance="SUPPORT"
        refusal={{
          ...{ granted: false, because: "SILENCED" },
          params: { until: Date.parse("2026-03-04T05:06:00Z"), entry: 7, reason: "It sells." },
        }}
        draft={draft}
        cancel="/debates/sundays#arguments"
      />
    </NextIntlClientProvider>,
  );

test("Somebody who is silenced reads in place of the form why, and until when", () => {
  const html = shown(null);
  expect(html).toMatch(/A moderator has silenced you.*4 March 2026.*It sells\./);
  expect(html).not.toMatch(/<form|<textarea|<input/);
  expect(html).not.toContain("What you have written is kept");
});

test("What they had written is shown, so that it can be copied", () => {
  const html = shown({ stance: "SUPPORT", title: "Sunday suits families.", body: "Staff rest." });
  expect(html).toContain("What you have written is kept:");
  for (const words of ["Sunday suits families.", "Staff rest."]) expect(html).toContain(words);
});
