import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { onChanged, tellChanged } from "@/lib/live/changes";
import { connectInstances, type Instances } from "@/lib/live/instances";
import { tags } from "@/lib/live/tags";

const channel = "counterpoint_changed";
let instances: Instances;
let other: pg.Client;
let blind = 0;

beforeAll(async () => {
  instances = connectInstances(env.DATABASE_URL!, () => (blind += 1));
  other = new pg.Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  await vi.waitFor(() => expect(blind).toBeGreaterThan(0), 5000);
});

afterAll(async () => {
  await instances.stop();
  await other.end();
});

test("What changes here is told to the other instances in one message, and not heard again here", async () => {
  const messages: string[] = [];
  const heard: string[] = [];
  const stop = onChanged((changed) => heard.push(...changed));
  other.on("notification", ({ payload }) => messages.push(payload ?? ""));
  await other.query(`LISTEN ${channel}`);
  tellChanged(tags.debate(1), tags.debates());
  tellChanged(tags.debate(1));
  await expect.poll(() => messages.length).toBe(1);
  expect(messages[0]!.split(" ").slice(1).sort()).toEqual(["debate:1", "debates"]);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(heard).toEqual(["debate:1", "debates", "debate:1"]);
  stop();
});

test("What changes at another instance is heard here; what is no tag is left out", async () => {
  const heard: string[] = [];
  const stop = onChanged((changed) => heard.push(...changed));
  await other.query("SELECT pg_notify($1, $2)", [channel, "another debate:7 nonsense member:ada"]);
  await expect.poll(() => heard).toEqual(["debate:7", "member:ada"]);
  stop();
});

test("A line that was cut is found out and mended", async () => {
  const before = blind;
  await other.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'counterpoint live' AND datname = current_database()",
  );
  await expect.poll(() => blind, { timeout: 10_000 }).toBeGreaterThan(before + 1);
  const heard: string[] = [];
  const stop = onChanged((changed) => heard.push(...changed));
  await other.query("SELECT pg_notify($1, $2)", [channel, "another debate:8"]);
  await expect.poll(() => heard).toEqual(["debate:8"]);
  stop();
});
