import { describe, expect, test } from "vitest";
import { frameCode, frameScript } from "@/lib/embeds/frame";
import { html } from "@/lib/embeds/markup";
import { frameSizes, readEmbeddable, readLength } from "@/lib/embeds/schema";

const site = "https://debate.example";

describe("Somebody who pastes an address of this site into theirs", () => {
  test.each([
    ["/debates/free-buses", { kind: "debate", slug: "free-buses" }],
    ["/debates/free-buses/", { kind: "debate", slug: "free-buses" }],
    ["/debates/free-buses?sort=newest#arguments", { kind: "debate", slug: "free-buses" }],
    ["/debates/free-buses/arguments/1-7", { kind: "argument", id: "1-7" }],
    ["/debates/free-buses/arguments/1-7#discussion", { kind: "argument", id: "1-7" }],
    ["/embed/debates/free-buses", { kind: "debate", slug: "free-buses" }],
    ["/embed/arguments/1-7", { kind: "argument", id: "1-7" }],
  ])("is understood at %s", (path, what) => {
    expect(readEmbeddable(site + path, site)).toEqual(what);
  });

  test.each([
    "https://elsewhere.example/debates/free-buses",
    "http://debate.example/debates/free-buses",
    "https://debate.example.evil.example/debates/free-buses",
    "https://debate.example@evil.example/debates/free-buses",
    "https://me:secret@debate.example/debates/free-buses",
    `${site}/`,
    `${site}/debates`,
    `${site}/debates/Free_Buses`,
    `${site}/debates/free-buses/brief`,
    `${site}/debates/free-buses/arguments/1-7/edit`,
    `${site}/debates/free-buses/arguments/0-7`,
    `${site}/account`,
    "javascript:alert(1)",
    "//debate.example/debates/free-buses",
    "/debates/free-buses",
    "",
  ])("is refused %s", (address) => {
    expect(readEmbeddable(address, site)).toBeNull();
  });
});

test("A length is a whole number of pixels, or none was asked for", () => {
  expect(readLength("320")).toBe(320);
  for (const text of [null, "", "0", "-5", "12.5", "1e3", "wide", "1000000"]) {
    expect(readLength(text)).toBeUndefined();
  }
});

describe("The code for a frame", () => {
  const what = { kind: "argument", id: "1-7" } as const;

  test("has a title, waits until it is seen, and fits any width", () => {
    const code = frameCode({ what, title: "Buses are cheap" }, site);
    expect(code).toContain(`src="${site}/embed/arguments/1-7"`);
    expect(code).toContain('title="Buses are cheap"');
    expect(code).toContain('loading="lazy"');
    expect(code).toContain(`height="${frameSizes.argument.height}"`);
    expect(code).toContain("width:100%;max-width:700px");
    expect(frameScript(site)).toBe(`<script src="${site}/embed.js" async></script>`);
  });

  test("stays one element whatever the title says", () => {
    const code = frameCode({ what, title: `"></iframe><script>alert('x')</script>` }, site);
    expect(code.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
    expect(code).toContain("&quot;&gt;&lt;/iframe&gt;&lt;script&gt;alert(&#39;x&#39;)");
  });
});

test("Text in a template is escaped once; markup is left alone", () => {
  const inner = html`<b>${"Tom & <Jerry>"}</b>`;
  expect(html`<p title="${'"'}">${inner}${null}${[inner]}${3}</p>`.markup).toBe(
    '<p title="&quot;"><b>Tom &amp; &lt;Jerry&gt;</b><b>Tom &amp; &lt;Jerry&gt;</b>3</p>',
  );
});
