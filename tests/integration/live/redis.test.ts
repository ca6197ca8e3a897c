import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@/lib/db/embedded/server";
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
import { openInstance, Reader } from "./instance";

const programs = ["redis-server", "valkey-server"];
const program = programs.find((name) => spawnSync(name, ["--version"]).status === 0);
if (!program) console.log("Skipped: no redis-server or valkey-server on this machine.");

describe.skipIf(!program)("Instances that share a Redis (skipped without redis-server)", () => {
  let port: number;
  let server: ChildProcess;
  const start = () => {
    const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly"];
    server = spawn(program!, [...options, "no"], { stdio: "ignore" });
  };
  beforeAll(async () => {
    port = await freePort();
    start();
  });
  afterAll(() => void server?.kill());

  test("hear each other through it, and again after it was away", async () => {
    const url = `redis://127.0.0.1:${port}`;
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
    server.kill();
    await expect.poll(() => blind, { timeout: 10_000 }).toBeGreaterThan(before);
    expect(await one.send(lineChannels.changed, "nobody")).toBe(false);
    start();
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
    const redisUrl = `redis://127.0.0.1:${port}`;
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
});
