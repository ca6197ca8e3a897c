/**
 * Every URL of the site as a function. Public ids of arguments and comments look like "42-137"
 * (debate, then item): see lib/shared/ids.
 */

type QueryValue = string | number | boolean | null | undefined;
export type Query = Record<string, QueryValue | readonly QueryValue[]>;

/** Appends a query; empty values are left out, lists repeat their key, keys keep their order. */
export function withQuery(path: string, query: Query = {}): string {
  const [bare = "", hash] = path.split("#");
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && item !== undefined && item !== "" && item !== false) {
        search.append(key, String(item));
      }
    }
  }
  const text = search.toString();
  return `${bare}${text ? `?${text}` : ""}${hash ? `#${hash}` : ""}`;
}

const segment = encodeURIComponent;
const debate = (slug: string) => `/debates/${segment(slug)}`;
const argument = (slug: string, argumentId: string) =>
  `${debate(slug)}/arguments/${segment(argumentId)}`;

export const routes = {
  home: () => "/",
  about: () => "/about",
  rules: () => "/rules",
  privacy: () => "/privacy",
  /** Where the code of this site can be had, as its licence (AGPL-3.0) promises. */
  sourceCode: () => "/about#source-code",
  apiReference: () => "/api",
  /** The part of the API's description that is about webhooks. */
  webhookReference: () => "/api#webhooks",
  openApi: () => "/api/v1/openapi.json",
  search: (query?: string) => withQuery("/search", { q: query }),

  debates: (query?: Query) => withQuery("/debates", query),
  debate: (slug: string, query?: Query) => withQuery(debate(slug), query),
  brief: (slug: string) => `${debate(slug)}/brief`,
  newDebate: () => "/debates/new",
  /** The page that edits a debate: one part of it, one item of a list open. */
  editDebate: (slug: string, query?: Query) => withQuery(`${debate(slug)}/edit`, query),
  sources: (slug: string) => `${debate(slug)}/sources`,
  debateHistory: (slug: string, query?: Query) => withQuery(`${debate(slug)}/history`, query),
  debateEmbed: (slug: string) => `${debate(slug)}/embed`,
  /** Whether contributions wait for an editor, and which words are held: for its editors. */
  curation: (slug: string) => `${debate(slug)}/curation`,
  exportDebate: (slug: string) => `${debate(slug)}/export`,
  /** The files of a debate that were prepared for the reader, on the same page. */
  preparedExports: (slug: string, query?: Query) =>
    withQuery(`${debate(slug)}/export#prepared`, query),
  preparedFile: (id: string) => `/api/v1/exports/${segment(id)}/file`,
  /** The whole debate on one page, for paper. */
  printDebate: (slug: string) => `${debate(slug)}/print`,
  exportFile: (slug: string, format: string) =>
    withQuery(`/api/v1/debates/${segment(slug)}/export`, { format }),
  exportSchema: () => "/api/v1/schemas/debate-export.json",
  exportKey: () => "/api/v1/export-key",
  importDebate: (query?: Query) => withQuery("/debates/import", query),
  debateFeed: (slug: string) => `${debate(slug)}/feed.xml`,
  /** The stream of what happens in it. */
  debateEvents: (slug: string) => `/api/v1${debate(slug)}/events`,

  argument: (slug: string, argumentId: string, query?: Query) =>
    withQuery(argument(slug, argumentId), query),
  editArgument: (slug: string, argumentId: string) => `${argument(slug, argumentId)}/edit`,
  curateArgument: (slug: string, argumentId: string, query?: Query) =>
    withQuery(`${argument(slug, argumentId)}/curate`, query),
  /** The forms for what any member may suggest about it. */
  suggest: (slug: string, argumentId: string, query?: Query) =>
    withQuery(`${argument(slug, argumentId)}/suggest`, query),
  argumentHistory: (slug: string, argumentId: string) => `${argument(slug, argumentId)}/history`,
  argumentEmbed: (slug: string, argumentId: string) => `${argument(slug, argumentId)}/embed`,
  comment: (slug: string, argumentId: string, commentId: string) =>
    `${argument(slug, argumentId)}#comment-${commentId}`,

  /** What other sites show in a frame. */
  embedDebate: (slug: string) => `/embed/debates/${segment(slug)}`,
  embedArgument: (argumentId: string) => `/embed/arguments/${segment(argumentId)}`,
  /** How to show a page of this site elsewhere; `url` is the whole address of the page. */
  oembed: (url: string, format: "json" | "xml") => withQuery("/api/oembed", { url, format }),

  moderation: (query?: Query) => withQuery("/moderation", query),
  /** What the moderator decided themselves. */
  ownDecisions: (query?: Query) => withQuery("/moderation/decisions", query),
  review: (id: number, query?: Query) => withQuery(`/moderation/${id}`, query),
  /** Leads on to what waits most, and says what was just decided. */
  nextReview: (query?: {
    done?: number;
    asked?: number;
    of?: number;
    passedOn?: number;
    after?: number;
  }) => withQuery("/moderation/next", query),
  /** What several things would become, before they are decided together. */
  bulkReview: () => "/moderation/bulk",
  moderationWaits: () => "/moderation/waits",
  /** The moderator's own words for public reasons. */
  savedReplies: () => "/moderation/replies",
  /** The form that says what is wrong with a thing: an argument, a comment or a person. */
  flag: (target: "argument" | "comment" | "person", id: string) =>
    withQuery("/flag", { target, id }),
  /** Where an error in a brief is reported: in one fact, or anywhere in it. */
  reportError: (slug: string, fact?: number) =>
    withQuery("/flag", { target: "debate", id: slug, fact }),

  signIn: (next?: string) => withQuery("/sign-in", { next }),
  signUp: (next?: string) => withQuery("/sign-up", { next }),
  forgotPassword: () => "/forgot-password",
  resetPassword: (token?: string) => withQuery("/reset-password", { token }),
  verifyEmail: (token?: string) => withQuery("/verify-email", { token }),
  /** Tells whoever is suspended or banned why, and takes their appeal. */
  shutOut: (pass?: string, query: Query = {}) => withQuery("/appeal", { pass, ...query }),

  /** The public log of moderation, or what of it fits. */
  modlog: (query?: Query) => withQuery("/modlog", query),
  modlogEntry: (id: number) => `/modlog/${id}`,
  modlogFeed: (query?: Query) => withQuery("/modlog/feed.xml", query),
  modlogFile: (query?: Query) => withQuery("/modlog.csv", query),
  modlogReport: (query?: Query) => withQuery("/modlog/report", query),
  modlogReportFile: (query?: Query) => withQuery("/modlog/report.csv", query),
  modlogReportJson: (query?: Query) => withQuery("/api/v1/moderation/report", query),
  modlogJson: (query?: Query) => withQuery("/api/v1/modlog", query),

  member: (handle: string) => `/users/${segment(handle)}`,
  account: () => "/account",
  accountTokens: () => "/account/tokens",
  accountWebhooks: () => "/account/webhooks",
  accountWebhook: (id: number, query?: Query) => withQuery(`/account/webhooks/${id}`, query),
  accountNotifications: () => "/account/notifications",
  /** What one sent that waits for an editor, or waited. */
  accountSuggestions: (query?: Query) => withQuery("/account/suggestions", query),
  accountSuggestion: (id: string, query?: Query) =>
    withQuery(`/account/suggestions/${segment(id)}`, query),
  accountExport: () => "/account/export",
  eraseAccount: () => "/account/erase",

  adminJobs: () => "/admin/jobs",
  adminPurges: (query?: Query) => withQuery("/admin/purges", query),
  /** The form by which an administrator asks that words go by law. */
  requestPurge: (target: "ARGUMENT" | "COMMENT" | "ENTRY", id: string | number) =>
    withQuery("/admin/purges/new", { target, id }),
  notifications: (query?: Query) => withQuery("/notifications", query),
  /** The page of a mail's link: it changes nothing, its button does. */
  unsubscribe: (token?: string) => withQuery("/unsubscribe", { token }),

  /** Handlers that forms without a session post to. */
  handlers: {
    signIn: () => "/api/accounts/sign-in",
    signInWith: () => "/api/accounts/sign-in-with",
    signOut: () => "/api/accounts/sign-out",
    eraseAccount: () => "/api/accounts/erase",
    signUp: () => "/api/accounts/sign-up",
    forgotPassword: () => "/api/accounts/forgot-password",
    resetPassword: () => "/api/accounts/reset-password",
    verifyEmail: () => "/api/accounts/verify-email",
    appeal: () => "/api/accounts/appeal",
    /** Takes RFC 8058's one-click POST; `form` when the page's own button sends it. */
    unsubscribe: (token: string, form = false) =>
      withQuery("/api/notifications/unsubscribe", { token, form: form ? 1 : undefined }),
    importFile: () => "/debates/import/file",
  },
} as const;
