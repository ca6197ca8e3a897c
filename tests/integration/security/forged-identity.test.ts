import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { endSession } from "@/lib/auth/commands";
import { sealSession, sessionCookieName } from "@/lib/auth/cookie";
import { db } from "@/lib/db/client";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { browser, host, program, reader } from "../api/client";

let argument: string;
let victim: { id: number; handle: string };

beforeAll(async () => {
  const debate = await createDebate(db);
  const { id } = await createArgument(db, { debateId: debate.id });
  argument = `${debate.id}-${id}`;
  victim = await createUser(db);
});

const voteWith = (headers: Record<string, string>, json: object = { impact: 4 }) =>
  reader.ask("PUT", `/arguments/${argument}/vote`, {
    json,
    headers: { origin: `http://${host}`, ...headers },
  });

describe("Nobody acts as another person", () => {
  test("by naming them in the body", async () => {
    const attacker = await program();
    for (const name of ["userId", "user", "voterId", "actorId", "authorId"]) {
      const json = { impact: 4, [name]: victim.id };
      const answer = await attacker.ask("PUT", `/arguments/${argument}/vote`, { json });
      expect([name, answer.status]).toEqual([name, 422]);
    }
    expect(await db.impactVote.count({ where: { userId: victim.id } })).toBe(0);
  });

  test("by naming them in headers", async () => {
    const attacker = await program();
    await attacker.ask("PUT", `/arguments/${argument}/vote`, {
      json: { impact: 1 },
      headers: { "x-user-id": String(victim.id), "x-forwarded-user": victim.handle },
    });
    expect(await db.impactVote.count({ where: { userId: victim.id } })).toBe(0);
    expect(await db.impactVote.count({ where: { userId: attacker.person.id } })).toBe(1);
  });

  test("with a cookie sealed by another key, or not sealed at all", async () => {
    const sid = "0198a0a0-0000-7000-8000-000000000000";
    const forged = await encode({ token: { sid, sub: String(victim.id) }, secret: "guessed" });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(
      JSON.stringify({ sid, sub: String(victim.id) }),
    ).toString("base64url")}.`;
    for (const value of [forged, unsigned, "", "null", "%00", String(victim.id)]) {
      const answer = await voteWith({ cookie: `${sessionCookieName()}=${value}` });
      expect([value, answer.status, answer.body.code]).toEqual([value, 401, "SIGN_IN_REQUIRED"]);
    }
  });

  test("with a rightly sealed cookie whose session does not exist", async () => {
    for (const sid of ["0198a0a0-0000-7000-8000-000000000000", "' OR 1=1 --", String(victim.id)]) {
      const answer = await voteWith({ cookie: `${sessionCookieName()}=${await sealSession(sid)}` });
      expect(answer.status).toBe(401);
    }
  });

  test.each(["Bearer cp_guessed", "Bearer ", "Bearer cp_", "Basic YTpi", "cp_", "Bearer cp_a b"])(
    "with the header Authorization: %s",
    async (authorization) => {
      const answer = await voteWith({ authorization });
      expect([answer.status, answer.body.code]).toEqual([401, "TOKEN_INVALID"]);
    },
  );

  test("with a worthless token beside a good cookie", async () => {
    const person = await browser();
    const answer = await person.ask("PUT", `/arguments/${argument}/vote`, {
      json: { impact: 4 },
      headers: { authorization: "Bearer cp_guessed", origin: "https://elsewhere.example" },
    });
    expect(answer.status).toBe(401);
  });
});

describe("An identity that was taken away is worth nothing at once", () => {
  test("an ended session", async () => {
    const person = await browser();
    expect((await person.ask("GET", "/me")).status).toBe(200);
    const { id } = await db.session.findFirstOrThrow({ where: { userId: person.person.id } });
    await endSession(id);
    expect((await person.ask("GET", "/me")).status).toBe(401);
  });

  test("a disabled account, by cookie and by token", async () => {
    const user = await createUser(db);
    const [person, script] = [await browser(user), await program(["read", "write"], user)];
    await db.user.update({ where: { id: user.id }, data: { status: "DISABLED" } });
    for (const caller of [person, script]) {
      const answer = await caller.ask("PUT", `/arguments/${argument}/vote`, {
        json: { impact: 4 },
      });
      expect(answer.status).toBe(401);
    }
    expect(await db.impactVote.count({ where: { userId: user.id } })).toBe(0);
  });
});
