/** A page seen by a slow device: Chromium at a quarter of its speed, 10 Mbit/s, 40 ms. */
import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test";
import type { Closing } from "@/lib/cli/runtime/closing";
import { findBrowser } from "@/tests/setup/browser";

export type Seen = {
  /** Bytes over the line: everything but fonts, fonts, scripts. */
  bytes: number;
  fontBytes: number;
  scriptBytes: number;
  /** Milliseconds. */
  lcp: number;
  tbt: number;
  cls: number;
  nodes: number;
};

const slowness = 4;
const line = {
  offline: false,
  latency: 40,
  downloadThroughput: 10_000_000 / 8,
  uploadThroughput: 10_000_000 / 8,
};
/** Nothing more comes after this. */
const settled = 2500;

export async function openChromium(closing: Closing): Promise<Browser> {
  const executablePath = findBrowser();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
  return closing.own(chromium.launch({ executablePath, args }), (browser) => browser.close());
}

/** Opens the page in a new, empty browser profile and tells what it cost. */
export async function look(browser: Browser, url: string, cookie?: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    if (cookie) {
      const [name = "", value = ""] = cookie.split("=");
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
    }
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await countBytes(session);
    await session.send("Network.emulateNetworkConditions", line);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(settled);
    return { ...bytes(), ...(await readMeasures(page)) };
  } finally {
    await context.close();
  }
}

async function countBytes(session: CDPSession) {
  const types = new Map<string, string>();
  const counted = { bytes: 0, fontBytes: 0, scriptBytes: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type === "Font") counted.fontBytes += encodedDataLength;
    else counted.bytes += encodedDataLength;
    if (type === "Script") counted.scriptBytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => ({ ...counted });
}

type Observed = { lcp: number; cls: number; tasks: { start: number; duration: number }[] };

/** Runs in the page, before anything of its own. */
function observe(): void {
  const seen: Observed = { lcp: 0, cls: 0, tasks: [] };
  (window as unknown as { seen: Observed }).seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.cls += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.tasks.push({ start: startTime, duration });
    }
  }).observe({ type: "longtask", buffered: true });
}

/** Blocking time: of every task after the first paint, what lasted longer than 50 ms. */
async function readMeasures(page: Page): Promise<Pick<Seen, "lcp" | "tbt" | "cls" | "nodes">> {
  return page.evaluate(() => {
    const { lcp, cls, tasks } = (window as unknown as { seen: Observed }).seen;
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    let tbt = 0;
    for (const { start, duration } of tasks) {
      const from = Math.max(start, painted);
      const blocked = start + duration - from;
      if (blocked > 50) tbt += blocked - 50;
    }
    return { lcp, cls, tbt, nodes: document.querySelectorAll("*").length };
  });
}
