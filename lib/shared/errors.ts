/**
 * Why a rule says no. Each code has its words in the catalogue (`errors.<code>`) and its HTTP
 * status below.
 */
export const refusals = {
  SIGN_IN_REQUIRED: 401,
  ACCOUNT_DISABLED: 403,
  SCOPE_MISSING: 403,
  NOT_ALLOWED: 403,
  NOT_AUTHOR: 403,
  OWN_ARGUMENT: 403,
  DEBATE_NOT_OPEN: 409,
  ARGUMENT_ARCHIVED: 409,
  ARGUMENT_NOT_ARCHIVED: 409,
  TREE_TOO_DEEP: 409,
  COMMENT_DELETED: 409,
  WEBHOOK_LIMIT: 409,
  WEBHOOK_PAUSED: 409,
  FOLLOWS_FULL: 409,
  OWN_THING: 403,
  OWN_DECISION: 403,
  NOTHING_TO_FLAG: 409,
  REVIEW_DECIDED: 409,
  REVIEW_CLAIMED: 409,
  ARCHIVED_BY_CURATOR: 403,
  NOTHING_TO_APPEAL: 409,
  APPEALED_BEFORE: 409,
  APPEAL_TOO_LATE: 409,
  NOTHING_TO_UNDO: 409,
  ALREADY_UNDONE: 409,
  BELOW_ITSELF: 409,
  STANDS_THERE: 409,
  PLACE_ARCHIVED: 409,
  MARKED_SO: 409,
  LATER_FIRST: 409,
  OWN_PURGE: 403,
  PURGED: 409,
  PURGE_WAITS: 409,
  PURGE_WITHDRAWN: 409,
  ONESELF: 409,
  EXPORT_NOT_READY: 409,
  EXPORT_EXPIRED: 410,
  EXPORT_OUTDATED: 410,
  SILENCED: 403,
  SUSPENDED: 403,
  BANNED: 403,
  FELLOW_MODERATOR: 403,
  SANCTIONED_ALREADY: 409,
  DEBATE_LOCKED: 409,
  THREAD_LOCKED: 409,
  SLOW_MODE: 409,
  LOCKED_ALREADY: 409,
  FEATURED_ALREADY: 409,
  SLOW_ALREADY: 409,
  DEBATE_NOT_CLOSED: 409,
  SUGGESTION_CLOSED: 409,
  AUTHOR_GONE: 409,
  CHANGE_WOULD_WAIT: 409,
  MODERATORS_ONLY: 403,
  TOO_NEW: 403,
  TOO_MANY_MENTIONS: 403,
  ALREADY_PUBLISHED: 409,
  NOT_READY: 409,
  MOTION_FIXED: 409,
  FACT_PUBLISHED: 409,
  FACT_CITED: 409,
  LAST_EDITOR: 409,
  ESCALATED: 403,
  ESCALATED_BEFORE: 409,
  NOT_ESCALATED: 409,
  NOT_YOUR_DECISION: 403,
  VIEWS_FULL: 409,
  REPLIES_FULL: 409,
  REPLY_NAME_TAKEN: 409,
  FACT_STRUCK: 409,
  EDIT_AGAIN: 409,
  NOT_CORRECTED: 409,
  WORDS_ERASED: 409,
  DECIDE_AGAIN: 409,
  NOT_ACCEPTED: 409,
  QUESTION_ANSWERED: 409,
} as const;
export type RefusalCode = keyof typeof refusals;

/** What else can go wrong in the domain and may be said to a person. */
export const failures = {
  INVALID_INPUT: 422,
  NOT_FOUND: 404,
  STALE_VERSION: 409,
  FOREIGN_ORIGIN: 403,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_TOKENS: 409,
  WRONG_CREDENTIALS: 401,
  TOKEN_INVALID: 401,
  LINK_EXPIRED: 410,
  EMAIL_TAKEN: 409,
  HANDLE_TAKEN: 409,
  PASSWORD_WEAK: 422,
  PASSWORD_WRONG: 403,
  IMPORT_WITHOUT_ACCOUNT: 409,
  FILE_TOO_LARGE: 413,
  UPLOAD_GONE: 410,
  UNAVAILABLE: 503,
} as const;
export type FailureCode = keyof typeof failures;

export type ErrorCode = RefusalCode | FailureCode;

export type ErrorDetails = {
  /** Messages by field, already in words. */
  fields?: Record<string, string[]>;
  /** Values for the catalogue's placeholders, such as the seconds to wait. */
  params?: Record<string, string | number>;
  /** What the caller needs to mend it, such as the current version and text. */
  current?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

/** The only error whose meaning reaches a person; everything else is logged and given a reference. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }

  /** The HTTP status that the API answers with. */
  get status(): number {
    return this.code in refusals
      ? refusals[this.code as RefusalCode]
      : failures[this.code as FailureCode];
  }
}
