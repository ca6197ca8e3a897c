import type { ArgumentFacts } from "@/lib/arguments/rules";
import { noLongerNew, type Standing } from "@/lib/moderation/urgency";
import { mayTakePart } from "@/lib/moderation/sanctions";
import type { ReviewCause } from "@/lib/moderation/vocabulary";
import { granted, refused, together, type Permission } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";
import type { SuggestionStatus, SuggestionWhy } from "./vocabulary";

/** What the site's settings say, and of links the debate's editors. */
export type IntakeSettings = {
  /** So many contributions of a new member wait; 0: none. */
  first: number;
  /** A new member's text with more links than this waits; 0: links are not counted. */
  links: number;
  /** More posts of one person in a minute than this wait; 0: posts are not counted. */
  burst: number;
};

/** Which number of links holds in a debate: its editors' choice comes before the site's setting. */
export function linksFor(debate: { heldLinks: number | null }, site: number): number {
  return debate.heldLinks ?? site;
}

export type IntakeFacts = IntakeSettings & {
  kind: "ARGUMENT" | "COMMENT" | "EDIT" | "COMMENT_EDIT";
  /** Whether the writer is an editor of the debate, or a moderator of the site. */
  curates: boolean;
  /** Whether the debate is curated. */
  curated: boolean;
  heldWord: boolean;
  linksFound: number;
  /** Posts of this person in the last minute, this one included. */
  posts: number;
  /** Accounts that posted the same words within the hour, this one included. */
  accounts: number;
  /** The writer's standing and what they contributed; null where no answer depends on it. */
  writer: { standing: Standing; contributions: number } | null;
};

/** From so many accounts on, the same words wait. */
const several = 3;

/** Why a contribution waits for an editor; null: it is shown at once. Comments are never curated. */
export function whatWaits(facts: IntakeFacts): SuggestionWhy | null {
  if (facts.curates) return null;
  const ofTree = facts.kind === "ARGUMENT" || facts.kind === "EDIT";
  if (facts.curated && ofTree) return "CURATED";
  if (facts.heldWord) return "WORDS";
  if (facts.burst > 0 && (facts.posts > facts.burst || facts.accounts >= several)) return "BURST";
  if (facts.writer?.standing !== "NEW") return null;
  if (facts.links > 0 && facts.linksFound > facts.links) return "LINKS";
  return facts.writer.contributions < facts.first ? "FIRST" : null;
}

/** So many people a new member names in one contribution, so that nobody is called by strangers. */
export const newcomerMentions = 2;

export type NamingFacts = {
  /** How many people the words name, as they would be told of it. */
  named: number;
  /** Whether the writer is an editor of the debate, or a moderator of the site. */
  curates: boolean;
  /** The days since they joined, and what they contributed; null where no answer depends on it. */
  writer: { standing: Standing; days: number; contributions: number } | null;
};

/**
 * Whether these words may name so many people. What a new member names too many in is refused, not
 * held: taking a name out mends it.
 */
export function canName({ named, curates, writer }: NamingFacts, now: Date): Permission {
  if (named <= newcomerMentions || curates || writer?.standing !== "NEW") return granted;
  const days = Math.max(0, noLongerNew.days - writer.days);
  const left = Math.max(0, noLongerNew.contributions - writer.contributions);
  return refused("TOO_MANY_MENTIONS", {
    ...{ named, most: newcomerMentions, left },
    // To the minute above, so that nobody comes back a moment too early.
    from: Math.ceil((now.getTime() + days * 86_400_000) / 60_000) * 60_000,
    wait: left === 0 ? "DAYS" : days === 0 ? "CONTRIBUTIONS" : "BOTH",
  });
}

/** Whether the writer's standing can make a difference: asked before it is read. */
export function standingMatters(facts: Pick<IntakeFacts, "first" | "links" | "linksFound">) {
  return facts.first > 0 || (facts.links > 0 && facts.linksFound > facts.links);
}

/** Under which heading it stands in the moderators' queue. */
export function causeOf(why: SuggestionWhy): ReviewCause {
  if (why === "FIRST") return "FIRST";
  return why === "CURATED" || why === "SUGGESTED" ? "SUGGESTION" : "HELD";
}

/** Whether the viewer may suggest something about this argument: it is live, and somebody else's. */
export function canSuggest(
  viewer: Viewer | null,
  facts: Pick<ArgumentFacts, "debateStatus" | "status" | "authorId">,
): Permission {
  return together(mayTakePart(viewer), takesSuggestions(facts, viewer?.id));
}

function takesSuggestions(
  { debateStatus, status, authorId }: Pick<ArgumentFacts, "debateStatus" | "status" | "authorId">,
  viewerId: number | undefined,
): Permission {
  if (debateStatus !== "OPEN") return refused("DEBATE_NOT_OPEN");
  if (status === "ARCHIVED") return refused("ARGUMENT_ARCHIVED");
  return viewerId === authorId ? refused("OWN_THING") : granted;
}

export type SuggestionFacts = { authorId: number; status: SuggestionStatus };

/** Whether the viewer may give what waits other words: its author, until it is decided. */
export function canChangeSuggestion(viewer: Viewer | null, facts: SuggestionFacts): Permission {
  const permission = canWithdrawSuggestion(viewer, facts);
  return permission.granted ? mayTakePart(viewer) : permission;
}

/** Whether the viewer may take back what waits; somebody who is silenced, too. */
export function canWithdrawSuggestion(viewer: Viewer | null, facts: SuggestionFacts): Permission {
  if (!viewer) return refused("SIGN_IN_REQUIRED");
  if (viewer.scopes && !viewer.scopes.includes("write")) return refused("SCOPE_MISSING");
  if (viewer.id !== facts.authorId) return refused("NOT_AUTHOR");
  const open = facts.status === "WAITING" || facts.status === "ASKED_BACK";
  return open ? granted : refused("SUGGESTION_CLOSED");
}

/** Whether words can be published as their author's, who may write now. */
export function canPublishFor(author: { mayWrite: boolean }): Permission {
  return author.mayWrite ? granted : refused("AUTHOR_GONE");
}
