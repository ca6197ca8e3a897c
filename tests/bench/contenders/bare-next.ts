/**
 * The limit of a signed-in page: a Next application that renders the same elements from a constant,
 * dynamically, with no database, viewer, translation or script of its own.
 */
import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Closing } from "@/lib/cli/runtime/closing";
import { ended, stopProcess } from "@/lib/cli/runtime/next-process";
import { whyNotListen } from "@/lib/cli/runtime/port";
import { freePort } from "@/lib/db/embedded/server";
import type { Served } from "../processes";

/** Text, or an element: its name, its attributes, what stands in it. */
type Part = string | [string, Attributes, Part[]];
type Attributes = Record<string, string | boolean | Record<string, string>>;
type Markup = { html: Attributes; bodyAttributes: Attributes; body: Part[] };

const require = createRequire(import.meta.url);
const nextProgram = path.join(path.dirname(require.resolve("next/package.json")), "dist/bin/next");

/** Below the checkout, so that its packages are found. */
const folder = path.resolve("test-results/bench-next");

const layout = `import { createElement } from "react";
import markup from "./markup.json";
export default function Layout({ children }) {
  return createElement("html", markup.html, createElement("body", markup.bodyAttributes, children));
}
`;
const page = `import { createElement } from "react";
import markup from "./markup.json";
export const dynamic = "force-dynamic";
function element(node, key) {
  if (typeof node === "string") return node;
  const [name, attributes, children] = node;
  return createElement(name, { ...attributes, key }, ...children.map(element));
}
export default function Page() {
  return markup.body.map(element);
}
`;
const settings = `export default { compress: false, poweredByHeader: false, agentRules: false,
  typescript: { ignoreBuildErrors: true } };
`;

/** Builds the application around the elements of this page and serves it. */
export async function startBareNext(
  closing: Closing,
  browser: Browser,
  html: string,
): Promise<Served> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "app"), { recursive: true });
  closing.add(() => rm(folder, { recursive: true, force: true }));
  const markup = await readMarkup(browser, html);
  await writeFile(path.join(folder, "app/markup.json"), JSON.stringify(markup));
  await writeFile(path.join(folder, "app/layout.jsx"), layout);
  await writeFile(path.join(folder, "app/page.jsx"), page);
  await writeFile(path.join(folder, "next.config.mjs"), settings);
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  if ((await ended(runNext(["build"]))) !== 0) throw new Error("The bare page was not built.");
  const port = await freePort();
  const child = runNext(["start", "-p", String(port), "-H", "127.0.0.1"]);
  closing.add(() => stopProcess(child, 3000));
  while ((await whyNotListen(port, "127.0.0.1")) === undefined) {
    if (child.exitCode !== null) throw new Error("The bare page was not served.");
    await pause(100);
  }
  return { port, pid: child.pid!, stop: () => stopProcess(child, 3000) };
}

function runNext(args: string[]) {
  return spawn(process.execPath, [nextProgram, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The page's elements, read by a browser, without its scripts. */
async function readMarkup(browser: Browser, html: string): Promise<Markup> {
  const page = await browser.newPage();
  try {
    // The compiler names functions with a helper that the browser lacks.
    await page.evaluate("globalThis.__name = (named) => named");
    return await page.evaluate((text) => {
      const flags = /^(hidden|disabled|checked|selected|open|required|readonly|multiple|inert)$/;
      const camel = (name: string) =>
        name.startsWith("--")
          ? name
          : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      function attributesOf(element: Element): Attributes {
        const found: Attributes = {};
        for (const { name, value } of element.attributes) {
          if (name === "style") {
            const style = (element as HTMLElement).style;
            found.style = Object.fromEntries(
              [...style].map((property) => [camel(property), style.getPropertyValue(property)]),
            );
          } else found[name === "class" ? "className" : name] = flags.test(name) ? true : value;
        }
        return found;
      }
      function childrenOf(parent: Node): Part[] {
        return [...parent.childNodes].flatMap((node): Part[] => {
          if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [node.textContent] : [];
          if (!(node instanceof Element) || node.localName === "script") return [];
          return [[node.localName, attributesOf(node), childrenOf(node)]];
        });
      }
      const { documentElement, body } = new DOMParser().parseFromString(text, "text/html");
      return {
        html: attributesOf(documentElement),
        bodyAttributes: attributesOf(body),
        body: childrenOf(body),
      };
    }, html);
  } finally {
    await page.close();
  }
}
