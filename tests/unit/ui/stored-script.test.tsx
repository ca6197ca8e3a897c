import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { JsonLd } from "@/components/debates/json-ld";
import { Markdown } from "@/components/ui/markdown";
import common from "@/lib/i18n/messages/en/common.json";

function shown(markdown: string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="UTC">
      <Markdown>{markdown}</Markdown>
    </NextIntlClientProvider>,
  );
}

const harmlessTags = new Set(
  (
    "a b blockquote br code dd del div dl dt em h3 h4 h5 h6 hr i ins kbd li ol p pre q s samp " +
    "section span strike strong sub sup table tbody td tfoot th thead tr tt ul var"
  ).split(" "),
);
const harmlessAttributes = new Set(
  "href id rel dir class title align role start tabindex aria-label aria-describedby data-footnotes".split(
    " ",
  ),
);
const aTag = /<\/?([a-z][a-z0-9]*)((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;

/** A browser reads entities before it looks at an address, and takes out blanks and controls. */
function readByBrowser(attribute: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return attribute.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name
      ? (named[name as string] ?? "")
      : String.fromCodePoint(hex ? parseInt(hex as string, 16) : Number(decimal)),
  );
}

/** What in the HTML a browser would run or load, or could not be read; empty when all is well. */
function dangers(html: string): string[] {
  const found: string[] = [];
  for (const [tag, name = "", attributes = ""] of html.matchAll(aTag)) {
    if (!harmlessTags.has(name)) found.push(tag);
    for (const [, key = "", value = ""] of attributes.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)) {
      if (!harmlessAttributes.has(key)) found.push(`${name} ${key}=${value}`);
      if (key !== "href") continue;
      const { protocol } = new URL(readByBrowser(value), "https://site.example/page");
      if (!["http:", "https:", "mailto:"].includes(protocol)) found.push(`href=${value}`);
    }
  }
  if (html.replace(aTag, "").includes("<")) found.push("a tag that cannot be read");
  return found;
}

const attacks = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "text <script>alert(1)</script> text",
  "<script\n>alert(1)</script\n>",
  "<script>/*\n\n*/alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "text <img src=x onerror=alert(1)> text",
  '<img src="x" onerror="alert(1)" style="position:fixed">',
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<form action=javascript:alert(1)><button>x</button></form>",
  "<button formaction=javascript:alert(1)>x</button>",
  "<input autofocus onfocus=alert(1)>",
  "<details open ontoggle=alert(1)><summary>x</summary></details>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<body onload=alert(1)>",
  "<base href=https://evil.example/>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<style>@import 'https://evil.example/x.css';</style>",
  "<p style=\"background:url('javascript:alert(1)')\">x</p>",
  "<div style='position:fixed;inset:0'>x</div>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://ok.example" onclick="alert(1)">x</a>',
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<!--><script>alert(1)</script>-->",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><script>alert(1)</script>",
  "<x/onpointerenter=alert(1)>x</x>",
  "</div></article><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](  javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](java&#10;script:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](&#x6A&#x61vascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](javascript%3Aalert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](blob:https://site.example/1)",
  "[x](file:///etc/passwd)",
  "[x](view-source:https://site.example)",
  "[x](intent://scan/#Intent;scheme=zxing;end)",
  '[x](https://ok.example "onmouseover=alert(1)")',
  '[x](https://ok.example "\\"onmouseover=alert(1) x=\\"")',
  '[x](https://ok.example"onmouseover=alert(1))',
  "[<img src=x onerror=alert(1)>](https://ok.example)",
  "[a][1]\n\n[1]: javascript:alert(1)",
  "[a][1]\n\n[1]: <data:text/html,x> 'title'",
  "<javascript:alert(1)>",
  "<data:text/html,alert(1)>",
  "![x](javascript:alert(1))",
  "![x](https://evil.example/tracker.png)",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  '![" onerror="alert(1)](x)',
  "![x][1]\n\n[1]: https://evil.example/tracker.png",
  "[![x](https://evil.example/a.png)](javascript:alert(1))",
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  '```"><script>alert(1)</script>\nx\n```',
  "    <script>alert(1)</script>",
  "> <script>alert(1)</script>",
  "- <img src=x onerror=alert(1)>\n- [x](javascript:alert(1))",
  "# <script>alert(1)</script>",
  "| <script>alert(1)</script> | [x](javascript:alert(1)) |\n|-|-|\n| <img src=x onerror=alert(1)> | x |",
  "- [x] <input type=image src=x onerror=alert(1)>",
  'a[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
  "a[^1]\n\n[^1]: [x](javascript:alert(1)) <img src=x onerror=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "\\<script>alert(1)\\</script>",
  "**<b onmouseover=alert(1)>x</b>**",
  'www.evil.example/"onmouseover=alert(1)',
  "https://ok.example/'\"><script>alert(1)</script>",
  "javascript:alert(1)@evil.example",
  "mailto:a@b.example?subject=<script>alert(1)</script>",
];

describe("Nobody's Markdown runs or loads anything in a reader's browser", () => {
  test("there are enough attempts", () => expect(new Set(attacks).size).toBeGreaterThan(60));
  test.each(attacks)("%j", (attack) => {
    const html = shown(`Before.\n\n${attack}\n\nAfter.`);
    expect(dangers(html)).toEqual([]);
    expect(html).toContain("Before.");
  });

  test("one attempt after the other in one text", () =>
    expect(dangers(shown(attacks.join("\n\n")))).toEqual([]));

  test("the check itself knows what is dangerous", () => {
    for (const html of [
      "<script>1</script>",
      '<p onclick="1">x</p>',
      '<a href="java&#10;script:alert(1)">x</a>',
      '<img src="https://evil.example"/>',
      "<p><iframe></p>",
    ]) {
      expect(dangers(html), html).not.toEqual([]);
    }
  });
});

describe("A page's data for machines", () => {
  test.each([
    "</script><script>alert(1)</script>",
    "</ScRiPt ><img src=x onerror=alert(1)>",
    "<!--<script>",
    "\u2028</script\u2029>",
  ])("cannot be ended from inside a motion: %j", (motion) => {
    const html = renderToStaticMarkup(<JsonLd data={{ headline: motion, author: [motion] }} />);
    const inside = /^<script type="application\/ld\+json">([^]*)<\/script>$/.exec(html)?.[1] ?? "";
    expect(inside).not.toContain("<");
    expect(JSON.parse(inside)).toEqual({ headline: motion, author: [motion] });
  });
});
