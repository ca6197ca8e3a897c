/*
 * The reader's edition: what a page that already works without a script gets on top. Built into
 * public/reader.js by lib/cli/runtime/reader-script.
 */
import { startShortcuts } from "@/components/keyboard/shortcuts";
import { startLive } from "@/components/live/start";
import { startFocus } from "./focus";
import { startPosition } from "./position";
import { startShare } from "./share";

// Each for itself: one that fails in an old browser must not keep the others from starting.
for (const start of [startShare, startShortcuts, startFocus, startPosition, startLive]) {
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}
