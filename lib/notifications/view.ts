import type { AuthorView } from "@/lib/arguments/view";
import type { ExportFormat } from "@/lib/interchange/schema";
import type { ModerationAction } from "@/lib/moderation/vocabulary";
import type { Digest, Kind } from "./vocabulary";

/** What happened, finer than the kind: each has its words (`notifications.event.<event>`). */
export type NotificationEvent =
  | "ARGUMENT"
  | "COMMENT"
  | "ANSWER"
  | "MENTION"
  | "EDITED"
  | "ARCHIVED"
  | "RESTORED"
  | "MODERATED"
  | "MODERATED_AS_SUGGESTED"
  | "REVOTE"
  | "SUGGESTION_ACCEPTED"
  | "SUGGESTION_DECLINED"
  | "SUGGESTION_ASKED"
  | "SUGGESTION_WAITS_AGAIN"
  | "CORRECTED"
  | "INVITED"
  | "FLAG_UPHELD"
  | "FLAG_DECLINED"
  | "NEWS"
  | "EXPORT_READY"
  | "EXPORT_FAILED";

/** Times are ISO 8601 UTC. */
export type NotificationView = {
  /** "17", or for the news of a followed debate "42-137": all up to that argument. */
  id: string;
  kind: Kind;
  event: NotificationEvent;
  read: boolean;
  /** When it happened; of news the newest. */
  at: string;
  /** Where it leads. */
  href: string;
  /** Null when it is about a person, who stands in no debate. */
  debate: { slug: string; title: string } | null;
  /** Who did it. Null once the account was erased, and for news and files. */
  actor: AuthorView;
  /** Null for news and files. */
  argument: {
    id: string;
    number: string;
    title: string;
    stance: "SUPPORT" | "OPPOSE";
    archived: boolean;
  } | null;
  /** The comment it is about; its words shortened, empty when it was deleted. */
  comment: { id: string; deleted: boolean; excerpt: string } | null;
  /** The file that was prepared, when it tells of one. */
  export: { id: string; format: ExportFormat } | null;
  /** What a moderator did, when it tells of that. */
  action: ModerationAction | null;
  /** Whether that was done to a comment on the argument. */
  ofComment: boolean;
  /** Why a curator did it; empty without a reason. */
  reason: string;
  /** New arguments in a followed debate, counted up to one more than `mostNews`. */
  news: { count: number; since: string } | null;
};

export type SettingsView = {
  digest: Digest;
  mailed: Kind[];
  /** Whether mails tell what waits in the queue, to somebody who moderates. */
  queueMails: boolean;
};

/** A debate that somebody follows. */
export type FollowView = {
  debate: { slug: string; title: string };
  since: string;
  /** New arguments since they were last seen, counted up to one more than `mostNews`. */
  news: number;
};
