import { describe, expect, test } from "vitest";
import { exportData } from "@/lib/accounts/handlers/export";
import { db } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { storeLimits, type StoreLimit } from "@/lib/limits/rules";
import { limitedSearch } from "@/lib/search/queries/limited-search";
import { searchSchema } from "@/lib/search/schema";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { browser, host, reader } from "../api/client";

async function useUp(name: StoreLimit, subject: string | number): Promise<void> {
  for (let turn = 0; turn < storeLimits[name].points; turn += 1) await limit(name, subject);
}

const asked = searchSchema.parse({ q: "library" });
const network = "203.0.113.7";
const wait = { waitSeconds: expect.any(Number) as number };

describe("Whoever searches on the page without end", () => {
  test("is told when to go on, as a member by person; the empty form is always there", async () => {
    const member = asViewer(await createUser(db));
    const other = asViewer(await createUser(db));
    expect(await limitedSearch(asked, member, network)).toHaveProperty("items");
    await useUp("search", member.id).catch(() => undefined);
    expect(await limitedSearch(asked, member, network)).toEqual(wait);
    const empty = searchSchema.parse({});
    expect(await limitedSearch(empty, member, network)).toHaveProperty("items");
    expect(await limitedSearch(asked, other, network)).toHaveProperty("items");
  });

  test("without an account by network, and the API counts the same searches", async () => {
    await useUp("search-network", network);
    expect(await limitedSearch(asked, null, network)).toEqual(wait);
    expect(await limitedSearch(asked, null, "203.0.113.8")).toHaveProperty("items");
    const headers = { "x-forwarded-for": network };
    expect((await reader.ask("GET", "/search?q=library", { headers })).status).toBe(429);
  });
});

test("Whoever downloads their data over and over is told in a sentence when to come back", async () => {
  const { headers, person } = await browser();
  const ask = () =>
    exportData(new Request(`http://${host}/account/export`, { headers: { host, ...headers } }));
  const first = await ask();
  expect([first.status, first.headers.get("content-type")]).toEqual([
    200,
    "application/json; charset=utf-8",
  ]);
  await useUp("exports", person.id).catch(() => undefined);
  const late = await ask();
  expect([late.status, late.headers.get("content-type")]).toEqual([
    429,
    "text/plain; charset=utf-8",
  ]);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(late.headers.get("cache-control")).toBe("no-store");
  expect(await late.text()).toMatch(/You can download it again in (\d+ minutes|a minute)\.\n$/);
});

test("A stranger who asks for somebody's data is led to the sign-in page", async () => {
  const answer = await exportData(new Request(`http://${host}/account/export`));
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    "/sign-in?next=%2Faccount",
  ]);
});
