import "server-only";
import type { Transaction } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import type { TargetRef } from "@/lib/moderation/target";
import { publicId } from "@/lib/shared/ids";

type Argument = Extract<TargetRef, { target: "ARGUMENT" }>;

/**
 * Takes the words of an argument that nobody can see any more out of every table that holds them:
 * the argument, all it ever said, what it quotes, what it alone cites, drafts of it, and the words
 * that only it had brought into the search. Its place, votes and replies stay.
 */
export async function eraseArgument(tx: Transaction, argument: Argument): Promise<void> {
  const placeholder = translator("purges")("placeholder");
  const sources = await sourcesOfItsOwn(tx, argument);
  const words = await wordsOf(tx, argument, sources);
  await emptyArgument(tx, argument, placeholder);
  await tx.$executeRaw`
    UPDATE sources SET title = ${placeholder}, publisher = '', url = NULL, note = '', archive_url = NULL
    WHERE debate_id = ${argument.debateId} AND id = ANY(${sources}::int[])`;
  await forgetDrafts(tx, argument);
  await forgetSearchWords(tx, words);
}

async function emptyArgument(
  tx: Transaction,
  { debateId, argumentId }: Argument,
  placeholder: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE arguments SET title = ${placeholder}, body = '', updated_at = now()
    WHERE debate_id = ${debateId} AND id = ${argumentId}`;
  await tx.$executeRaw`
    UPDATE argument_revisions SET title = ${placeholder}, body = '', reason = '',
      sources = (SELECT coalesce(jsonb_agg(s || '{"quotation": ""}'), '[]') FROM jsonb_array_elements(sources) s)
    WHERE debate_id = ${debateId} AND argument_id = ${argumentId}`;
  await tx.$executeRaw`
    UPDATE citations SET quotation = '', note = ''
    WHERE debate_id = ${debateId} AND argument_id = ${argumentId}`;
}

/** Sources that nothing else of the debate cites, or ever did: their titles were put in with it. */
async function sourcesOfItsOwn(
  tx: Transaction,
  { debateId, argumentId }: Argument,
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH cited AS (
      SELECT c.source_id AS id FROM citations c
      WHERE c.debate_id = ${debateId} AND c.argument_id = ${argumentId}
      UNION
      SELECT (s ->> 'sourceId')::int FROM argument_revisions r, jsonb_array_elements(r.sources) s
      WHERE r.debate_id = ${debateId} AND r.argument_id = ${argumentId})
    SELECT id FROM cited
    WHERE NOT EXISTS (
      SELECT FROM citations c WHERE c.debate_id = ${debateId} AND c.source_id = cited.id
        AND c.argument_id IS DISTINCT FROM ${argumentId}::int)
      AND NOT EXISTS (
        SELECT FROM argument_revisions r WHERE r.debate_id = ${debateId} AND r.argument_id <> ${argumentId}
          AND r.sources @> jsonb_build_array(jsonb_build_object('sourceId', cited.id)))`;
  return rows.map(({ id }) => id);
}

/** Words as the search keeps them. */
async function wordsOf(
  tx: Transaction,
  { debateId, argumentId }: Argument,
  sources: number[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    SELECT DISTINCT w AS word FROM (
      SELECT title || E'\n' || body AS content FROM argument_revisions
      WHERE debate_id = ${debateId} AND argument_id = ${argumentId}
      UNION ALL
      SELECT title || E'\n' || body FROM arguments WHERE debate_id = ${debateId} AND id = ${argumentId}
      UNION ALL
      SELECT concat_ws(E'\n', title, publisher, note) FROM sources
      WHERE debate_id = ${debateId} AND id = ANY(${sources}::int[])) said, words_of(said.content) w`;
  return rows.map(({ word }) => word);
}

/** Those that stand in nothing else that can be found. */
async function forgetSearchWords(tx: Transaction, words: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM search_words k
    WHERE k.word = ANY(${words}::text[])
      AND numnode(plainto_tsquery('counterpoint', k.word)) > 0
      AND NOT EXISTS (
        SELECT FROM search_documents s
        WHERE s.kind <> 'COMMENT' AND s.words @@ plainto_tsquery('counterpoint', k.word)
          AND k.word IN (SELECT words_of(s.title || E'\n' || s.body)))`;
}

/** Unsent changes of it by anybody, and what open pages were told of it. */
async function forgetDrafts(tx: Transaction, { debateId, argumentId }: Argument): Promise<void> {
  const id = publicId({ debateId, id: argumentId });
  const named = JSON.stringify([{ id }]);
  await tx.draft.deleteMany({ where: { debateId, form: `edit:${id}` } });
  await tx.$executeRaw`
    DELETE FROM live_events WHERE debate_id = ${debateId}
      AND (payload -> 'added' @> ${named}::jsonb OR payload -> 'edited' @> ${named}::jsonb)`;
}
