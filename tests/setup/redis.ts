/** A Redis or Valkey server for tests, where this machine has one. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { freePort } from "@/lib/db/embedded/server";

/** Its program; undefined when there is none. */
export const redisProgram = ["redis-server", "valkey-server"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

/** A server on a port of its own, which keeps nothing on the disk. */
export class TestRedis {
  private server: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again, empty. */
  start(): void {
    const options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const words = ["--port", String(this.port), ...options];
    this.server = spawn(redisProgram!, words, { stdio: "ignore" });
  }

  stop(): void {
    this.server?.kill();
  }
}
