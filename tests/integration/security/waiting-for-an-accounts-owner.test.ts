import { beforeEach, describe, expect, test } from "vitest";
import { makeLink } from "@/lib/accounts/commands/one-time-links";
import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { verifyEmail } from "@/lib/accounts/commands/verify-email";
import { createSession, identify } from "@/lib/auth/identify";
import { sessionCookieName } from "@/lib/auth/cookie";
import { db } from "@/lib/db/client";
import { createUser } from "@/tests/factories/create-user";
import { program, type Caller } from "../api/client";

const chosen = "a harbour, a lamp and nine boats";

/** An account into which somebody else has built every way back that there is. */
async function besieged(emailVerifiedAt: Date | null) {
  const owner = await createUser(db, { emailVerifiedAt });
  const cookie = `${sessionCookieName()}=${await createSession(owner.id, "Theirs")}`;
  await db.identity.create({
    data: { provider: "github", subject: `theirs-${owner.id}`, userId: owner.id },
  });
  const code = (link: string) => new URL(link).searchParams.get("token")!;
  const theirs = `theirs-${owner.id}@evil.example`;
  const change = code(await makeLink(db, owner.id, "CHANGE_EMAIL", theirs));
  const reset = code(await makeLink(db, owner.id, "SET_PASSWORD", owner.email!));
  return { owner, cookie, change, reset, token: await program(["read"], owner) };
}

const worksStill = async (token: Caller) => (await token.ask("GET", "/me")).status === 200;

describe("Who takes an account back by its address", () => {
  let siege: Awaited<ReturnType<typeof besieged>>;

  describe("when the address was confirmed before", () => {
    beforeEach(async () => {
      siege = await besieged(new Date());
      await resetPassword(siege.reset, chosen);
    });

    test("ends every session", async () =>
      expect(await identify(new Headers({ cookie: siege.cookie }))).toBeNull());

    test("is not thrown out by a change of address asked for earlier", async () => {
      await expect(verifyEmail(siege.change)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
      const { email } = await db.user.findUniqueOrThrow({ where: { id: siege.owner.id } });
      expect(email).toBe(siege.owner.email);
    });

    test("keeps their own programs and connected accounts", async () => {
      expect(await worksStill(siege.token)).toBe(true);
      expect(await db.identity.count({ where: { userId: siege.owner.id } })).toBe(1);
    });
  });

  describe("when nobody had confirmed it", () => {
    beforeEach(async () => {
      siege = await besieged(null);
      await resetPassword(siege.reset, chosen);
    });

    test("finds no token of whoever opened the account with it", async () =>
      expect(await worksStill(siege.token)).toBe(false));

    test("finds no connected account of theirs either", async () =>
      expect(await db.identity.count({ where: { userId: siege.owner.id } })).toBe(0));

    test("owns a confirmed address now", async () => {
      const { emailVerifiedAt } = await db.user.findUniqueOrThrow({
        where: { id: siege.owner.id },
      });
      expect(emailVerifiedAt).not.toBeNull();
    });
  });
});
