import "server-only";
import DataLoader from "dataloader";
import { personKinds } from "@/lib/accounts/vocabulary";
import { preparedPool } from "@/lib/db/prepared";
import { processWide } from "@/lib/shared/process-wide";
import { scopes, type Scope, type Silence, type Viewer } from "@/lib/shared/viewer";

type Found = { viewer: Viewer; seenAt: Date | null };

type Person = {
  proof: string;
  id: number;
  handle: string;
  name: string;
  role: Viewer["role"];
  emailVerified: boolean;
  seenAt: Date | null;
  silenced: Silence | null;
};

const toViewer = ({ id, handle, name, role, emailVerified, silenced }: Person): Viewer => ({
  ...{ id, handle, name, role, emailVerified },
  ...(silenced ? { silenced } : {}),
});

/** Who is suspended or banned is nobody, and who is silenced hears until when. */
const standing = {
  allowed: "u.status = 'ACTIVE' AND NOT is_sanctioned(u.id, '{SUSPEND,BAN}')",
  silenced: `(
    SELECT json_build_object('until', floor(extract(epoch FROM s.until) * 1000)::bigint, 'entry', s.entry_id,
             'reason', w.public_reason)
    FROM sanctions s JOIN moderation_words w ON w.entry_id = s.entry_id
    WHERE s.user_id = u.id AND s.kind = 'SILENCE' AND s.until > now()
    ORDER BY s.until DESC LIMIT 1) AS silenced`,
} as const;

/** Who asks at the same moment is looked up in one statement. */
function loader(name: string, read: (proofs: string[]) => Promise<Map<string, Found>>) {
  return processWide(name, () => {
    const readAll = async (proofs: readonly string[]) => {
      const found = await read([...proofs]);
      return proofs.map((proof) => found.get(proof) ?? null);
    };
    return new DataLoader<string, Found | null>(readAll, { cache: false, maxBatchSize: 500 });
  });
}

/**
 * The person whose browser session this is, and when the session was last noted as in use.
 * @param sessionId a uuid
 * @returns null when the session was ended or has expired, or the account may not act.
 */
export function findSessionViewer(sessionId: string): Promise<Found | null> {
  return loader("session-viewers", readSessions).load(sessionId.toLowerCase());
}

/**
 * The person whose personal token has this hash, and when the token was last noted as in use.
 * @returns null when there is none, it was revoked, or the account may not act.
 */
export function findTokenViewer(tokenHash: string): Promise<Found | null> {
  return loader("token-viewers", readTokens).load(tokenHash);
}

const pool = () => preparedPool("identities", 2);

const sessionsSql = `
  SELECT s.id::text AS proof, s.last_seen_at AS "seenAt", u.id, u.handle, u.name, u.role::text AS role,
         u.email_verified_at IS NOT NULL AS "emailVerified", ${standing.silenced}
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = ANY ($1::uuid[]) AND s.expires_at > $2
    AND ${standing.allowed} AND u.kind::text = ANY ($3::text[])`;

async function readSessions(ids: string[]): Promise<Map<string, Found>> {
  const values = [ids, new Date(), personKinds];
  const { rows } = await pool().query<Person>({ name: "sessions", text: sessionsSql, values });
  return new Map(
    rows.map((row) => [
      row.proof,
      { viewer: { ...toViewer(row), sessionId: row.proof }, seenAt: row.seenAt },
    ]),
  );
}

const tokensSql = `
  SELECT t.token_hash AS proof, t.id AS "tokenId", t.scopes, t.last_used_at AS "seenAt", u.id,
         u.handle, u.name, u.role::text AS role, u.email_verified_at IS NOT NULL AS "emailVerified",
         ${standing.silenced}
  FROM personal_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.token_hash = ANY ($1::text[]) AND t.revoked_at IS NULL
    AND ${standing.allowed} AND u.kind::text = ANY ($2::text[])`;

type TokenRow = Person & { tokenId: number; scopes: string[] };

async function readTokens(hashes: string[]): Promise<Map<string, Found>> {
  const values = [hashes, personKinds];
  const { rows } = await pool().query<TokenRow>({ name: "tokens", text: tokensSql, values });
  return new Map(
    rows.map((row) => {
      const allowed = row.scopes.filter((scope): scope is Scope => scopes.includes(scope as Scope));
      const viewer = { ...toViewer(row), scopes: allowed, tokenId: row.tokenId };
      return [row.proof, { viewer, seenAt: row.seenAt }];
    }),
  );
}
