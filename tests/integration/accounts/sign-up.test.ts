import { describe, expect, it } from "vitest";
import { signUp } from "@/lib/accounts/handlers/sign-up";
import { db } from "@/lib/db/client";
import { Browser } from "./browser";
import { until } from "./until";

const form = {
  name: "Åsa Öberg",
  email: "asa@example.org",
  password: "four unrelated words",
  agreed: "on",
};

describe("signing up", () => {
  it("A reader makes an account, is signed in and led back to where they were", async () => {
    const browser = new Browser();
    const response = await browser.post(signUp, {
      ...form,
      handle: "",
      next: "/debates/x?sort=new",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/debates/x?sort=new");
    expect(await browser.viewer()).toMatchObject({
      handle: "asa-oberg",
      name: "Åsa Öberg",
      role: "MEMBER",
      emailVerified: false,
    });
  });

  it("A link to confirm the address is made, stored hashed, for 24 hours", async () => {
    const browser = new Browser();
    await browser.post(signUp, { ...form, email: "link@example.org" });
    const link = await until(() =>
      db.oneTimeToken.findFirst({ where: { email: "link@example.org" } }),
    );
    expect(link.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(link.purpose).toBe("VERIFY_EMAIL");
    const hours = (link.expiresAt.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThan(24.1);
  });

  it("What was typed is given back, but never the password, and nothing stands in the address", async () => {
    const browser = new Browser();
    const response = await browser.post(signUp, {
      ...form,
      email: "nonsense",
      password: "secret1",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-up");
    const told = await browser.told();
    expect(told?.values).toMatchObject({ name: form.name, email: "nonsense" });
    expect(JSON.stringify(told)).not.toContain("secret1");
    expect(Object.keys(told?.fieldErrors ?? {}).sort()).toEqual(["email", "password"]);
    expect(browser.cookie).not.toContain("nonsense");
    expect(response.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it("A handle that passes for somebody else's is taken", async () => {
    await new Browser().post(signUp, { ...form, email: "bill@example.org", handle: "bill" });
    const browser = new Browser();
    await browser.post(signUp, { ...form, email: "other@example.org", handle: "bi11" });
    expect((await browser.told())?.code).toBe("HANDLE_TAKEN");
    expect(await browser.viewer()).toBeNull();
  });

  it("Two people of one name get two handles", async () => {
    const people = [1, 2, 3].map((n) => ({
      ...form,
      name: "Kim Lee",
      email: `kim${n}@example.org`,
    }));
    for (const person of people) await new Browser().post(signUp, person);
    const handles = await db.user.findMany({
      where: { name: "Kim Lee" },
      select: { handle: true },
    });
    expect(new Set(handles.map(({ handle }) => handle)).size).toBe(3);
  });

  it("Pressing the button twice makes one account", async () => {
    const twice = { ...form, email: "twice@example.org" };
    await Promise.all([new Browser().post(signUp, twice), new Browser().post(signUp, twice)]);
    expect(await db.user.count({ where: { email: "twice@example.org" } })).toBe(1);
  });

  it("A password made of the person's own address is refused in words", async () => {
    const browser = new Browser();
    await browser.post(signUp, { ...form, email: "merlin@example.org", password: "merlin-2026!" });
    const told = await browser.told();
    expect(told?.code).toBe("PASSWORD_WEAK");
    expect(told?.fieldErrors?.password?.[0]).toContain("e-mail address");
  });
});
