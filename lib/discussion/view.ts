import type { AuthorView } from "@/lib/arguments/view";
import type { Permission } from "@/lib/shared/permission";

/** Ids are public ("42-9"); times are ISO 8601 UTC. */
export type CommentView = {
  id: string;
  argumentId: string;
  replyToId: string | null;
  /** Who is answered, when this answers somebody inside a thread. */
  replyToName: string | null;
  threadId: string;
  /** Null once the account was erased, or when the comment was deleted. */
  author: AuthorView;
  /** Empty when deleted or hidden, but for the author of what was hidden at once. */
  body: string;
  deleted: boolean;
  /** Deleted by a moderator, who can bring it back. */
  hidden: boolean;
  /** By somebody whom the viewer blocked: folded. */
  blocked: boolean;
  /** The viewer's own, hidden by its flags before a moderator has looked: edited, it is back. */
  hiddenAtOnce: boolean;
  version: number;
  createdAt: string;
  editedAt: string | null;
  /** Came since the viewer's last visit. */
  isNew: boolean;
  /** Handles named in the body that exist, so that they can be linked. */
  mentions: string[];
  can: { reply: Permission; edit: Permission; delete: Permission; block: Permission };
};
