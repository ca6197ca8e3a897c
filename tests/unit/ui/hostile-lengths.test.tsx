import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { wordsChanged } from "@/components/arguments/history/words-changed";
import { Markdown } from "@/components/ui/markdown";
import common from "@/lib/i18n/messages/en/common.json";
import { normaliseText } from "@/lib/shared/text";

const longest = 8000;
const filled = (part: string) => part.repeat(longest / part.length);

function shown(markdown: string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="UTC">
      <Markdown>{markdown}</Markdown>
    </NextIntlClientProvider>,
  );
}

describe("One person's text does not take a page from every reader", () => {
  test.each([">", "> ", "1. ", "- > ", ">1) ", ">\t"])(
    "quotations and lists without end: %j",
    (sign) => {
      const html = shown(`${filled(sign)}the last word`);
      expect(html).toContain("the last word");
      expect(html.match(/<(blockquote|ul|ol)/g)!.length).toBeLessThan(40);
    },
  );

  test("deeper with every line", () => {
    const lines = Array.from({ length: 40 }, (_, line) => "\t".repeat(8 * line) + "-\t".repeat(8));
    expect(shown(lines.join("x\n"))).toContain("<ul>");
  });

  test.each(["*a **b ", "*_", "**", "~a~~b"])("nothing but signs of emphasis: %j", (sign) => {
    const began = performance.now();
    expect(shown(filled(sign))).not.toMatch(/<(em|strong|del)/);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test("what people write keeps its shape", () => {
    expect(shown("> > a **strong** word")).toMatch(/<blockquote[^>]*>\s*<blockquote[^]*<strong>/);
    expect(shown("- - - - - - - - - - - - - - - - - - - - - - -")).toContain("<hr/>");
    expect(shown(filled("a **strong** word ").slice(0, 3996))).toContain("<strong>strong</strong>");
  });
});

test("Sixty thousand blanks are put in order at once", () => {
  const began = performance.now();
  expect(normaliseText(`a${" ".repeat(65_000)}b \t\nc`)).toBe(`a${" ".repeat(65_000)}b\nc`);
  expect(performance.now() - began).toBeLessThan(300);
});

test("Two texts with nothing in common are compared at once, and shown whole", () => {
  const [before, after] = [filled(".,"), filled(";:")];
  const began = performance.now();
  expect(wordsChanged(before, after)).toEqual([
    { text: before, change: "removed" },
    { text: after, change: "added" },
  ]);
  expect(performance.now() - began).toBeLessThan(2000);
});
