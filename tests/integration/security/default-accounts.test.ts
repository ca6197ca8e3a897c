import { describe, expect, it } from "vitest";
import { passwordLinkFor } from "@/lib/accounts/commands/reset-password";
import { checkCredentials } from "@/lib/accounts/commands/sign-in";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { seed } from "@/prisma/seed/seed";

const common = ["admin", "password", "counterpoint", "demo", "editors", "changeme", "12345678", ""];

describe("a freshly installed site", () => {
  it("has no account that anybody could know the password of", async () => {
    await seed(env.DATABASE_URL!, { demo: false });
    const withPassword = await db.user.count({ where: { passwordHash: { not: null } } });
    expect(withPassword).toBe(0);
    const editors = await db.user.findMany({ select: { email: true, kind: true, role: true } });
    expect(editors).toEqual([{ email: null, kind: "EDITORIAL", role: "MEMBER" }]);
  });

  it("lets nobody in with the names and passwords that guessers try first", async () => {
    for (const name of ["admin", "editors", "root", "demo-member", "demo-administrator"]) {
      for (const password of [...common, name]) {
        const tried = checkCredentials(`${name}@example.org`, password);
        await expect(tried).rejects.toMatchObject({ code: "WRONG_CREDENTIALS" });
      }
    }
  });

  it("gives demonstration accounts random passwords, told once", async () => {
    const lines: string[] = [];
    await seed(env.DATABASE_URL!, { demo: true, log: (line) => void lines.push(line) });
    const accounts = lines.map((line) => /(\S+@\S+) (\S+)$/.exec(line)!.slice(1));
    expect(accounts).toHaveLength(3);
    expect(new Set(accounts.map(([, password]) => password)).size).toBe(3);
    for (const [email, password] of accounts) {
      expect(password!.length).toBeGreaterThanOrEqual(20);
      expect(await checkCredentials(email!, password!)).toBeTypeOf("number");
      for (const guess of [...common, email!.split("@")[0]!]) {
        await expect(checkCredentials(email!, guess)).rejects.toMatchObject({
          code: "WRONG_CREDENTIALS",
        });
      }
    }
  });

  it("lets nobody sign in as the editors, even with a link or an address", async () => {
    const { id } = await db.user.findFirstOrThrow({ where: { kind: "EDITORIAL" } });
    await expect(
      db.user.update({ where: { id }, data: { passwordHash: "anything" } }),
    ).rejects.toThrow(/users_editorial_check/);
    await db.user.update({ where: { id }, data: { email: "editors@example.org" } });
    await expect(passwordLinkFor("editors@example.org")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
