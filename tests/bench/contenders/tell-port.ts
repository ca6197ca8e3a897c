import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on any free port of this machine and tells it to who started this process. */
export function tellPort(server: Server): void {
  server.keepAliveTimeout = 65_000;
  server.listen(0, "127.0.0.1", 4096, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
}
