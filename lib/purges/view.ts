import type { Permission } from "@/lib/shared/permission";
import type { PurgeGround, PurgeState, PurgeTarget } from "./vocabulary";

export type PurgeWords = { title: string; body: string };

/** A purge as administrators see it. Times are ISO 8601 UTC. */
export type PurgeView = {
  purge: number;
  state: PurgeState;
  target: PurgeTarget;
  /** "42-137" of an argument or comment, the number of an entry. */
  id: string;
  /** Where the thing, or the entry, stands. */
  href: string;
  ground: PurgeGround;
  legalBasis: string;
  publicReason: string;
  requestedBy: string;
  requestedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  withdrawnAt: string | null;
  /** What the log says of it. */
  entry: number | null;
  /** What is to go, for whoever decides; null once that is over. */
  words: PurgeWords | null;
  can: { confirm: Permission; withdraw: Permission };
};
