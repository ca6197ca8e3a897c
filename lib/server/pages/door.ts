import type { IncomingMessage } from "node:http";

/** Where the thread that renders pages listens, and the word that it lets in. */
export type Door = { port: number; pass: string };

/** The header that carries the word: who reaches the port without it is not this process. */
export const passHeader = "x-counterpoint-pass";

/** Whether the request may come in; the word goes no further. */
export function showsPass(request: IncomingMessage, { pass }: Pick<Door, "pass">): boolean {
  const shown = request.headers[passHeader];
  delete request.headers[passHeader];
  const at = request.rawHeaders.findIndex((text) => text.toLowerCase() === passHeader);
  if (at >= 0) request.rawHeaders.splice(at, 2);
  return shown === pass;
}
