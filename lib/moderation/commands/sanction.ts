import "server-only";
import { assertVoice } from "@/lib/auth/standing";
import { db, type Transaction } from "@/lib/db/client";
import { limit } from "@/lib/limits/limit";
import { tellChanged } from "@/lib/live/changes";
import { affected } from "@/lib/live/tags";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import type { Actor } from "@/lib/shared/viewer";
import { canSanction, type SanctionKind } from "../sanctions";
import type { SanctionInput } from "../schema";
import type { TargetRef } from "../target";
import type { ModerationGround } from "../vocabulary";
import { appendEntry } from "./append-entry";
import { lockThing, type Thing } from "./thing";

/** `until` is null for a ban. */
export type Sanctioned = { entry: number; until: string | null };

/**
 * Silences, suspends or bans a person, with its public reason in the log. Whoever is suspended or
 * banned is signed out everywhere at once, and their tokens are worth nothing meanwhile.
 *
 * @throws DomainError NOT_FOUND, SANCTIONED_ALREADY, or the refusal of `canSanction`
 */
export async function sanction(actor: Actor, input: SanctionInput): Promise<Sanctioned> {
  await limit("moderation", actor.id);
  const done = await db.$transaction(async (tx) => {
    await assertVoice(tx, actor);
    const person = await tx.user.findUnique({
      where: { handle: input.handle },
      select: { id: true },
    });
    if (!person) throw new DomainError("NOT_FOUND");
    const about = { target: "PERSON", personId: person.id } as const;
    const thing = await lockThing(tx, about, actor.id);
    return impose(tx, actor, { about, thing }, input);
  });
  tellChanged(...affected.sanction(input.handle));
  return done;
}

type Case = { about: Extract<TargetRef, { target: "PERSON" }>; thing: Thing };
type Wanted = {
  kind: SanctionKind;
  /** Of no matter for a ban. */
  days?: number | undefined;
  ground: ModerationGround;
  publicReason: string;
  privateNote: string;
};

const day = 86_400_000;

/**
 * Imposes a sanction on a person whose row is locked: a vote or a word that is on its way is written
 * before it, or finds it.
 *
 * @throws DomainError SANCTIONED_ALREADY, or the refusal of `canSanction`
 */
export async function impose(
  tx: Transaction,
  actor: Actor,
  { about, thing }: Case,
  { kind, days = 1, ground, publicReason, privateNote }: Wanted,
): Promise<Sanctioned> {
  const { personId: userId } = about;
  assertGranted(canSanction(actor, { id: userId, role: thing.personRole ?? "MEMBER" }));
  await refuseSecond(tx, userId, kind);
  if (kind !== "SILENCE") await tx.session.deleteMany({ where: { userId } });
  const until = kind === "BAN" ? null : new Date(Date.now() + days * day);
  const entryId = await appendEntry(tx, {
    action: kind,
    about,
    actorId: actor.id,
    personId: userId,
    ...{ ground, publicReason, privateNote },
    details: until ? { days, until: until.toISOString() } : {},
    snapshot: thing.words,
  });
  await tx.sanction.create({ data: { entryId, userId, kind, until }, select: { entryId: true } });
  return { entry: entryId, until: until?.toISOString() ?? null };
}

/** To change how long it lasts, it is taken back first: two at once would both have to be. */
async function refuseSecond(tx: Transaction, userId: number, kind: SanctionKind): Promise<void> {
  const before = await tx.sanction.findFirst({
    where: { userId, kind, OR: [{ until: null }, { until: { gt: new Date() } }] },
    select: { entryId: true },
  });
  if (before) throw new DomainError("SANCTIONED_ALREADY", { params: { entry: before.entryId } });
}
