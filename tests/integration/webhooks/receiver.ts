/** A program of a member's that takes deliveries: a real server on this machine. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = {
  headers: Record<string, string>;
  text: string;
  body: Record<string, unknown>;
};

/** @param answer the status that it answers with, by how often it was asked before */
export async function startReceiver(answer: (before: number) => number = () => 204) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      response.writeHead(answer(heard.length)).end();
      heard.push({
        headers: request.headers as Record<string, string>,
        text,
        body: JSON.parse(text) as Record<string, unknown>,
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/hook`, heard, stop };
}
