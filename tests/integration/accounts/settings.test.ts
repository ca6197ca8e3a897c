import { describe, expect, it } from "vitest";
import { checkCredentials } from "@/lib/accounts/commands/sign-in";
import {
  changePassword,
  requestEmailChange,
  updateProfile,
} from "@/lib/accounts/commands/settings";
import { endOneSession, endOtherSessions } from "@/lib/accounts/commands/sessions";
import { createToken, revokeToken } from "@/lib/accounts/commands/tokens";
import { verifyEmail } from "@/lib/accounts/commands/verify-email";
import { makeLink } from "@/lib/accounts/commands/one-time-links";
import { getAccount, listSessions, listTokens } from "@/lib/accounts/queries/account";
import { openSession } from "@/lib/auth/commands";
import { identify } from "@/lib/auth/identify";
import { writeMarks } from "@/lib/auth/seen";
import { db } from "@/lib/db/client";
import { actorOf, memberWithPassword, password } from "./members";

const fresh = "another four unrelated words";

describe("one's own account", () => {
  it("A member changes name and words about themselves", async () => {
    const actor = actorOf(await memberWithPassword());
    await updateProfile(actor, { name: "Ann Newname", about: "I teach." });
    expect(await getAccount(actor)).toMatchObject({ name: "Ann Newname", about: "I teach." });
  });

  it("Changing the password needs the current one, keeps this browser and ends the others", async () => {
    const user = await memberWithPassword();
    const here = await openSession(user.id, "here");
    await openSession(user.id, "elsewhere");
    const actor = actorOf(user, here);
    await expect(
      changePassword(actor, { password: "wrong", newPassword: fresh }),
    ).rejects.toMatchObject({ code: "PASSWORD_WRONG" });
    await changePassword(actor, { password, newPassword: fresh });
    expect((await listSessions(actor)).map(({ device }) => device)).toEqual(["here"]);
    expect(await checkCredentials(user.email, fresh)).toBe(user.id);
    await expect(checkCredentials(user.email, password)).rejects.toMatchObject({
      code: "WRONG_CREDENTIALS",
    });
  });

  it("The address changes only when the link sent to the new one is used", async () => {
    const user = await memberWithPassword();
    const actor = actorOf(user);
    const email = `new-${user.handle}@example.org`;
    await requestEmailChange(actor, { email, password });
    expect((await getAccount(actor)).email).toBe(user.email);
    const link = await makeLink(db, user.id, "CHANGE_EMAIL", email);
    await verifyEmail(new URL(link).searchParams.get("token")!);
    expect(await getAccount(actor)).toMatchObject({ email, emailVerified: true });
  });

  it("Asking for somebody else's address is answered like any other, and makes no link", async () => {
    const other = await memberWithPassword();
    const user = await memberWithPassword();
    const answer = await requestEmailChange(actorOf(user), { email: other.email, password });
    expect(answer).toEqual({ sentTo: other.email });
    expect(await db.oneTimeToken.count({ where: { userId: user.id } })).toBe(0);
  });

  it("A member signs one browser out, or all others, but never somebody else's", async () => {
    const user = await memberWithPassword();
    const stranger = await memberWithPassword();
    const here = await openSession(user.id, "here");
    const there = await openSession(user.id, "there");
    await openSession(user.id, "third");
    await expect(endOneSession(actorOf(stranger), { sessionId: there })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await endOneSession(actorOf(user, here), { sessionId: there });
    expect(await endOtherSessions(actorOf(user, here))).toEqual({ ended: 1 });
    expect(await listSessions(actorOf(user, here))).toMatchObject([{ current: true }]);
  });
});

describe("personal tokens", () => {
  it("A program acts with a token's scopes until it is revoked", async () => {
    const actor = actorOf(await memberWithPassword());
    const { id, token } = await createToken(actor, { name: "export", scopes: ["read"] });
    expect(token).toMatch(/^cp_[\w-]{43}$/);
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await identify(headers)).toMatchObject({ id: actor.id, scopes: ["read"] });
    await writeMarks();
    expect((await listTokens(actor))[0]!.lastUsedAt).not.toBeNull();
    await revokeToken(actor, { tokenId: id });
    expect(await identify(headers)).toBeNull();
  });

  it("The token itself is stored nowhere", async () => {
    const actor = actorOf(await memberWithPassword());
    const { token } = await createToken(actor, { name: "x", scopes: ["read"] });
    const rows = await db.personalToken.findMany({ where: { userId: actor.id } });
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
  });

  it("Nobody revokes another's token, and a member gives no moderator's scope", async () => {
    const actor = actorOf(await memberWithPassword());
    const { id } = await createToken(actor, { name: "x", scopes: ["read"] });
    const stranger = actorOf(await memberWithPassword());
    await expect(revokeToken(stranger, { tokenId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createToken(actor, { name: "x", scopes: ["moderate"] })).rejects.toMatchObject({
      code: "NOT_ALLOWED",
    });
  });

  it("A token cannot make further tokens", async () => {
    const actor = actorOf(await memberWithPassword());
    await expect(
      createToken({ ...actor, scopes: ["read", "write"] }, { name: "x", scopes: ["read"] }),
    ).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });
});
