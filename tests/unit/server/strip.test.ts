import { expect, test } from "vitest";
import { tags } from "@/lib/live/tags";
import { eventInPage, readersEdition, strictPolicy, tagsInPage } from "@/lib/server/edition/strip";

const page = `<!DOCTYPE html><html><head><meta name="debate" content="42"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>
<link rel="stylesheet" href="/_next/a.css"/><script src="/theme.js"></script></head>
<body><script type="application/ld+json">{"a":"\\u003c/script>"}</script><p>Words</p>
<script src="/_next/b.js" async=""></script><script>self.__next_f.push([1,"x"])</script>
<script id="_R_">requestAnimationFrame(function(){})</script></body></html>`;

test("the reader's edition has no script of the framework and none inline", () => {
  const html = readersEdition(page);
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) =>
    attributes!.trim(),
  );
  expect(scripts).toEqual([
    'src="/theme.js"',
    'src="/reader.js" defer',
    'type="application/ld+json"',
  ]);
  expect(html).not.toContain("_next/a.js");
  expect(html).toContain("_next/a.css");
  expect(html).toContain("<p>Words</p>");
});

test("a page names the newest event that it shows", () => {
  const live = '<div data-live="{&quot;events&quot;:&quot;/x&quot;,&quot;after&quot;:71,&quot;';
  expect(eventInPage(`<p>${live}debate&quot;:&quot;after&quot;}" hidden=""></div></p>`)).toBe(71);
  expect(eventInPage(page)).toBeNull();
});

test("a page names its debate", () => {
  expect(tagsInPage(page)).toEqual([tags.debate(42)]);
  expect(tagsInPage("<p></p>")).toEqual([]);
});

test("its policy allows no inline script", () => {
  const policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; connect-src 'self'";
  expect(strictPolicy(policy)).toBe("default-src 'self'; script-src 'self'; connect-src 'self'");
});

test("a frame for other sites is left as it is made", () => {
  const frame =
    '<!doctype html><html lang="en" data-embed><head><script src="/embed-frame.js" defer></script></head></html>';
  expect(readersEdition(frame)).toBe(frame);
  expect(readersEdition(`${page}<!doctype html><html data-embed>`)).toContain("/reader.js");
});
