/** The signed-in person a request acts for. Identity comes from the session or token, never from input. */
export type Viewer = {
  id: number;
  handle: string;
  name: string;
  role: SiteRole;
  emailVerified: boolean;
  /** Present when the person came with a browser session, absent for a personal token. */
  sessionId?: string;
  /** Present when a program came with a personal token. */
  scopes?: readonly Scope[];
  /** That token's row, looked at again by every write. */
  tokenId?: number;
  /** Present while a moderator has silenced the person. */
  silenced?: Silence;
};

/** Until when (milliseconds since 1970), the log's entry that says why, and its public reason. */
export type Silence = { until: number; entry: number; reason: string };

export const siteRoles = ["MEMBER", "MODERATOR", "ADMINISTRATOR"] as const;
export type SiteRole = (typeof siteRoles)[number];

export const scopes = ["read", "write", "moderate"] as const;
export type Scope = (typeof scopes)[number];

/** Whoever writes: a viewer. Named so that a command's signature says who acts. */
export type Actor = Viewer;

/** Moderators and administrators may do on the whole site what editors do in their debates. */
export function isModerator(viewer: Pick<Viewer, "role">): boolean {
  return viewer.role === "MODERATOR" || viewer.role === "ADMINISTRATOR";
}
