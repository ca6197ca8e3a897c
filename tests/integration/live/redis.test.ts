import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { lineChannels } from "@/lib/live/line/line";
import { openLine } from "@/lib/live/line/open-line";
import { openRedisLine } from "@/lib/live/line/redis";
import { castVote } from "@/lib/voting/commands/cast-vote";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { redisProgram, TestRedis } from "@/tests/setup/redis";
import { openInstance, Reader } from "./instance";

if (!redisProgram) console.log("Skipped: no redis-server or valkey-server on this machine.");

describe.skipIf(!redisProgram)(
  "Instances that share a Redis (skipped without redis-server)",
  () => {
    let redis: TestRedis;
    beforeAll(async () => void (redis = await TestRedis.start()));
    afterAll(() => redis?.stop());

    test("hear each other through it, and again after it was away", async () => {
      const { url } = redis;
      const [one, other] = [openLine(env.DATABASE_URL!, url), openRedisLine(url)];
      const heard: string[] = [];
      let blind = 0;
      other.hear(lineChannels.changed, (text) => heard.push(text));
      other.onBlind(() => (blind += 1));
      await expect
        .poll(
          async () => (await one.send(lineChannels.changed, "first")) && heard.includes("first"),
          {
            timeout: 10_000,
          },
        )
        .toBe(true);
      const before = blind;
      redis.stop();
      await expect.poll(() => blind, { timeout: 10_000 }).toBeGreaterThan(before);
      expect(await one.send(lineChannels.changed, "nobody")).toBe(false);
      redis.start();
      await expect
        .poll(
          async () => (await one.send(lineChannels.changed, "again")) && heard.includes("again"),
          {
            timeout: 15_000,
          },
        )
        .toBe(true);
      await Promise.all([one.close(), other.close()]);
    });

    test("and their readers hear a vote at once", async () => {
      const redisUrl = redis.url;
      const instances = [
        await openInstance({ redisUrl, passesOn: true }),
        await openInstance({ redisUrl }),
      ];
      const debate = await createDebate(db);
      const { id } = await createArgument(db, { debateId: debate.id });
      const reader = await (await Reader.open(instances[1]!.port, debate.slug)).ready();
      const voter = asViewer(await createUser(db));
      await castVote(voter, { id: { debateId: debate.id, id }, impact: 4 });
      await expect.poll(() => reader.all("change")).toHaveLength(1);
      for (const instance of instances) await instance.stop();
    });
  },
);
