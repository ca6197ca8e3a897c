import { describe, expect, it } from "vitest";
import { passwordLinkFor } from "@/lib/accounts/commands/reset-password";
import { makeLink } from "@/lib/accounts/commands/one-time-links";
import { forgotPassword } from "@/lib/accounts/handlers/forgot-password";
import { resetPassword } from "@/lib/accounts/handlers/reset-password";
import { verifyEmail } from "@/lib/accounts/handlers/verify-email";
import { isPasswordLinkUsable } from "@/lib/accounts/queries/account";
import { createSession, identify } from "@/lib/auth/identify";
import { db } from "@/lib/db/client";
import { Browser } from "./browser";
import { until } from "./until";
import { memberWithPassword } from "./members";

const codeOf = (link: string) => new URL(link).searchParams.get("token")!;
const fresh = "another four unrelated words";

describe("links in messages", () => {
  it("A new member confirms the address with the button; the link works once", async () => {
    const { id, email } = await memberWithPassword({ emailVerifiedAt: null });
    const token = codeOf(await makeLink(db, id, "VERIFY_EMAIL", email));
    const browser = new Browser();
    const response = await browser.post(verifyEmail, { token });
    expect(response.headers.get("location")).toBe("/verify-email?done=1");
    expect((await db.user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
    await browser.post(verifyEmail, { token });
    expect((await browser.told())?.code).toBe("LINK_EXPIRED");
  });

  it("A link of yesterday does not work", async () => {
    const { id, email } = await memberWithPassword({ emailVerifiedAt: null });
    const token = codeOf(await makeLink(db, id, "VERIFY_EMAIL", email, -1));
    const browser = new Browser();
    await browser.post(verifyEmail, { token });
    expect((await browser.told())?.code).toBe("LINK_EXPIRED");
  });

  it("A link to confirm an address does not set a password", async () => {
    const { id, email } = await memberWithPassword();
    const token = codeOf(await makeLink(db, id, "VERIFY_EMAIL", email));
    const browser = new Browser();
    await browser.post(resetPassword, { token, password: fresh });
    expect((await browser.told())?.code).toBe("LINK_EXPIRED");
  });

  it("Asking for a link makes one for 30 minutes, and the earlier one stops working", async () => {
    const { id, email } = await memberWithPassword();
    const earlier = codeOf(await passwordLinkFor(email));
    await new Browser().post(forgotPassword, { email });
    await until(async () => !(await isPasswordLinkUsable(earlier)));
    const [link, ...more] = await db.oneTimeToken.findMany({ where: { userId: id } });
    expect(more).toEqual([]);
    expect((link!.expiresAt.getTime() - Date.now()) / 60_000).toBeLessThanOrEqual(30);
  });

  it("A forgotten password is replaced: every session ends, this browser is signed in", async () => {
    const { id, email } = await memberWithPassword();
    const stolen = `next-auth.session-token=${await createSession(id, "elsewhere")}`;
    const browser = new Browser();
    const token = codeOf(await passwordLinkFor(email));
    const response = await browser.post(resetPassword, { token, password: fresh });
    expect(response.headers.get("location")).toBe("/account?done=password");
    expect((await browser.viewer())?.id).toBe(id);
    expect(await identify(new Headers({ cookie: stolen }))).toBeNull();
  });

  it("A weak password leaves the link usable", async () => {
    const { email } = await memberWithPassword();
    const token = codeOf(await passwordLinkFor(email));
    const browser = new Browser();
    await browser.post(resetPassword, { token, password: "password1" });
    expect((await browser.told())?.code).toBe("PASSWORD_WEAK");
    expect(await isPasswordLinkUsable(token)).toBe(true);
  });

  it("Of twenty who use one link at once, one succeeds", async () => {
    const { email } = await memberWithPassword();
    const token = codeOf(await passwordLinkFor(email));
    const tries = Array.from({ length: 20 }, () =>
      new Browser().post(resetPassword, { token, password: fresh }),
    );
    const places = (await Promise.all(tries)).map((response) => response.headers.get("location"));
    expect(places.filter((place) => place === "/account?done=password")).toHaveLength(1);
  });
});
