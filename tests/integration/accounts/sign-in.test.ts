import { describe, expect, it } from "vitest";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { signOut } from "@/lib/accounts/handlers/sign-out";
import { identify, identifySession } from "@/lib/auth/identify";
import { db } from "@/lib/db/client";
import { Browser } from "./browser";
import { memberWithPassword, password } from "./members";

describe("signing in and out", () => {
  it("A member signs in, is led on, and what the browser kept is forgotten", async () => {
    const { email, id } = await memberWithPassword();
    const browser = new Browser();
    const response = await browser.post(signIn, {
      email: email.toUpperCase(),
      password,
      next: "/account",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/account");
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await browser.viewer())?.id).toBe(id);
  });

  it("Each sign-in has a session of its own, with the browser's name", async () => {
    const { email, id } = await memberWithPassword();
    await new Browser().post(signIn, { email, password });
    await new Browser().post(signIn, { email, password });
    const sessions = await db.session.findMany({ where: { userId: id } });
    expect(sessions).toHaveLength(2);
    expect(sessions[0]!.device).toContain("Firefox");
  });

  it("Nobody is led to another site", async () => {
    const { email } = await memberWithPassword();
    const response = await new Browser().post(signIn, { email, password, next: "//evil.example" });
    expect(response.headers.get("location")).toBe("/");
  });

  it("Signing out ends the session on the server", async () => {
    const { email, id } = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email, password });
    const response = await browser.post(signOut, {});
    expect(response.status).toBe(303);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(await db.session.count({ where: { userId: id } })).toBe(0);
  });

  it.each(["", "nonsense", "a.b.c.d.e"])(
    "A cookie that says %j is an anonymous reader",
    async (value) => {
      const headers = new Headers({ cookie: `next-auth.session-token=${value}` });
      expect(await identifySession(headers)).toBeNull();
    },
  );

  it("A disabled member with the right password is told so; with a wrong one nothing is told", async () => {
    const { email } = await memberWithPassword({ status: "DISABLED" });
    const browser = new Browser();
    await browser.post(signIn, { email, password });
    expect((await browser.told())?.code).toBe("ACCOUNT_DISABLED");
    await browser.post(signIn, { email, password: "something else" });
    expect((await browser.told())?.code).toBe("WRONG_CREDENTIALS");
    expect(await browser.viewer()).toBeNull();
  });

  it("A form that is too large, or no form at all, is refused without an error of ours", async () => {
    const browser = new Browser();
    const large = await browser.post(signIn, {
      email: "a@example.org",
      password: "x".repeat(20_000),
    });
    expect(large.status).toBe(413);
    const text = await browser.post(signIn, { a: "b" }, { "content-type": "text/plain" });
    expect(text.status).toBe(415);
  });

  it("An Authorization header decides alone: a worthless one is nobody", async () => {
    const { email } = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email, password });
    const headers = new Headers({ cookie: browser.cookie, authorization: "Bearer cp_nothing" });
    expect(await identify(headers)).toBeNull();
  });
});
