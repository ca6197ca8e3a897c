import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { storeLimits } from "@/lib/limits/rules";
import { answerApi } from "@/lib/server/api";
import { createDebate } from "@/tests/factories/create-debate";
import { program, type Answer, type Problem } from "./client";
import { expectPromised, operationOf } from "./promises";

let server: Server;
let site: string;
let slug: string;

beforeAll(async () => {
  slug = (await createDebate(db)).slug;
  server = createServer((request, response) => void answerApi(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function ask<T>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
  const response = await fetch(site + path, { method, ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : "") as T,
  };
}

test("Somebody who posts too much is told over http how long to wait, as described", async () => {
  const { headers, person } = await program();
  const post = () =>
    ask<Problem>("POST", `/debates/${slug}/arguments`, {
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ parentId: null, stance: "OPPOSE", title: "A claim." }),
    });
  const operation = operationOf("POST /debates/{slug}/arguments");
  const first = await post();
  expect(first.status).toBe(201);
  expectPromised(operation, first);
  for (let turn = 1; turn < storeLimits.arguments.points; turn += 1)
    await limit("arguments", person.id);
  const late = await post();
  expectPromised(operation, late);
  expect([late.status, late.body.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
  expect(late.body).toMatchObject({ type: "urn:counterpoint:problem:too-many-requests" });
  const field = (name: string) => late.headers.get(name);
  expect(field("content-type")).toBe("application/problem+json");
  expect(field("cache-control")).toBe("no-store");
  const wait = Number(field("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(storeLimits.arguments.duration);
  expect(field("ratelimit-policy")).toContain('"arguments";q=60;w=600');
  expect(field("ratelimit")).toContain(`"arguments";r=0;t=${wait}`);
  const older = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"].map(field);
  expect(older).toEqual(["60", "0", String(wait)]);
});

test("A program that has this state already is answered 304 over http, and 200 after a change", async () => {
  const operation = operationOf("GET /debates/{slug}/arguments");
  const path = `/debates/${slug}/arguments`;
  const first = await ask("GET", path);
  const etag = first.headers.get("etag")!;
  const headers = { "if-none-match": etag };
  const same = await ask("GET", path, { headers });
  expectPromised(operation, same);
  expect([same.status, same.body, same.headers.get("etag")]).toEqual([304, "", etag]);
  expect(same.headers.get("ratelimit")).not.toBeNull();
  expect(same.headers.has("content-type")).toBe(false);
  const member = await program();
  const json = { parentId: null, stance: "OPPOSE", title: "Another claim." };
  await member.ask("POST", path, { json });
  const changed = await ask("GET", path, { headers });
  expect(changed.status).toBe(200);
  expect(changed.headers.get("etag")).not.toBe(etag);
});
