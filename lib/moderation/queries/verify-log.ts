import "server-only";
import { db, type Transaction } from "@/lib/db/client";
import { ChainCheck, type ChainLink, type ChainVerdict, type ChainWords } from "../chain";

/** Entries held at a time, each with its words. */
const atOnce = 500;

type Row = Omit<ChainLink, "words"> & {
  hasWords: boolean;
  salt: string | null;
  publicReason: string | null;
  privateNote: string | null;
  snapshot: string | null;
  purged: boolean;
};

/**
 * Walks the whole log as it stands at one moment and computes every hash anew, here: what somebody
 * did to the database's functions does not matter.
 *
 * @param options.head a head that was published before
 */
export async function verifyLog(
  options: { head?: string; onProgress?: (done: number, total: number) => void } = {},
): Promise<ChainVerdict> {
  return db.$transaction(
    async (tx) => {
      const head = await tx.moderationHead.findFirst({ select: { entries: true, hash: true } });
      const total = await tx.moderationEntry.count();
      const check = new ChainCheck(options.head ?? null);
      let done = 0;
      for await (const link of links(tx)) {
        check.add(link);
        done += 1;
        if (done % atOnce === 0 || done === total) options.onProgress?.(done, total);
      }
      return check.end(head);
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 15 * 60_000 },
  );
}

async function* links(tx: Transaction): AsyncGenerator<ChainLink> {
  // Below every number that somebody could have put in.
  let last = -2_147_483_648;
  for (;;) {
    const rows = await page(tx, last);
    for (const row of rows) yield toLink(row);
    if (rows.length < atOnce) return;
    last = rows.at(-1)!.id;
  }
}

function page(tx: Transaction, last: number): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT e.id, (extract(epoch FROM e.at) * 1000)::float8 AS at, e.action::text, e.target::text,
      e.actor_id AS "actorId", e.named, e.debate_id AS "debateId", e.argument_id AS "argumentId",
      e.comment_id AS "commentId", e.person_id AS "personId", e.ground::text,
      e.undoes_id AS "undoesId", e.details::text, e.words_hash AS "wordsHash",
      e.previous_hash AS "previousHash", e.hash, w.entry_id IS NOT NULL AS "hasWords", w.salt,
      w.public_reason AS "publicReason", w.private_note AS "privateNote", w.snapshot::text,
      w.purged_at IS NOT NULL AS purged
    FROM moderation_entries e LEFT JOIN moderation_words w ON w.entry_id = e.id
    WHERE e.id > ${last} ORDER BY e.id LIMIT ${atOnce}`;
}

function toLink({ hasWords, salt, publicReason, privateNote, snapshot, purged, ...entry }: Row) {
  const words: ChainWords = {
    salt: salt ?? "",
    publicReason: publicReason ?? "",
    privateNote: privateNote ?? "",
    snapshot,
    purged,
  };
  return { ...entry, words: hasWords ? words : null };
}
