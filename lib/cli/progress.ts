/** How far a long command has come: a bar on a terminal, nothing anywhere else. */
import { SingleBar } from "cli-progress";
import type { Options } from "./answer";

export type OnProgress = (done: number, total: number) => void;

/**
 * Shows a bar on standard error while `work` tells how far it is. There is none with --json, or
 * when standard error is no terminal. It has no colours.
 */
export async function withProgress<T>(
  what: string,
  options: Options,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  if (options.json || !process.stderr.isTTY) return work(() => undefined);
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage} % ({value} of {total})`,
    stream: process.stderr,
    barsize: 24,
    gracefulExit: false,
  });
  const stop = () => bar.stop(); // gives the terminal its line wrapping back
  process.once("exit", stop);
  let begun = false;
  try {
    return await work((done, total) => {
      if (begun) bar.setTotal(total);
      else bar.start(total, 0);
      begun = true;
      bar.update(done);
    });
  } finally {
    if (begun) stop();
    process.off("exit", stop);
  }
}
