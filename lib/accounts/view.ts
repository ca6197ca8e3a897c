import type { Scope, SiteRole } from "@/lib/shared/viewer";

/** What a person sees of their own account. */
export type AccountView = {
  handle: string;
  name: string;
  about: string;
  email: string | null;
  emailVerified: boolean;
  role: SiteRole;
  hasPassword: boolean;
  memberSince: Date;
  providers: string[];
};

export type SessionView = {
  id: string;
  /** What the browser calls itself. */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

export type TokenView = {
  id: number;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  lastUsedAt: Date | null;
};

export type ContributionView = {
  kind: "argument" | "comment";
  /** The public id, "42-137". */
  id: string;
  debate: { slug: string; title: string };
  argumentId: string;
  /** The argument's title, or that of the argument commented on. */
  title: string;
  /** A comment's words; empty for an argument. */
  excerpt: string;
  createdAt: Date;
};

/** What everybody sees of a member. */
export type MemberView = {
  handle: string;
  name: string;
  about: string;
  role: SiteRole;
  memberSince: Date;
  erased: boolean;
  arguments: number;
  comments: number;
};
