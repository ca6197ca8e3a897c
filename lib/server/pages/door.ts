import type { IncomingMessage } from "node:http";

/**
 * Where the thread that renders pages listens, and the words that it lets in: `pass` for readers'
 * requests, which take their turns, and `own` for those that many readers wait for.
 */
export type Door = { port: number; pass: string; own: string };

/** The header that carries the word: who reaches the port without it is not this process. */
export const passHeader = "x-counterpoint-pass";

/** Who asks: a reader, the process itself, or nobody who may. The word goes no further. */
export function whoKnocks(
  request: IncomingMessage,
  { pass, own }: Pick<Door, "pass" | "own">,
): "reader" | "process" | null {
  const shown = request.headers[passHeader];
  delete request.headers[passHeader];
  const at = request.rawHeaders.findIndex((text) => text.toLowerCase() === passHeader);
  if (at >= 0) request.rawHeaders.splice(at, 2);
  if (shown === own) return "process";
  return shown === pass ? "reader" : null;
}
