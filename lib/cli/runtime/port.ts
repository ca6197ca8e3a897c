/** Is the port the site is to be served on free? */
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "@/lib/db/problem";

/** The address to listen on: browsers try 127.0.0.1 for "localhost" on every system. */
export function listenAddress(host: string): string {
  return host === "localhost" ? "127.0.0.1" : host;
}

/** The error of trying to listen, or undefined when that works. */
export function whyNotListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "UNKNOWN"));
    probe.listen(port, listenAddress(host), () => probe.close(() => resolve(undefined)));
  });
}

/** Waits `patience` milliseconds for a port that a killed server's remains may still hold. */
export async function requirePort(port: number, host: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const code = await whyNotListen(port, host);
    if (code === undefined) return;
    if (code !== "EADDRINUSE" || Date.now() > deadline) {
      throw new Refusal(portProblem(code, port, host));
    }
    await pause(250);
  }
}

export function portProblem(code: string, port: number, host: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
    case "EACCES":
      return `This account may not use port ${port}. Choose one above 1023: PORT=3000 npm start`;
    default:
      return `Nothing can be served on ${host}, port ${port} (${code}). Set HOST to an address of this machine.`;
  }
}
