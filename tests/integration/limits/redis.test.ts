import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import { forgive, limit } from "@/lib/limits/limit";
import { storeLimits } from "@/lib/limits/rules";
import { limiters } from "@/lib/limits/store";
import { redisProgram, TestRedis } from "@/tests/setup/redis";

if (!redisProgram) console.log("Skipped: no redis-server or valkey-server on this machine.");

const { points, duration } = storeLimits["reset-email"];
const tooMany = { code: "TOO_MANY_REQUESTS" };

/** This process forgets its connection and what it counted by itself, as another instance has none. */
function becomeAnotherInstance(): void {
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("counterpoint.limits")];
}

/** How many of as many attempts at once are let through. */
async function letThrough(subject: string, attempts: number): Promise<number> {
  const all = Array.from({ length: attempts }, () => limit("reset-email", subject));
  const ended = await Promise.allSettled(all);
  return ended.filter(({ status }) => status === "fulfilled").length;
}

describe.skipIf(!redisProgram)("Limits counted in Redis (skipped without redis-server)", () => {
  let redis: TestRedis;
  let client: Redis;

  beforeAll(async () => {
    redis = await TestRedis.start();
    client = new Redis(redis.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on("error", () => undefined); // while it is away
    await client.ping();
    Object.assign(env, { REDIS_URL: redis.url });
  });
  afterAll(() => {
    client?.disconnect();
    redis?.stop();
  });

  test("let exactly as many through as they say, however many come at once", async () => {
    expect(await letThrough("ada@example.org", 50)).toBe(points);
    await expect(limit("reset-email", "ada@example.org")).rejects.toMatchObject({
      ...tooMany,
      details: { retryAfterSeconds: expect.any(Number) as number },
    });
    await limit("reset-email", "ben@example.org");
  });

  test("are shared by all instances, and forgiven at all of them", async () => {
    expect(await letThrough("eve@example.org", points)).toBe(points);
    becomeAnotherInstance();
    await expect(limit("reset-email", "eve@example.org")).rejects.toMatchObject(tooMany);
    await forgive("reset-email", "eve@example.org");
    becomeAnotherInstance();
    expect(await letThrough("eve@example.org", points + 1)).toBe(points);
  });

  test("are kept under names without anybody's address, and run out by themselves", async () => {
    await limit("reset-email", "zoe@example.org");
    const keys = await client.keys("*");
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatch(/^counterpoint:limit:reset-email:[\w-]{43}$/);
      const left = await client.pttl(key);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(duration * 1000);
    }
  });

  test("hold in this process while Redis is away, and in Redis again afterwards", async () => {
    await limiters();
    redis.stop();
    await expect.poll(() => client.status).not.toBe("ready");
    expect(await letThrough("out@example.org", 50)).toBe(points);
    redis.start();
    await client.ping();
    const written = async () => {
      await limit("reset-email", `back-${Math.random()}@example.org`);
      return (await client.keys("*")).length;
    };
    await expect.poll(written, { timeout: 15_000, interval: 200 }).toBeGreaterThan(0);
  });

  test("hold from the start when Redis is away then", async () => {
    redis.stop();
    await expect.poll(() => client.status).not.toBe("ready");
    becomeAnotherInstance();
    expect(await letThrough("start@example.org", 50)).toBe(points);
  });
});
