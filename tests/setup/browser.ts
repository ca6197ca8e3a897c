/** A Chromium for the journeys: the machine's own, else Playwright's, else installed now. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findInstalledBrowser } from "@/lib/cli/runtime/browsers";

function installed(): string | undefined {
  return findInstalledBrowser(chromium.executablePath());
}

function run(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  return status === 0;
}

/**
 * @returns the path of a Chromium or Chrome
 * @throws Error that says what to install
 */
export function findBrowser(): string {
  const here = installed();
  if (here) return here;
  console.log("No Chromium on this machine; trying to install one …");
  run("npx", ["--no-install", "playwright", "install", "chromium"]);
  const downloaded = installed();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-y", "-q", "chromium"]);
  }
  const found = installed();
  if (found) return found;
  throw new Error(
    "The journeys need a browser, and none could be installed. Install Chromium (on Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.",
  );
}
