import type { ArgumentTeaser, ArgumentView } from "@/lib/arguments/view";
import type { DebateHead } from "@/lib/debates/view";

/** What other sites show of a debate, as anybody may read it. */
export type DebateEmbed = {
  debate: DebateHead;
  /** Direct arguments on each side; the supporting share of the weight, null while few have voted. */
  balance: { support: number; oppose: number; share: number | null };
  /** What became of the decision, in a sentence; empty without a brief. */
  statusLine: string;
  strongest: { support: ArgumentTeaser | null; oppose: ArgumentTeaser | null };
};

/** What other sites show of one argument. */
export type ArgumentEmbed = {
  debate: DebateHead;
  argument: ArgumentView;
  /** What it answers; null when it answers the motion. */
  answers: ArgumentTeaser | null;
};
