import { expect, test } from "vitest";
import { isOutage } from "@/lib/shared/outage";

const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), {
  code: "ECONNREFUSED",
});

test.each([
  ["nobody listens", refused],
  ["the driver wraps it", new Error("query failed", { cause: refused })],
  [
    "PostgreSQL is starting up",
    new Error("Database error. Code: `57P03`. Message: `the database system is starting up`"),
  ],
  ["PostgreSQL ends the connection", Object.assign(new Error("terminating"), { code: "57P01" })],
  ["Prisma cannot reach it", Object.assign(new Error("x"), { code: "P1001" })],
])("When %s the database is away", (_when, error) => expect(isOutage(error)).toBe(true));

test.each([
  [
    "a broken constraint",
    Object.assign(new Error("Database error. Code: `23514`."), { code: "P2039" }),
  ],
  ["a mistake of ours", new TypeError("undefined is not a function")],
  ["nothing at all", undefined],
])("%s is no outage", (_what, error) => expect(isOutage(error)).toBe(false));
