import "server-only";
import type { Transaction } from "@/lib/db/client";
import { purgeOf } from "@/lib/purges/queries/purge-of";
import type { PurgeableFacts } from "@/lib/purges/rules";
import { decidedBy, type Decided } from "@/lib/suggestions/queries/decided";
import { targetOf, type TargetRef } from "../target";
import { lockSuggested, lockThing, type Thing } from "./thing";
import type { ReadEntry } from "./undo-entry";

/** What an entry is about, locked to be taken back. */
export type DecidedThing = {
  about: TargetRef;
  thing: Thing;
  purge: PurgeableFacts["purge"];
  /** What waited and was decided by it. */
  decided: Decided | null;
};

/**
 * Locks what an entry is about. What waited is locked first, as whoever decides it does; an answer to
 * it concerns who sent it, whatever it was about.
 *
 * @throws DomainError NOT_FOUND
 */
export async function lockDecided(
  tx: Transaction,
  entry: ReadEntry,
  viewerId: number,
): Promise<DecidedThing> {
  const about = targetOf(entry);
  const before = await decidedBy(tx, entry);
  if (!before) return { ...(await lockAbout(tx, about, viewerId)), decided: null };
  const sent = await lockSuggested(tx, before.ref, before.authorId, viewerId);
  if (entry.action === "DECLINE") {
    return { about, thing: sent, purge: null, decided: await decidedBy(tx, entry) };
  }
  const locked = await lockAbout(tx, about, viewerId);
  const decided = await decidedBy(tx, entry);
  if (entry.action !== "APPROVE") return { ...locked, decided };
  return { ...locked, thing: { ...sent, words: locked.thing.words }, decided };
}

async function lockAbout(tx: Transaction, about: TargetRef, viewerId: number) {
  const thing = await lockThing(tx, about, viewerId);
  return { about, thing, purge: await purgeOf(tx, about) };
}
