import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type pg from "pg";

export type Voter = { id: number; token: string };

/** Personal tokens that may write, one for each of these people, as the database keeps them. */
export async function giveTokens(client: pg.Client, people: readonly number[]): Promise<Voter[]> {
  const voters = people.map((id) => ({
    id,
    token: `cp_${randomBytes(32).toString("base64url")}`,
  }));
  await client.query(
    `INSERT INTO personal_tokens (user_id, name, token_hash, scopes, last_used_at)
     SELECT id, 'bench', hash, '{read,write}', now()
     FROM unnest($1::int[], $2::text[]) AS t (id, hash)`,
    [
      voters.map((voter) => voter.id),
      voters.map((voter) => createHash("sha256").update(voter.token).digest("hex")),
    ],
  );
  return voters;
}

/** A signed-in browser of this person: what its Cookie header says. */
export async function openBrowser(
  client: pg.Client,
  person: number,
  secret: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO sessions (id, user_id, device, expires_at)
     VALUES (gen_random_uuid(), $1, 'bench', now() + interval '1 day') RETURNING id`,
    [person],
  );
  const maxAge = 24 * 60 * 60;
  return `next-auth.session-token=${await encode({ token: { sid: rows[0]!.id }, secret, maxAge })}`;
}
