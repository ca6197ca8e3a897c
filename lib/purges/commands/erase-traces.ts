import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { translator } from "@/lib/i18n/translator";
import { dropPrepared } from "@/lib/interchange/commands/outdate-prepared";
import { columnsOf, type TargetRef } from "@/lib/moderation/target";
import { thingIn, type Thing } from "../subject";
import { eraseSuggestions } from "./erase-suggestions";

/**
 * Takes away what others wrote about a thing and what holds a copy of it: notes of flags, appeals,
 * the words of every entry about it, kept answers of the API and prepared files of its debate.
 */
export async function eraseTraces(tx: Transaction, about: Thing): Promise<void> {
  const thing = thingIn(about);
  const { debateId, argumentId, commentId } = columnsOf(about);
  await tx.flag.updateMany({ where: thing, data: { note: "" } });
  const ids = await entriesAbout(tx, about, await eraseSuggestions(tx, about));
  await tx.appeal.updateMany({
    where: { entryId: { in: ids } },
    data: { text: translator("purges")("placeholder") },
  });
  await purgeWords(tx, ids);
  await tx.$executeRaw`
    DELETE FROM idempotent_answers k USING (
      SELECT author_id AS id FROM comments
      WHERE debate_id = ${debateId}::int AND id = ${commentId}::int
      UNION
      SELECT editor_id FROM argument_revisions
      WHERE debate_id = ${debateId}::int AND argument_id = ${argumentId}::int
        AND ${commentId}::int IS NULL) writer
    WHERE k.user_id = writer.id`;
  await dropPrepared(tx, debateId);
}

/** Entries about a thing or its suggestions; not those about what was suggested below it. */
async function entriesAbout(
  tx: Transaction,
  about: Thing,
  suggestions: string[],
): Promise<number[]> {
  const which =
    about.target === "COMMENT"
      ? Prisma.sql`e.target = 'COMMENT' AND e.comment_id = ${about.commentId}`
      : Prisma.sql`e.target = 'ARGUMENT' AND e.argument_id = ${about.argumentId}`;
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT e.id FROM moderation_entries e
    WHERE e.debate_id = ${about.debateId}
      AND (${which} AND NOT jsonb_exists(e.details, 'suggestion')
           OR e.details ->> 'suggestion' = ANY(${suggestions}::text[]))`;
  return rows.map(({ id }) => id);
}

/** Of one entry of the log the words alone: where they were copied to as well. */
export async function eraseEntryWords(
  tx: Transaction,
  entryId: number,
  about: TargetRef,
): Promise<void> {
  const { debateId, argumentId } = columnsOf(about);
  await tx.$executeRaw`
    UPDATE argument_revisions r SET reason = '' FROM moderation_words w
    WHERE w.entry_id = ${entryId} AND w.public_reason <> '' AND r.debate_id = ${debateId}::int
      AND r.argument_id = ${argumentId}::int AND r.reason = w.public_reason`;
  const placeholder = translator("purges")("placeholder");
  await tx.purge.updateMany({
    where: { OR: [{ entryId }, { hiddenById: entryId }] },
    data: { publicReason: placeholder, legalBasis: placeholder },
  });
  await purgeWords(tx, [entryId]);
  await dropPrepared(tx, debateId);
}

/** The chain keeps their salted hash: it still holds, and nobody can guess the words by it. */
async function purgeWords(tx: Transaction, entryIds: number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE moderation_words
    SET salt = '', public_reason = '', private_note = '', snapshot = NULL, purged_at = now()
    WHERE entry_id = ANY(${entryIds}::int[]) AND purged_at IS NULL`;
}
