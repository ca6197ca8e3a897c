import { describe, expect, it } from "vitest";
import { hashPassword, passwordWeakness, verifyPassword } from "@/lib/accounts/passwords";
import { newPasswordSchema } from "@/lib/accounts/schema";

const personal = ["ann-example", "ann.baker@example.org"];

describe("passwords", () => {
  it.each([
    ["password1234", "KNOWN"],
    ["qwertyuiop", "KNOWN"],
    ["aaaaaaaaaaaa", "KNOWN"],
    ["abcabcabcabc", "GUESSABLE"],
    ["ann-example-2026", "PERSONAL"],
    ["xxAnn.Baker!!", "PERSONAL"],
  ])("%s is refused", (password) => {
    expect(passwordWeakness(password, personal)).not.toBeNull();
  });

  it.each([
    "four unrelated words here",
    "k2#vP9!xw",
    "пароль из четырёх слов",
    "水曜日に猫が歩いた道",
  ])("%s is accepted", (password) => {
    expect(passwordWeakness(password, personal)).toBeNull();
    expect(newPasswordSchema.safeParse(password).success).toBe(true);
  });

  it("has 8 to 200 characters of any kind, spaces too", () => {
    const usable = (password: string) => newPasswordSchema.safeParse(password).success;
    expect(usable("1234567")).toBe(false);
    expect(usable("a b c d ")).toBe(true);
    expect(usable("é".repeat(200))).toBe(true);
    expect(usable("e".repeat(201))).toBe(false);
    expect(usable("12345\u0000678")).toBe(false);
  });

  it("is stored as argon2id with at least 19 MiB, two passes and one lane", async () => {
    const hash = await hashPassword("four unrelated words");
    const [, memory, time, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(time)).toBeGreaterThanOrEqual(2);
    expect(Number(lanes)).toBe(1);
    expect(await verifyPassword(hash, "four unrelated words")).toBe(true);
    expect(await verifyPassword(hash, "four unrelated word")).toBe(false);
  });

  it("is the same password in both of Unicode's spellings", async () => {
    const hash = await hashPassword("caf\u00e9 unrelated");
    expect(await verifyPassword(hash, "cafe\u0301 unrelated")).toBe(true);
  });

  it("counts beyond the 72nd byte", async () => {
    const long = "a long sentence ".repeat(10);
    const hash = await hashPassword(`${long}x`);
    expect(await verifyPassword(hash, `${long}y`)).toBe(false);
  });
});
