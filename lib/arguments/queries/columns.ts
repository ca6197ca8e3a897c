import "server-only";
import { readingContext, type ReadingContext } from "@/lib/debates/queries/context";
import type { Page } from "@/lib/shared/cursor";
import { parsePublicId, publicId } from "@/lib/shared/ids";
import type { Viewer } from "@/lib/shared/viewer";
import { shareOfImpact } from "@/lib/voting/rules";
import type { ArgumentSort, Stance } from "../vocabulary";
import type { ArgumentCard, ArgumentColumn, ArgumentColumns, ArgumentView } from "../view";
import { hydrate } from "./hydrate";
import type { SiblingIds } from "./sibling-list";
import { featuredBelow, siblingIds, sideTotals } from "./siblings";
import { bestReplies, linkedBelow } from "./teasers";

export type ColumnsInput = {
  sort: ArgumentSort;
  cited: boolean;
  limit: number;
  supportCursor?: string | undefined;
  opposeCursor?: string | undefined;
};

/** Both sides below the motion or an argument, best first. A fixed number of statements. */
export async function columnsOf(
  context: ReadingContext,
  parentId: number | null,
  input: ColumnsInput,
): Promise<ArgumentColumns> {
  const debateId = context.debate.id;
  const { sort, cited, limit, supportCursor, opposeCursor } = input;
  const of = { debateId, parentId, sort, cited, limit };
  const [totals, links, featured, support, oppose] = await Promise.all([
    sideTotals(debateId, parentId),
    linkedBelow(debateId, parentId),
    featuredBelow(debateId, parentId),
    siblingIds({ ...of, stance: "SUPPORT", cursor: supportCursor }),
    siblingIds({ ...of, stance: "OPPOSE", cursor: opposeCursor }),
  ]);
  const first = (stance: Stance, ids: readonly number[], cursor: string | undefined) => {
    const theirs = featured.filter((one) => one.stance === stance).map(({ id }) => id);
    const others = ids.filter((id) => !theirs.includes(id));
    return cursor ? others : [...theirs, ...others];
  };
  const sides: Record<Stance, number[]> = {
    SUPPORT: first("SUPPORT", support.ids, supportCursor),
    OPPOSE: first("OPPOSE", oppose.ids, opposeCursor),
  };
  const ids = [...sides.SUPPORT, ...sides.OPPOSE];
  const [views, replies] = await Promise.all([hydrate(ids, context), bestReplies(debateId, ids)]);
  const cards = new Map(
    views.map((view): [string, ArgumentCard] => [
      view.id,
      { ...view, bestReply: replies.get(parsePublicId(view.id)!.id) ?? null },
    ]),
  );
  const column = (stance: Stance, page: SiblingIds): ArgumentColumn => ({
    stance,
    items: sides[stance].flatMap((id) => cards.get(publicId({ debateId, id })) ?? []),
    total: totals[stance].total,
    share: shareOfImpact(totals[stance], totals[stance === "SUPPORT" ? "OPPOSE" : "SUPPORT"]),
    nextCursor: page.nextCursor,
  });
  return {
    sort,
    debate: context.debate.slug,
    support: column("SUPPORT", support),
    oppose: column("OPPOSE", oppose),
    links,
  };
}

/**
 * @param parent public id, or null for the motion
 * @returns null when there is no such debate for this viewer
 */
export async function getColumns(
  slug: string,
  parent: string | null,
  viewer: Viewer | null,
  input: ColumnsInput,
): Promise<ArgumentColumns | null> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const ref = parent === null ? null : parsePublicId(parent);
  if (ref && ref.debateId !== context.debate.id) return null;
  return columnsOf(context, ref?.id ?? null, input);
}

type ListInput = {
  stance?: Stance | undefined;
  sort: ArgumentSort;
  cited: boolean;
  limit: number;
  cursor?: string | undefined;
};

/** The children of an argument or of the motion, on one side or both, as a page. */
export async function listSiblings(
  slug: string,
  parent: string | null,
  input: ListInput,
  viewer: Viewer | null,
): Promise<Page<ArgumentView> | null> {
  const context = await readingContext({ slug }, viewer);
  if (!context) return null;
  const ref = parent === null ? null : parsePublicId(parent);
  if (ref && ref.debateId !== context.debate.id) return null;
  const page = await siblingIds({
    ...input,
    debateId: context.debate.id,
    parentId: ref?.id ?? null,
  });
  return { items: await hydrate(page.ids, context), nextCursor: page.nextCursor };
}
