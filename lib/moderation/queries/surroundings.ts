import "server-only";
import { authorSelect, toAuthorView } from "@/lib/arguments/queries/hydrate";
import type { ArgumentTeaser } from "@/lib/arguments/view";
import { withheldTitle } from "@/lib/arguments/withheld";
import { db } from "@/lib/db/client";
import { commentLink } from "@/lib/discussion/links";
import { routes } from "@/lib/routes";
import { parsePublicId, publicId, type DebateItemRef } from "@/lib/shared/ids";
import type { SuggestionView } from "@/lib/suggestions/view";
import type { Remark, StandingArgument, Surroundings, WholeText, Written } from "../view";
import type { ReviewRow } from "./review-rows";

/** How much of what stands around a thing is shown. */
const shown = { beside: 10, remarks: 4, written: 8, texts: 4 } as const;

/**
 * What stands around a thing: an argument's side, sources and siblings, the comments before and after
 * a comment, what a person wrote last, and whole the arguments that it is said to repeat. For moderators
 * only: hidden words are among it.
 *
 * @param waiting the suggestion that is to be decided
 */
export async function surroundingsOf(
  row: ReviewRow,
  waiting: SuggestionView | null,
): Promise<Surroundings> {
  const { debateId, argumentId, commentId, target } = row;
  const whole =
    debateId !== null && target === "ARGUMENT" && argumentId !== null && waiting === null;
  const [argument, beside, remarks, written, texts] = await Promise.all([
    whole ? standing({ debateId, id: argumentId }) : null,
    debateId === null ? [] : siblings(debateId, row, waiting),
    debateId === null || argumentId === null || !isTalk(row, waiting)
      ? []
      : remarksAround({ debateId, argumentId }, commentId),
    target === "PERSON" && row.authorId !== null ? writtenBy(row.authorId) : [],
    debateId === null ? [] : textsOf(debateId, row, waiting),
  ]);
  return { argument, beside, remarks, written, texts };
}

function isTalk({ commentId }: ReviewRow, waiting: SuggestionView | null): boolean {
  return commentId !== null || waiting?.kind === "COMMENT";
}

async function standing({ debateId, id }: DebateItemRef): Promise<StandingArgument> {
  const { path, citations, ...rest } = await db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id } },
    select: {
      ...{ stance: true, path: true, status: true, version: true },
      citations: {
        orderBy: { position: "asc" },
        select: {
          quotation: true,
          source: { select: { title: true, publisher: true, published: true, url: true } },
        },
      },
    },
  });
  return {
    ...rest,
    number: path.join("."),
    sources: citations.map(({ quotation, source }) => ({ ...source, quotation })),
  };
}

type BesideRow = Pick<ArgumentTeaser, "stance" | "title"> & { id: number; path: number[] };

/** What stands, or would stand, beside it below the same argument: the weightiest first. */
async function siblings(
  debateId: number,
  { target, argumentId, commentId }: ReviewRow,
  waiting: SuggestionView | null,
): Promise<Surroundings["beside"]> {
  const anew = waiting?.kind === "ARGUMENT";
  if (!anew && (target !== "ARGUMENT" || argumentId === null || commentId !== null || waiting)) {
    return [];
  }
  const rows = await db.$queryRaw<BesideRow[]>`
    SELECT a.id, a.path, a.stance::text AS stance, a.title
    FROM argument_counts c
    JOIN arguments a ON a.debate_id = c.debate_id AND a.id = c.argument_id
    WHERE c.debate_id = ${debateId} AND c.live
      AND c.parent_id IS NOT DISTINCT FROM CASE WHEN ${anew} THEN ${argumentId}::int ELSE (
        SELECT m.parent_id FROM arguments m WHERE m.debate_id = ${debateId} AND m.id = ${argumentId}::int) END
      AND (${anew} OR c.argument_id <> ${argumentId}::int)
    ORDER BY c.lower_bound DESC, c.argument_id LIMIT ${shown.beside}`;
  return rows.map(({ id, path, ...row }) => ({
    ...row,
    id: publicId({ debateId, id }),
    number: path.join("."),
  }));
}

