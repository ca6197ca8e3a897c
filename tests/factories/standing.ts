/** People in every standing that a write asks about, for tests of the rules in SQL. */
import fc from "fast-check";
import type { Db } from "@/lib/db/client";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import type { ErrorCode } from "@/lib/shared/errors";
import type { Scope, SiteRole, Viewer } from "@/lib/shared/viewer";
import { createSanction } from "./create-sanction";
import { createUser } from "./create-user";
import { asViewer } from "./viewer";

type Came = "nowise" | "signed in" | "signed out" | "expired" | "another's session";
type Token = "token" | "revoked token" | "another's token";

/** What is to be known of somebody who asks to write. */
export type Standing = {
  account: "ACTIVE" | "DISABLED" | "ERASED";
  /** What a moderator did to them: "over" when its time has passed. */
  sanction: SanctionKind | "none" | "over";
  role: SiteRole;
  /** New members' first contributions can be made to wait; the write itself does not ask. */
  joined: "today" | "a year ago";
  verified: boolean;
  came: Came | Token;
  scopes: readonly Scope[] | undefined;
};

/** One value far more often than the others, so that each question of a rule decides as often. */
export function mostly<T>(usual: T, ...rare: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  );
}

export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  account: mostly<Standing["account"]>("ACTIVE", "DISABLED", "ERASED"),
  sanction: mostly<Standing["sanction"]>("none", "SILENCE", "SUSPEND", "BAN", "over"),
  role: fc.constantFrom<SiteRole[]>("MEMBER", "MODERATOR", "ADMINISTRATOR"),
  joined: fc.constantFrom<Standing["joined"][]>("today", "a year ago"),
  verified: fc.boolean(),
  came: fc.oneof(
    fc.constantFrom<Standing["came"][]>("nowise", "signed in", "token"),
    fc.constantFrom<Standing["came"][]>("signed out", "expired", "another's session"),
    fc.constantFrom<Standing["came"][]>("signed in", "revoked token", "another's token"),
  ),
  scopes: mostly<Standing["scopes"]>(undefined, ["read"], ["moderate"], ["read", "write"]),
});

/** Makes the person, with the session or the token that the request comes with. */
export async function createStanding(db: Db, standing: Standing): Promise<Viewer> {
  const { account: status, role, joined, came, scopes } = standing;
  const erased = status === "ERASED";
  const createdAt = new Date(Date.now() - (joined === "today" ? 0 : 365) * 86_400_000);
  const more = erased ? { email: null } : {};
  const user = await createUser(db, { status, role, createdAt, ...more });
  const viewer = asViewer(user, {
    emailVerified: standing.verified,
    ...(scopes ? { scopes } : {}),
  });
  await createSanction(db, user.id, standing.sanction);
  if (came === "nowise") return viewer;
  const owner = came.startsWith("another") ? (await createUser(db)).id : user.id;
  if (came.endsWith("token")) {
    const { id: tokenId } = await db.personalToken.create({
      data: {
        userId: owner,
        name: "A program",
        tokenHash: `${user.handle}-token`,
        scopes: ["read", "write"],
        revokedAt: came === "revoked token" ? new Date() : null,
      },
    });
    return { ...viewer, tokenId };
  }
  const ends = Date.now() + (came === "expired" ? -1000 : 3_600_000);
  const { id } = await db.session.create({ data: { userId: owner, expiresAt: new Date(ends) } });
  if (came === "signed out") await db.session.delete({ where: { id } });
  return { ...viewer, sessionId: id };
}

/** Who blocked whom; it keeps nobody from writing. */
export type Blocked = "nobody" | "by them" | "them" | "each other";
export const anyBlocked = mostly<Blocked>("nobody", "by them", "them", "each other");

/** Blocks between somebody who writes and whoever wrote what is answered. */
export async function createBlocks(
  db: Db,
  { writer, others, blocked }: { writer: number; others: readonly number[]; blocked: Blocked },
): Promise<void> {
  const ids = [...new Set(others)].filter((id) => id !== writer);
  const mine = ids.map((id) => ({ blockerId: writer, blockedId: id }));
  const theirs = ids.map((id) => ({ blockerId: id, blockedId: writer }));
  const data = [
    ...(blocked === "by them" || blocked === "each other" ? theirs : []),
    ...(blocked === "them" || blocked === "each other" ? mine : []),
  ];
  await db.block.createMany({ data });
}

/** What refuses everything that this person writes, wherever; null when nothing does. */
export function refusalOf({ account, came, sanction }: Standing): ErrorCode | null {
  if (account !== "ACTIVE") return "ACCOUNT_DISABLED";
  if (sanction === "SUSPEND") return "SUSPENDED";
  if (sanction === "BAN") return "BANNED";
  if (came === "revoked token" || came === "another's token") return "TOKEN_INVALID";
  if (came !== "nowise" && came !== "token" && came !== "signed in") return "SIGN_IN_REQUIRED";
  return sanction === "SILENCE" ? "SILENCED" : null;
}
