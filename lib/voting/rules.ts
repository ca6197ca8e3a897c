import type { DebateStatus } from "@/lib/debates/schema";
import { mayTakePart } from "@/lib/moderation/sanctions";
import { granted, refused, together, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { VoteSummary } from "./schema";

export type VoteFacts = {
  debateStatus: DebateStatus;
  debateLocked: boolean;
  argumentStatus: "LIVE" | "ARCHIVED";
  authorId: number;
};

/**
 * Whether the viewer may weigh this argument. The same conditions stand as a predicate in the
 * statement that casts the vote; a property test holds the two together.
 */
export function canVote(viewer: Viewer | null, facts: VoteFacts): Permission {
  return together(mayTakePart(viewer), isWeighed(facts, viewer?.id));
}

function isWeighed(facts: VoteFacts, viewerId: number | undefined): Permission {
  if (facts.debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
  if (facts.debateLocked) return refused("DEBATE_LOCKED");
  if (facts.argumentStatus !== "LIVE") return refused("ARGUMENT_ARCHIVED");
  if (facts.authorId === viewerId) return refused("OWN_ARGUMENT");
  return granted;
}

/** The kept counts of an argument, as the database names them. */
export type KeptCounts = {
  voteCount: number;
  voteSum: number;
  n0: number;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  lowerBound: number;
};

/** Kept counts as people read them. */
export function summarise(counts: KeptCounts): VoteSummary {
  return {
    count: counts.voteCount,
    mean: counts.voteCount === 0 ? null : counts.voteSum / counts.voteCount,
    histogram: [counts.n0, counts.n1, counts.n2, counts.n3, counts.n4],
    lowerBound: counts.lowerBound,
  };
}

/** z of an 80 % interval, used everywhere. */
export const z80 = 1.2815515655446;

/**
 * Lower end of Wilson's score interval (Wilson 1927; used for ranking by Miller 2009).
 *
 * @param successes may be fractional: Σ impact / 4 for graded votes
 * @param count how many voted; 0 gives 0
 * @returns 0 to 1
 */
export function wilsonLowerBound(successes: number, count: number, z: number = z80): number {
  if (count === 0) return 0;
  const p = successes / count;
  const z2 = z * z;
  const spread = z * Math.sqrt((p * (1 - p)) / count + z2 / (4 * count * count));
  return Math.max(0, (p + z2 / (2 * count) - spread) / (1 + z2 / count));
}

/** Fewer votes than this on both sides together say nothing about their shares. */
export const sharesFromVotes = 5;

type Side = { impact: number; votes: number };

/**
 * One side's share of the impact given to both.
 *
 * @returns 0 to 1; null while too few have voted, or nobody gave any weight
 */
export function shareOfImpact(side: Side, other: Side): number | null {
  const impact = side.impact + other.impact;
  if (side.votes + other.votes < sharesFromVotes || impact === 0) return null;
  return side.impact / impact;
}
