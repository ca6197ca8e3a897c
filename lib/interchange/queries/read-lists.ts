import "server-only";
import { withheldTitle } from "@/lib/arguments/withheld";
import { env } from "@/lib/env";
import type { BundleArgument, BundleComment, BundleRevision, BundleVote } from "../bundle";
import { fetched, whoIs, type Reading } from "./fetched";
import { withNumbersInLinks } from "./own-links";

type ArgumentRow = Omit<BundleArgument, "author" | "createdAt" | "updatedAt"> & {
  authorId: number;
  createdAt: Date;
  updatedAt: Date;
};

/** In the order of their numbers. */
export async function* readArguments({
  tx,
  debateId,
  refs,
}: Reading): AsyncGenerator<BundleArgument> {
  const rows = fetched(
    () => tx.$executeRaw`
      DECLARE exported_arguments NO SCROLL CURSOR FOR
      SELECT array_to_string(a.path, '.') AS number, a.stance::text AS stance,
        CASE WHEN a.withheld THEN ${withheldTitle()} ELSE a.title END AS title,
        CASE WHEN a.withheld THEN '' ELSE a.body END AS body,
        a.status::text AS status, a.version, a.author_id AS "authorId",
        coalesce((SELECT jsonb_agg(jsonb_build_object('source', s.number, 'quotation', c.quotation, 'note', c.note)
                                   ORDER BY c.position, c.id)
                  FROM citations c JOIN sources s ON s.debate_id = c.debate_id AND s.id = c.source_id
                  WHERE c.debate_id = a.debate_id AND c.argument_id = a.id AND NOT a.withheld), '[]') AS citations,
        ARRAY(SELECT f.number FROM argument_facts x JOIN facts f ON f.debate_id = x.debate_id AND f.id = x.fact_id
              WHERE x.debate_id = a.debate_id AND x.argument_id = a.id ORDER BY f.number) AS facts,
        nullif(a.marks::text[], '{}') AS marks,
        (SELECT array_to_string(k.path, '.') FROM arguments k
         WHERE k.debate_id = a.debate_id AND k.id = a.merged_into_id) AS "mergedInto",
        (SELECT jsonb_agg(jsonb_build_object('below', array_to_string(p.path, '.'), 'stance', l.stance) ORDER BY l.id)
         FROM argument_links l LEFT JOIN arguments p ON p.debate_id = l.debate_id AND p.id = l.parent_id
         WHERE l.debate_id = a.debate_id AND l.argument_id = a.id) AS links,
        a.next_child AS "nextNumber", a.created_at AS "createdAt", a.updated_at AS "updatedAt"
      FROM arguments a WHERE a.debate_id = ${debateId} ORDER BY a.path`,
    () => tx.$queryRaw<ArgumentRow[]>`FETCH 200 FROM exported_arguments`,
    () => tx.$executeRaw`CLOSE exported_arguments`,
  );
  for await (const row of rows) {
    const { authorId, createdAt, updatedAt, citations, marks, mergedInto, links, ...rest } = row;
    yield {
      ...rest,
      ...(marks ? { marks } : {}),
      ...(mergedInto ? { mergedInto } : {}),
      ...(links ? { links: links.map(({ below, stance }) => ({ below, stance })) } : {}),
      body: await withNumbersInLinks(tx, debateId, rest.body),
      citations: citations.map(({ source, quotation, note }) => ({ source, quotation, note })),
      author: whoIs(refs, authorId),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

type RevisionRow = Omit<BundleRevision, "editor" | "createdAt"> & {
  /** Null when curators are shown by their role. */
  editorId: number | null;
  createdAt: Date;
};

/** Argument by argument, the oldest first. */
export async function* readRevisions({
  tx,
  debateId,
  refs,
}: Reading): AsyncGenerator<BundleRevision> {
  const byRole = env.MODERATORS_SHOWN === "by-role";
  const rows = fetched(
    () => tx.$executeRaw`
      DECLARE exported_revisions NO SCROLL CURSOR FOR
      SELECT array_to_string(a.path, '.') AS argument, r.version, r.change::text AS change,
        CASE WHEN a.withheld THEN ${withheldTitle()} ELSE r.title END AS title,
        CASE WHEN a.withheld THEN '' ELSE r.body END AS body,
        coalesce((SELECT jsonb_agg(jsonb_build_object('source', s.number, 'quotation', c.value ->> 'quotation') ORDER BY c.ordinality)
                  FROM jsonb_array_elements(r.sources) WITH ORDINALITY AS c(value, ordinality)
                  JOIN sources s ON s.debate_id = r.debate_id AND s.id = (c.value ->> 'sourceId')::int
                  WHERE NOT a.withheld), '[]') AS citations,
        ARRAY(SELECT f.number FROM facts f WHERE f.debate_id = r.debate_id AND f.id = ANY (r.fact_ids) ORDER BY f.number) AS facts,
        r.reason, CASE WHEN r.editor_id = a.author_id OR NOT ${byRole} THEN r.editor_id END AS "editorId", r.created_at AS "createdAt"
      FROM argument_revisions r
      JOIN arguments a ON a.debate_id = r.debate_id AND a.id = r.argument_id
      WHERE r.debate_id = ${debateId} ORDER BY a.path, r.version`,
    () => tx.$queryRaw<RevisionRow[]>`FETCH 200 FROM exported_revisions`,
    () => tx.$executeRaw`CLOSE exported_revisions`,
  );
  for await (const { editorId, createdAt, citations, ...row } of rows) {
    yield {
      ...row,
      body: await withNumbersInLinks(tx, debateId, row.body),
      citations: citations.map(({ source, quotation }) => ({ source, quotation })),
      editor: whoIs(refs, editorId),
      createdAt: createdAt.toISOString(),
    };
  }
}

/**
 * The votes, each by somebody who is called differently in every export and never as in the lists
 * of people. The order within an argument and the time, a day, tell no more (decision 0021).
 *
 * @param key random, forgotten afterwards
 */
export async function* readVotes(
  { tx, debateId }: Reading,
  key: Uint8Array<ArrayBuffer>,
): AsyncGenerator<BundleVote> {
  yield* fetched(
    () => tx.$executeRaw`
      DECLARE exported_votes NO SCROLL CURSOR FOR
      SELECT array_to_string(a.path, '.') AS argument,
        'v' || left(encode(sha256(${key}::bytea || int4send(v.user_id)), 'hex'), 20) AS voter,
        v.impact::int AS impact, v.version, to_char(v.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at
      FROM impact_votes v
      JOIN arguments a ON a.debate_id = v.debate_id AND a.id = v.argument_id
      WHERE v.debate_id = ${debateId} ORDER BY a.path, 2`,
    () => tx.$queryRaw<BundleVote[]>`FETCH 2000 FROM exported_votes`,
    () => tx.$executeRaw`CLOSE exported_votes`,
  );
}

type CommentRow = Omit<BundleComment, "author" | "createdAt" | "editedAt"> & {
  authorId: number | null;
  createdAt: Date;
  editedAt: Date | null;
};

/** In the order in which they were written. Of deleted ones nothing is left but their place. */
export async function* readComments({
  tx,
  debateId,
  refs,
}: Reading): AsyncGenerator<BundleComment> {
  const rows = fetched(
    () => tx.$executeRaw`
      DECLARE exported_comments NO SCROLL CURSOR FOR
      WITH counted AS (
        SELECT c.*, (row_number() OVER (ORDER BY c.id))::int AS n FROM comments c WHERE c.debate_id = ${debateId})
      SELECT c.n AS id, array_to_string(a.path, '.') AS argument, answered.n AS "replyTo",
        CASE WHEN c.status = 'LIVE' THEN c.author_id END AS "authorId",
        CASE WHEN c.status = 'LIVE' THEN c.body ELSE '' END AS body,
        c.status <> 'LIVE' AS deleted, c.version, c.created_at AS "createdAt",
        CASE WHEN c.status = 'LIVE' THEN c.edited_at END AS "editedAt"
      FROM counted c
      JOIN arguments a ON a.debate_id = c.debate_id AND a.id = c.argument_id
      LEFT JOIN counted answered ON answered.id = c.reply_to_id
      ORDER BY c.n`,
    () => tx.$queryRaw<CommentRow[]>`FETCH 500 FROM exported_comments`,
    () => tx.$executeRaw`CLOSE exported_comments`,
  );
  for await (const { authorId, createdAt, editedAt, ...row } of rows) {
    yield {
      ...row,
      author: whoIs(refs, authorId),
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    };
  }
}
