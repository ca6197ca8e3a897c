import { describe, expect, it } from "vitest";
import { erase } from "@/lib/accounts/handlers/erase";
import { forgotPassword } from "@/lib/accounts/handlers/forgot-password";
import { resetPassword } from "@/lib/accounts/handlers/reset-password";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { signInWith } from "@/lib/accounts/handlers/sign-in-with";
import { signOut } from "@/lib/accounts/handlers/sign-out";
import { signUp } from "@/lib/accounts/handlers/sign-up";
import { verifyEmail } from "@/lib/accounts/handlers/verify-email";
import { Browser } from "../accounts/browser";
import { memberWithPassword, password } from "../accounts/members";

const handlers = {
  signIn,
  signUp,
  signOut,
  erase,
  signInWith,
  forgotPassword,
  resetPassword,
  verifyEmail,
};

const foreign: [string, Record<string, string>][] = [
  ["a foreign Origin", { origin: "https://evil.example" }],
  ["no Origin at all", { origin: "" }],
  ["Origin null", { origin: "null" }],
  ["a foreign Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
  ["a sibling site", { "sec-fetch-site": "same-site", origin: "https://other.localhost:3000" }],
  [
    "a forwarded host that repeats its Origin",
    {
      origin: "https://evil.example",
      "x-forwarded-host": "evil.example",
    },
  ],
];

describe("a form on another site", () => {
  it.each(Object.entries(handlers))("cannot use %s", async (_name, handler) => {
    const { email } = await memberWithPassword();
    for (const [, headers] of foreign) {
      const browser = new Browser();
      const response = await browser.post(handler, { email, password }, headers);
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await browser.viewer()).toBeNull();
    }
  });

  it("does not sign a member out", async () => {
    const { email } = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email, password });
    await browser.post(signOut, {}, { origin: "https://evil.example" });
    expect(await browser.viewer()).not.toBeNull();
  });
});