const remarkSelect = {
  ...{ id: true, body: true, status: true, replyToId: true, createdAt: true },
  author: { select: authorSelect },
} as const;

/** The comments before and after one on its argument, itself among them; without one, the last. */
async function remarksAround(
  at: { debateId: number; argumentId: number },
  commentId: number | null,
): Promise<Remark[]> {
  const [before, after] = await Promise.all([
    db.comment.findMany({
      where: commentId === null ? at : { ...at, id: { lt: commentId } },
      orderBy: { id: "desc" },
      take: shown.remarks,
      select: remarkSelect,
    }),
    commentId === null
      ? []
      : db.comment.findMany({
          where: { ...at, id: { gte: commentId } },
          orderBy: { id: "asc" },
          take: shown.remarks + 1,
          select: remarkSelect,
        }),
  ]);
  const answered = after.find(({ id }) => id === commentId)?.replyToId ?? null;
  const missing = answered !== null && before.every(({ id }) => id !== answered);
  const first = missing
    ? await db.comment.findMany({
        where: { debateId: at.debateId, id: answered },
        select: remarkSelect,
      })
    : [];
  return [...first, ...before.reverse(), ...after].map(({ id, author, createdAt, ...row }) => ({
    id: publicId({ debateId: at.debateId, id }),
    by: toAuthorView(author),
    body: row.status === "DELETED" ? "" : row.body,
    status: row.status,
    at: createdAt.toISOString(),
    here: id === commentId,
    answered: id === answered,
  }));
}

/** What a person wrote last, whatever became of it. */
async function writtenBy(authorId: number): Promise<Written[]> {
  const newest = { orderBy: { createdAt: "desc" }, take: shown.written } as const;
  const debate = { select: { slug: true } } as const;
  const [argued, commented] = await Promise.all([
    db.argument.findMany({
      where: { authorId, debate: { status: { not: "DRAFT" } } },
      ...newest,
      select: {
        ...{ debateId: true, id: true, title: true, status: true, withheld: true },
        ...{ createdAt: true, debate },
      },
    }),
    db.comment.findMany({
      where: { authorId, status: { not: "DELETED" } },
      ...newest,
      select: {
        ...{ debateId: true, id: true, argumentId: true, body: true, status: true },
        ...{ createdAt: true, argument: { select: { debate } } },
      },
    }),
  ]);
  const all: Written[] = [
    ...argued.map(({ debate: { slug }, title, createdAt, ...row }) => ({
      kind: "ARGUMENT" as const,
      href: routes.argument(slug, publicId(row)),
      words: title || withheldTitle(),
      state: row.withheld ? ("HIDDEN" as const) : row.status,
      at: createdAt.toISOString(),
    })),
    ...commented.map(({ argument, argumentId, body, status, createdAt, ...row }) => ({
      kind: "COMMENT" as const,
      href: commentLink(
        argument.debate.slug,
        publicId({ debateId: row.debateId, id: argumentId }),
        publicId(row),
      ),
      words: body.slice(0, 200),
      state: status,
      at: createdAt.toISOString(),
    })),
  ];
  return all.sort((a, b) => b.at.localeCompare(a.at)).slice(0, shown.written);
}

/** Whole the arguments that a flag or a suggestion names, and the one that a suggestion is about. */
async function textsOf(
  debateId: number,
  { id: reviewId, slug }: ReviewRow,
  waiting: SuggestionView | null,
): Promise<WholeText[]> {
  const named = [waiting?.argument, waiting?.other]
    .flatMap((one) => (one ? [parsePublicId(one.id)?.id] : []))
    .filter((id) => id !== undefined);
  const about = waiting?.kind === "COMMENT" || waiting?.kind === "EDIT" ? [] : named;
  const rows = await db.argument.findMany({
    where: { debateId, OR: [{ id: { in: about } }, { duplicates: { some: { reviewId } } }] },
    select: { debateId: true, id: true, path: true, stance: true, title: true, body: true },
    orderBy: { path: "asc" },
    take: shown.texts,
  });
  return rows.map(({ path, stance, title, body, ...row }) => ({
    ...{ stance, body, number: path.join("."), title: title || withheldTitle() },
    href: routes.argument(slug!, publicId(row)),
  }));
}
