import { afterEach, describe, expect, it, vi } from "vitest";
import { eraseAccount } from "@/lib/accounts/commands/erase";
import { passwordLinkFor, resetPassword } from "@/lib/accounts/commands/reset-password";
import { endOneSession, endOtherSessions } from "@/lib/accounts/commands/sessions";
import { changePassword } from "@/lib/accounts/commands/settings";
import { disableAccount, setRole } from "@/lib/accounts/commands/staff";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { signOut } from "@/lib/accounts/handlers/sign-out";
import { sessionSeconds } from "@/lib/auth/cookie";
import { identify, identifySession } from "@/lib/auth/identify";
import { assertStanding } from "@/lib/auth/standing";
import { db } from "@/lib/db/client";
import { Browser } from "../accounts/browser";
import { actorOf, memberWithPassword, password } from "../accounts/members";

const fresh = "another four unrelated words";

type Person = Awaited<ReturnType<typeof memberWithPassword>>;
type Event = (person: Person, browser: Browser) => Promise<unknown>;

const events: Record<string, Event> = {
  "signing out": (_person, browser) => browser.post(signOut, {}),
  "signing out everywhere else": (person) => endOtherSessions(actorOf(person)),
  "ending that one session": async (person) => {
    const { id } = await db.session.findFirstOrThrow({ where: { userId: person.id } });
    await endOneSession(actorOf(person), { sessionId: id });
  },
  "a change of password": (person) =>
    changePassword(actorOf(person), { password, newPassword: fresh }),
  "a reset of the password": async (person) => {
    const link = await passwordLinkFor(person.email);
    await resetPassword(new URL(link).searchParams.get("token")!, fresh);
  },
  "closing the account": (person) => disableAccount(person.email),
  "erasing the account": (person) =>
    eraseAccount(actorOf(person), { handle: person.handle, password }),
  "thirty days": async () => {
    const now = Date.now() + (sessionSeconds + 1) * 1000;
    vi.useFakeTimers({ toFake: ["Date"], now });
  },
};

afterEach(() => void vi.useRealTimers());

describe("a stolen session cookie", () => {
  it.each(Object.entries(events))("is worth nothing at once after %s", async (_name, event) => {
    const person = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email: person.email, password });
    const stolen = new Headers({ cookie: browser.cookie });
    expect((await identify(stolen))?.id).toBe(person.id);
    await event(person, browser);
    expect(await identify(stolen)).toBeNull();
    expect(await identifySession(stolen)).toBeNull();
  });

  it("of a session that another machine has ended writes nothing, and reads nothing after five seconds", async () => {
    const person = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email: person.email, password });
    const stolen = new Headers({ cookie: browser.cookie });
    const viewer = (await identify(stolen))!;
    await db.session.deleteMany({ where: { userId: person.id } });
    await expect(db.$transaction((tx) => assertStanding(tx, viewer))).rejects.toMatchObject({
      code: "SIGN_IN_REQUIRED",
    });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5001 });
    expect(await identify(stolen)).toBeNull();
  });

  it("takes no role along: a moderator who is one no more is seen as a member at once", async () => {
    const person = await memberWithPassword({ role: "MODERATOR" });
    const browser = new Browser();
    await browser.post(signIn, { email: person.email, password });
    await setRole(person.email, "MEMBER");
    expect((await browser.viewer())?.role).toBe("MEMBER");
  });

  it("tells nothing and cannot be altered", async () => {
    const person = await memberWithPassword();
    const browser = new Browser();
    await browser.post(signIn, { email: person.email, password });
    const [name, value = ""] = browser.cookie.split("=");
    expect(Buffer.from(value, "base64url").toString()).not.toContain(person.email);
    const altered = `${name}=${value.slice(0, -3)}${value.endsWith("AAA") ? "BBB" : "AAA"}`;
    expect(await identify(new Headers({ cookie: altered }))).toBeNull();
  });

  it("is not accepted when it was sealed for another purpose or with another key", async () => {
    const { encode } = await import("next-auth/jwt");
    const { authSecret } = await import("@/lib/auth/cookie");
    const { openSession } = await import("@/lib/auth/commands");
    const sid = await openSession((await memberWithPassword()).id, "");
    const sealed = [
      await encode({ token: { sid }, secret: authSecret(), salt: "counterpoint flash" }),
      await encode({ token: { sid }, secret: "some other key" }),
      await encode({ token: { sid }, secret: authSecret(), maxAge: -60 }),
    ];
    for (const value of sealed) {
      const headers = new Headers({ cookie: `next-auth.session-token=${value}` });
      expect(await identify(headers)).toBeNull();
    }
  });
});
