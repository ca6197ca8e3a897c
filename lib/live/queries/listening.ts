import "server-only";
import { db } from "@/lib/db/client";

/** By what somebody listens: a browser's session or a personal token. */
export type Credential = { userId: number; sessionId?: string; tokenHash?: string };

/** A stream's debate and listener; null for an anonymous reader. */
export type Listening = { debateId: number; credential: Credential | null };

/**
 * Looks at the rights of many listeners again, in four statements at most.
 *
 * @returns a function that says whether one of them may go on
 */
export async function stillMayListen(
  listening: readonly Listening[],
): Promise<(one: Listening) => boolean> {
  const credentials = listening.flatMap(({ credential }) => credential ?? []);
  const [sessions, tokens, drafts] = await Promise.all([
    activeSessions(credentials.flatMap(({ sessionId }) => sessionId ?? [])),
    activeTokens(credentials.flatMap(({ tokenHash }) => tokenHash ?? [])),
    draftsAmong([...new Set(listening.map(({ debateId }) => debateId))]),
  ]);
  const readers = await readersOf(
    [...drafts],
    credentials.map(({ userId }) => userId),
  );
  return ({ debateId, credential }) => {
    if (credential?.sessionId && !sessions.has(credential.sessionId)) return false;
    if (credential?.tokenHash && !tokens.has(credential.tokenHash)) return false;
    return !drafts.has(debateId) || readers.has(`${debateId} ${credential?.userId}`);
  };
}

async function activeSessions(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id::text AS id FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY(${[...new Set(ids)]}::uuid[]) AND s.expires_at > now() AND u.status = 'ACTIVE'
      AND NOT is_sanctioned(u.id, '{SUSPEND,BAN}')`;
  return new Set(rows.map(({ id }) => id));
}

async function activeTokens(hashes: string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.$queryRaw<{ tokenHash: string }[]>`
    SELECT t.token_hash AS "tokenHash" FROM personal_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = ANY(${[...new Set(hashes)]}::text[]) AND t.revoked_at IS NULL
      AND u.status = 'ACTIVE' AND NOT is_sanctioned(u.id, '{SUSPEND,BAN}')`;
  return new Set(rows.map(({ tokenHash }) => tokenHash));
}

async function draftsAmong(debateIds: number[]): Promise<Set<number>> {
  const rows = await db.debate.findMany({
    where: { id: { in: debateIds }, status: "DRAFT" },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Who of these people may read which of these drafts, as "debate person". */
async function readersOf(draftIds: number[], userIds: number[]): Promise<Set<string>> {
  if (draftIds.length === 0 || userIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ debateId: number; userId: number }[]>`
    SELECT d.id AS "debateId", u.id AS "userId"
    FROM debates d, users u
    WHERE d.id = ANY(${draftIds}::int[]) AND u.id = ANY(${[...new Set(userIds)]}::int[])
      AND (u.role IN ('MODERATOR', 'ADMINISTRATOR') OR EXISTS (
        SELECT FROM debate_roles r
        WHERE r.debate_id = d.id AND r.user_id = u.id AND r.role = 'EDITOR'))`;
  return new Set(rows.map(({ debateId, userId }) => `${debateId} ${userId}`));
}
