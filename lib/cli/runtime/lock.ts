/**
 * A lock that dies with its process, however the process dies: a socket with a name of this
 * checkout's own. Who holds it says so to whoever connects.
 */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout, homeFolder } from "@/lib/db/embedded/home";

export interface Lock {
  release: () => Promise<void>;
}

export interface Holder {
  /** In words that fit into "… is already running here". */
  what: string;
  pid: number;
  /** The folder it was started in. */
  folder: string;
}

/** Takes the lock, or tells who has it. */
export async function tryLock(name: string, what: string): Promise<Lock | { heldBy: Holder }> {
  const address = addressOf(name);
  const holder: Holder = { what, pid: process.pid, folder: checkout };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const server = await listen(address, holder);
    if (server && (await stillOurs(address))) return { release: () => close(server) };
    if (server) await close(server);
    const heldBy = await askHolder(address);
    if (heldBy) return { heldBy };
    // Nobody answers: a file left by a killed process, or a holder that is just going.
    if (isFile(address)) await rm(address, { force: true });
    await pause(50);
  }
  throw new Error(`The lock ${name} could be neither taken nor asked about.`);
}

/** Waits for the lock as long as the holder is one of those that soon finish. */
export async function waitForLock(
  name: string,
  what: string,
  options: { soonDone: (holder: Holder) => boolean; milliseconds: number },
): Promise<Lock | { heldBy: Holder }> {
  const deadline = Date.now() + options.milliseconds;
  for (;;) {
    const got = await tryLock(name, what);
    if (!("heldBy" in got)) return got;
    if (!options.soonDone(got.heldBy) || Date.now() > deadline) return got;
    await pause(200);
  }
}

/** Who holds the lock now, if anybody. */
export function lockHolder(name: string): Promise<Holder | undefined> {
  return askHolder(addressOf(name));
}

function addressOf(name: string): string {
  const hash = createHash("sha256").update(homeFolder()).digest("hex").slice(0, 16);
  const own = `counterpoint-${hash}-${name}`;
  if (process.platform === "linux") return `\0${own}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${own}`;
  return path.join(tmpdir(), `${own}.sock`);
}

function isFile(address: string): boolean {
  return process.platform !== "linux" && process.platform !== "win32" && address.startsWith("/");
}

function listen(address: string, holder: Holder): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(JSON.stringify(holder));
    });
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** A socket file can be taken away by another that thought it left over: the last one has it. */
async function stillOurs(address: string): Promise<boolean> {
  if (!isFile(address)) return true;
  await pause(150);
  return (await askHolder(address))?.pid === process.pid;
}

function askHolder(address: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = net.connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      try {
        resolve(JSON.parse(text) as Holder);
      } catch {
        resolve(undefined);
      }
    });
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
