import "server-only";
import { pathTo } from "@/lib/arguments/queries/teasers";
import { withheldTitle } from "@/lib/arguments/withheld";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { canSeePurges } from "@/lib/purges/rules";
import { routes } from "@/lib/routes";
import { publicId } from "@/lib/shared/ids";
import { isModerator, type Viewer } from "@/lib/shared/viewer";
import { readSuggestion } from "@/lib/suggestions/queries/suggestions";
import { canDecideAppeal, canModerate } from "../rules";
import { canEscalate, canGiveBack, canTakeUp } from "../triage";
import type { FlagView, ReviewView } from "../view";
import { getLookAlikes } from "./look-alikes";
import { entriesAbout } from "./past-entries";
import { countWaiting, whatTheyModerate } from "./queue";
import { reportedBrief } from "./reported-brief";
import { appealOf, flagsOf, recordOf } from "./review-context";
import { reviewRows, toQueueItem, type ReviewRow } from "./review-rows";
import { talkOn } from "./review-talk";
import { surroundingsOf } from "./surroundings";

/**
 * A thing that waits or was decided, with its context: where it stands, who flagged it and why, what
 * was done to it before, and its author's record.
 *
 * @returns null when there is no such review for this moderator
 * @throws DomainError as `whatTheyModerate`
 */
export async function getReview(viewer: Viewer | null, id: number): Promise<ReviewView | null> {
  const theirs = await whatTheyModerate(viewer);
  const [row] = await reviewRows(Prisma.sql`v.id = ${id} AND ${theirs}`, 1);
  if (!row || !viewer) return null;
  const { debateId, suggestionId } = row;
  const waits = debateId !== null && suggestionId !== null;
  const { authorId } = row;
  const [path, raised, before, record, appeal, waiting, lookAlikes, talk, sum] = await Promise.all([
    pathOf(row),
    flagsOf(id),
    entriesAbout(row),
    authorId === null ? null : recordOf(authorId),
    appealOf(id),
    waits ? readSuggestion(viewer, { debateId, id: suggestionId }) : null,
    authorId === null ? [] : getLookAlikes(authorId),
    talkOn(id),
    countWaiting(Prisma.sql`${theirs}`),
  ]);
  // Whoever sees it moderates the site or its debate.
  const { debateStatus } = row;
  const facts = {
    ...{ authorId, debateStatus, viewerIsEditor: !isModerator(viewer) },
    personRole: row.authorRole,
  };
  const { escalated, passedOnById } = row;
  const moderates = canModerate(viewer, facts);
  return {
    ...toQueueItem(row, viewer.id, withheldTitle()),
    suggestion: waiting && waiting.suggestion,
    closed: row.entryId === null && row.status === "DECIDED",
    decided: row.entryId === null ? null : { entry: row.entryId, by: row.decidedBy ?? "" },
    body: row.body,
    path,
    waiting: sum.waiting,
    around: await surroundingsOf(row, waiting && waiting.suggestion),
    raised,
    before,
    record,
    lookAlikes,
    appeal: appeal && {
      text: appeal.text,
      entry: appeal.entry,
      permission: canDecideAppeal(viewer, {
        ...{ ...facts, action: appeal.entry.action, decidedById: appeal.decidedById },
      }),
    },
    ...talk,
    brief: await reportedBrief(viewer, row, facts),
    merge: mergeHref(row, raised),
    can: moderates.granted ? canTakeUp(viewer, escalated) : moderates,
    canEscalate: canEscalate(viewer, { ...facts, escalated }),
    canGiveBack: canGiveBack(viewer, { ...facts, escalated, passedOnById }),
    purgeable: canSeePurges(viewer).granted ? purgeableIn(row) : null,
  };
}

function purgeableIn({ debateId, argumentId, commentId }: ReviewRow): ReviewView["purgeable"] {
  if (debateId === null || argumentId === null) return null;
  return commentId === null
    ? { target: "ARGUMENT", id: publicId({ debateId, id: argumentId }) }
    : { target: "COMMENT", id: publicId({ debateId, id: commentId }) };
}

function mergeHref(row: ReviewRow, raised: readonly FlagView[]): string | null {
  const { id: review, slug, debateId, argumentId, target, hiddenAtOnce } = row;
  const into = raised.find(({ duplicateOf }) => duplicateOf !== null)?.duplicateOf?.number;
  if (!into || target !== "ARGUMENT" || hiddenAtOnce) return null;
  const id = publicId({ debateId: debateId!, id: argumentId! });
  return `${routes.curateArgument(slug!, id, { into, review })}#merge`;
}

async function pathOf({ debateId, argumentId, commentId, suggestionId, slug }: ReviewRow) {
  if (debateId === null || argumentId === null || slug === null) return [];
  const path = await pathTo(debateId, argumentId);
  const steps = path.map(({ id, number, title }) => ({
    number,
    title,
    href: routes.argument(slug, id),
  }));
  if (commentId === null && suggestionId === null) return steps;
  const own = await db.argument.findUniqueOrThrow({
    where: { debateId_id: { debateId, id: argumentId } },
    select: { path: true, title: true },
  });
  const href = routes.argument(slug, publicId({ debateId, id: argumentId }));
  return [...steps, { number: own.path.join("."), title: own.title, href }];
}
