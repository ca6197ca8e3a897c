/** The Chromium or Chrome of this machine; only tests need one. */
import { existsSync } from "node:fs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** @param others further places, looked at last */
export function findInstalledBrowser(...others: string[]): string | undefined {
  const places = [process.env.CHROMIUM_PATH, ...usualPlaces, ...others];
  return places.find((place) => place && existsSync(place));
}
