import { granted, refused, type Permission } from "@/lib/shared/permission";
import { queueLimits } from "./queue-vocabulary";

/** Saved replies: a moderator's own words for public reasons. Pure. */

export type KeptReplies = {
  /** Replies of this person, without the one that is changed. */
  others: number;
  /** Whether one of them has this name. */
  nameTaken: boolean;
};

/** Whether a person who works through the queue may keep a reply under this name. */
export function canKeepReply({ others, nameTaken }: KeptReplies): Permission {
  if (nameTaken) return refused("REPLY_NAME_TAKEN");
  return others >= queueLimits.replies ? refused("REPLIES_FULL") : granted;
}

/** The reason as somebody writes it: their own words, and the reply that was put below them. */
export type Written = {
  /** Undefined while the usual words stand. */
  own: string | undefined;
  /** What was there before the reply, and all there was after it. */
  put?: { below: string; whole: string };
};

/**
 * Puts a reply into the reason: below what was typed, and in place of a reply that was put before and
 * not changed since. An empty one takes that reply away again.
 */
export function putReply({ own, put }: Written, text: string): Written {
  const below = put && put.whole === own ? put.below : (own ?? "");
  const whole = [below.trimEnd(), text].filter((words) => words !== "").join("\n\n");
  return text === "" ? { own: below || undefined } : { own: whole, put: { below, whole } };
}
