import "server-only";
import { db } from "@/lib/db/client";
import type { Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import { canAppeal } from "../rules";
import { canSanction, isSanction, type SanctionKind } from "../sanctions";
import type { LookAlike } from "../view";
import { getLookAlikes } from "./look-alikes";

/** A sanction while it lasts; times are ISO 8601 UTC. */
export type SanctionInForce = {
  kind: SanctionKind;
  /** Null for a ban. */
  until: string | null;
  entry: number;
  reason: string;
};

/** What is in force against a person, the longest first; a handful at most. */
export async function sanctionsInForce(userId: number): Promise<SanctionInForce[]> {
  const rows = await db.sanction.findMany({
    where: { userId, OR: [{ until: null }, { until: { gt: new Date() } }] },
    orderBy: { until: { sort: "desc", nulls: "first" } },
    select: {
      kind: true,
      until: true,
      entryId: true,
      entry: { select: { words: { select: { publicReason: true } } } },
    },
  });
  return rows.flatMap(({ kind, until, entryId, entry }) =>
    isSanction(kind)
      ? {
          kind,
          until: until?.toISOString() ?? null,
          entry: entryId,
          reason: entry.words?.publicReason ?? "",
        }
      : [],
  );
}

export type ShutOutView = {
  name: string;
  sanctions: (SanctionInForce & { appeal: Permission })[];
  /** How many webhooks of theirs rest meanwhile. */
  webhooks: number;
};

/**
 * What somebody reads who proved who they are and may not sign in. Null once they may.
 * @param userId whose pass it is (see lib/auth/appeal-pass)
 */
export async function getShutOut(userId: number): Promise<ShutOutView | null> {
  const sanctions = (await sanctionsInForce(userId)).filter(({ kind }) => kind !== "SILENCE");
  if (sanctions.length === 0) return null;
  const person = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      handle: true,
      name: true,
      role: true,
      _count: { select: { webhooks: true } },
    },
  });
  const entries = await db.moderationEntry.findMany({
    where: { id: { in: sanctions.map(({ entry }) => entry) } },
    select: {
      id: true,
      action: true,
      at: true,
      personId: true,
      appeal: { select: { entryId: true } },
    },
  });
  const { _count: has, ...who } = person;
  const viewer = { ...who, emailVerified: true };
  const appealOf = (id: number) => {
    const { appeal, ...facts } = entries.find((one) => one.id === id)!;
    return canAppeal(viewer, { ...facts, undone: false, appealed: appeal !== null }, new Date());
  };
  return {
    name: person.name,
    sanctions: sanctions.map((one) => ({ ...one, appeal: appealOf(one.entry) })),
    webhooks: has.webhooks,
  };
}

export type PersonModeration = {
  can: Permission;
  inForce: SanctionInForce[];
  lookAlikes: LookAlike[];
};

/** What moderators see on a person's page. Null for everybody else. */
export async function getPersonModeration(
  viewer: Viewer | null,
  handle: string,
): Promise<PersonModeration | null> {
  if (!viewer || viewer.role === "MEMBER") return null;
  const person = await db.user.findUnique({
    where: { handle, status: { not: "ERASED" } },
    select: { id: true, role: true },
  });
  if (!person) return null;
  const [inForce, lookAlikes] = await Promise.all([
    sanctionsInForce(person.id),
    getLookAlikes(person.id),
  ]);
  return { can: canSanction(viewer, person), inForce, lookAlikes };
}
