import "server-only";
import { lockTree } from "@/lib/arguments/commands/lock-tree";
import type { Transaction } from "@/lib/db/client";
import type { DebateStatus } from "@/lib/debates/schema";
import { DomainError } from "@/lib/shared/errors";
import type { SiteRole } from "@/lib/shared/viewer";
import type { DebateItemRef } from "@/lib/shared/ids";
import type { TargetRef } from "../target";

/** A thing as moderation needs to know it. */
export type Thing = {
  /** Whose thing it is, or the person; null for a debate, which is nobody's. */
  authorId: number | null;
  live: boolean;
  debateStatus: DebateStatus | null;
  viewerIsEditor: boolean;
  /** Of a person: what they are on the site. */
  personRole: SiteRole | null;
  /** Its words, for the log's snapshot. */
  words: Record<string, unknown>;
  /** The pages that show it. */
  handle: string;
};

/**
 * Reads a thing and keeps it as it is until the transaction's end.
 * @throws DomainError NOT_FOUND
 */
export async function lockThing(
  tx: Transaction,
  about: Exclude<TargetRef, { target: "DEBATE" }>,
  viewerId: number,
): Promise<Thing & { authorId: number }>;
export async function lockThing(
  tx: Transaction,
  about: TargetRef,
  viewerId: number,
): Promise<Thing>;
export async function lockThing(
  tx: Transaction,
  about: TargetRef,
  viewerId: number,
): Promise<Thing> {
  if (about.target === "ARGUMENT") await lockTree(tx, about.debateId);
  const [row] = await readThing(tx, about, viewerId);
  if (!row || row.debateStatus === "DRAFT") throw new DomainError("NOT_FOUND");
  return row;
}

/**
 * The same of a contribution that waits: its words stand nowhere else.
 * @throws DomainError NOT_FOUND
 */
export async function lockSuggested(
  tx: Transaction,
  { debateId, id }: DebateItemRef,
  authorId: number,
  viewerId: number,
): Promise<Thing & { authorId: number }> {
  // Its author first, as an erasure locks them.
  await tx.$executeRaw`SELECT FROM users WHERE id = ${authorId} FOR SHARE`;
  const [row] = await tx.$queryRaw<(Thing & { authorId: number })[]>`
    SELECT s.author_id AS "authorId", true AS live, NULL AS "personRole", d.status::text AS "debateStatus", u.handle, s.content AS words,
      EXISTS (SELECT FROM debate_roles r
        WHERE r.debate_id = d.id AND r.user_id = ${viewerId} AND r.role = 'EDITOR') AS "viewerIsEditor"
    FROM suggestions s JOIN debates d ON d.id = s.debate_id JOIN users u ON u.id = s.author_id
    WHERE s.debate_id = ${debateId} AND s.id = ${id}
    FOR NO KEY UPDATE OF s`;
  if (!row || row.debateStatus === "DRAFT") throw new DomainError("NOT_FOUND");
  return row;
}

function readThing(tx: Transaction, about: TargetRef, viewerId: number): Promise<Thing[]> {
  switch (about.target) {
    case "ARGUMENT":
      return tx.$queryRaw<Thing[]>`
        SELECT a.author_id AS "authorId", a.status = 'LIVE' AS live, d.status::text AS "debateStatus", u.handle,
          EXISTS (SELECT FROM debate_roles r
            WHERE r.debate_id = d.id AND r.user_id = ${viewerId} AND r.role = 'EDITOR') AS "viewerIsEditor",
          NULL AS "personRole", jsonb_build_object('title', a.title, 'body', a.body, 'version', a.version, 'status', a.status) AS words
        FROM arguments a JOIN debates d ON d.id = a.debate_id JOIN users u ON u.id = a.author_id
        WHERE a.debate_id = ${about.debateId} AND a.id = ${about.argumentId}
        FOR NO KEY UPDATE OF a`;
    case "COMMENT":
      return tx.$queryRaw<Thing[]>`
        SELECT c.author_id AS "authorId", c.status = 'LIVE' AS live, d.status::text AS "debateStatus", u.handle,
          EXISTS (SELECT FROM debate_roles r
            WHERE r.debate_id = d.id AND r.user_id = ${viewerId} AND r.role = 'EDITOR') AS "viewerIsEditor",
          NULL AS "personRole", jsonb_build_object('body', c.body, 'version', c.version, 'status', c.status) AS words
        FROM comments c JOIN debates d ON d.id = c.debate_id JOIN users u ON u.id = c.author_id
        WHERE c.debate_id = ${about.debateId} AND c.id = ${about.commentId}
        FOR NO KEY UPDATE OF c`;
    case "PERSON":
      return tx.$queryRaw<Thing[]>`
        SELECT u.id AS "authorId", u.status = 'ACTIVE' AS live, NULL AS "debateStatus", u.handle,
          false AS "viewerIsEditor", u.role::text AS "personRole", jsonb_build_object('name', u.name, 'about', u.about) AS words
        FROM users u WHERE u.id = ${about.personId} AND u.status <> 'ERASED' FOR NO KEY UPDATE OF u`;
    case "DEBATE":
      return tx.$queryRaw<Thing[]>`
        SELECT NULL::int AS "authorId", true AS live, d.status::text AS "debateStatus", u.handle,
          EXISTS (SELECT FROM debate_roles r
            WHERE r.debate_id = d.id AND r.user_id = ${viewerId} AND r.role = 'EDITOR') AS "viewerIsEditor",
          NULL AS "personRole", jsonb_build_object('title', d.title, 'body', d.conclusion, 'status', d.status) AS words
        FROM debates d JOIN users u ON u.id = d.created_by_id
        WHERE d.id = ${about.debateId} FOR NO KEY UPDATE OF d`;
  }
}
