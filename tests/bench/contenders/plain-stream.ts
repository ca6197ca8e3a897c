/** The limit of a live stream: node:http that keeps every answer open and writes to all of them. */
import { createServer, type ServerResponse } from "node:http";
import { tellPort } from "./tell-port";

const listeners = new Set<ServerResponse>();
let number = 0;

const server = createServer((request, response) => {
  if (request.method === "POST") {
    number += 1;
    const event = `id: ${number}\nevent: change\ndata: {"debate":1,"argument":"1-${number}"}\n\n`;
    for (const listener of listeners) listener.write(event);
    response.writeHead(204).end();
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": open\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
});
server.requestTimeout = 0;
tellPort(server);
