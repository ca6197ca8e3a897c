import { describe, expect, it } from "vitest";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { throttle } from "@/lib/accounts/throttle";
import { type DomainError } from "@/lib/shared/errors";
import { Browser } from "../accounts/browser";
import { memberWithPassword, password } from "../accounts/members";

const codes = (browsers: Browser[]) =>
  Promise.all(browsers.map(async (browser) => (await browser.told())?.code ?? "in"));

describe("guessing passwords", () => {
  it("of one account ends after ten tries, from however many addresses, at once or in turn", async () => {
    const { email } = await memberWithPassword();
    const browsers = Array.from({ length: 40 }, (_, n) => new Browser(`192.0.2.${n}`));
    await Promise.all(
      browsers.map((browser) => browser.post(signIn, { email, password: "guess" })),
    );
    const told = await codes(browsers);
    expect(told.filter((code) => code === "WRONG_CREDENTIALS")).toHaveLength(10);
    expect(told.filter((code) => code === "TOO_MANY_REQUESTS")).toHaveLength(30);
  });

  it("is not helped by writing the address in another way", async () => {
    const { email } = await memberWithPassword();
    const browsers = Array.from({ length: 12 }, (_, n) => new Browser(`192.0.2.${n + 60}`));
    for (const [n, browser] of browsers.entries()) {
      const written = n % 2 ? email.toUpperCase() : ` ${email}`;
      await browser.post(signIn, { email: written, password: "guess" });
    }
    expect((await codes(browsers)).slice(10)).toEqual(["TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
  });

  it("across many accounts from one address ends after sixty tries", async () => {
    const told: string[] = [];
    for (let n = 0; n < 62; n += 1) {
      try {
        await throttle("sign-in-address", "203.0.113.200");
        told.push("tried");
      } catch (error) {
        told.push((error as DomainError).code);
      }
    }
    expect(told.indexOf("TOO_MANY_REQUESTS")).toBe(60);
  });

  it("does not stop a class of 35 that signs in behind one address", async () => {
    const students = await Promise.all(Array.from({ length: 35 }, () => memberWithPassword()));
    const browsers = students.map(() => new Browser("203.0.113.35"));
    for (const [n, { email }] of students.entries()) {
      await browsers[n]!.post(signIn, { email, password });
    }
    expect(new Set(await codes(browsers))).toEqual(new Set(["in"]));
  });

  it("counts anew after the right password", async () => {
    const { email } = await memberWithPassword();
    const browser = new Browser("192.0.2.240");
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 5; n += 1) await browser.post(signIn, { email, password: "guess" });
      const response = await browser.post(signIn, { email, password });
      expect(response.headers.get("location")).toBe("/");
    }
  });

  it("says how long to wait", async () => {
    const error = await (async () => {
      for (let n = 0; n < 11; n += 1) await throttle("password-account", 123);
    })().catch((thrown: unknown) => thrown as DomainError);
    expect(error).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect((error as DomainError).details.retryAfterSeconds).toBeGreaterThan(800);
  });
});
