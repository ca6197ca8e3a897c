import { beforeAll, describe, expect, test } from "vitest";
import { submitArgument } from "@/lib/arguments/commands/submit-argument";
import { submitArgumentSchema } from "@/lib/arguments/schema";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { storeLimits } from "@/lib/limits/rules";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { program, reader } from "./client";

let slug: string;

beforeAll(async () => {
  slug = (await createDebate(db)).slug;
});

async function useUp(name: "arguments" | "search", subject: number): Promise<void> {
  for (let turn = 0; turn < storeLimits[name].points; turn += 1) await limit(name, subject);
}

const claim = { parentId: null, stance: "OPPOSE", title: "The staff need a day of rest." };

describe("Somebody who posts without end", () => {
  test("is told by the API what is left, and then how long to wait", async () => {
    const member = await program();
    const post = () => member.ask("POST", `/debates/${slug}/arguments`, { json: claim });
    const first = await post();
    expect(first.headers.get("ratelimit-policy")).toContain('"arguments";q=60;w=600');
    expect(first.headers.get("ratelimit")).toMatch(/"arguments";r=59;t=\d+/);
    expect(first.headers.get("ratelimit-remaining")).toBe("59");
    await useUp("arguments", member.person.id).catch(() => undefined);
    const late = await post();
    expect([late.status, late.body.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(late.headers.get("ratelimit-remaining")).toBe("0");
    expect(
      (await (await program()).ask("POST", `/debates/${slug}/arguments`, { json: claim })).status,
    ).toBe(201);
  });

  test("is told so by a page's command too", async () => {
    const person = await createUser(db);
    await useUp("arguments", person.id);
    const input = submitArgumentSchema.parse({ ...claim, debate: slug });
    await expect(submitArgument(asViewer(person), input)).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      details: { retryAfterSeconds: expect.any(Number) as number },
    });
  });

  test("may send a posted argument again: repeats are not counted", async () => {
    const member = await program();
    const headers = { "idempotency-key": "again" };
    const post = () => member.ask("POST", `/debates/${slug}/arguments`, { json: claim, headers });
    await post();
    await useUp("arguments", member.person.id).catch(() => undefined);
    expect((await post()).status).toBe(201);
  });
});

test("A class of 35 behind one address searches and reads without meeting a limit", async () => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  for (let turn = 0; turn < 5; turn += 1) {
    const asked = Array.from({ length: 35 }, () =>
      reader.ask("GET", "/search?q=rest", { headers }),
    );
    expect((await Promise.all(asked)).map((one) => one.status)).toEqual(Array(35).fill(200));
  }
});
