"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { appeal, decideAppeal } from "./commands/appeal";
import { curateArgument } from "./commands/curate-argument";
import { curateDebate } from "./commands/curate-debate";
import { sanction } from "./commands/sanction";
import { claimReview, releaseReview } from "./commands/claim-review";
import { decideMany } from "./commands/decide-many";
import { decideReview } from "./commands/decide-review";
import { escalateReview, giveBackReview } from "./commands/escalate-review";
import { closeCorrected } from "./commands/close-corrected";
import { flag } from "./commands/flag";
import { noteReview } from "./commands/note-review";
import { deleteView, saveView } from "./commands/queue-views";
import { reopenReview } from "./commands/reopen-review";
import { changeReply, deleteReply, saveReply } from "./commands/saved-replies";
import { undoEntry } from "./commands/undo-entry";
import {
  changeReplySchema,
  decideManySchema,
  deleteReplySchema,
  deleteViewSchema,
  closeCorrectedSchema,
  escalateReviewSchema,
  noteReviewSchema,
  saveReplySchema,
  saveViewSchema,
} from "./queue-schema";
import {
  appealSchema,
  claimReviewSchema,
  curateArgumentSchema,
  curateDebateSchema,
  decideAppealSchema,
  decideReviewSchema,
  flagSchema,
  sanctionSchema,
  undoEntrySchema,
} from "./schema";

export const flagAction = defineAction(flagSchema, flag);

// The form itself says what became of it: shown anew, the page would not have it any more.
export const appealAction = defineAction(appealSchema, appeal, { quiet: true });

export const claimReviewAction = defineAction(claimReviewSchema, claimReview);

export const releaseReviewAction = defineAction(claimReviewSchema, releaseReview);

export const decideReviewAction = defineAction(decideReviewSchema, decideReview, {
  then: ({ entry, review }, { after }) => routes.nextReview({ done: entry, of: review, after }),
});

// What a correction answers is not decided anew: there is nothing to take back.
export const closeCorrectedAction = defineAction(closeCorrectedSchema, closeCorrected, {
  then: ({ entry }, { after }) => routes.nextReview({ done: entry, after }),
});

export const decideManyAction = defineAction(decideManySchema, decideMany, { quiet: true });

export const reopenReviewAction = defineAction(claimReviewSchema, reopenReview, {
  then: ({ review, entry }) =>
    routes.review(review, entry === null ? { unasked: 1 } : { back: entry }),
});

export const escalateReviewAction = defineAction(escalateReviewSchema, escalateReview, {
  then: ({ review }) => routes.nextReview({ passedOn: review }),
});

export const giveBackReviewAction = defineAction(claimReviewSchema, giveBackReview);

export const noteReviewAction = defineAction(noteReviewSchema, noteReview);

export const saveViewAction = defineAction(saveViewSchema, saveView, {
  then: ({ query }) => `${routes.moderation()}${query ? `?${query}` : ""}`,
});

export const deleteViewAction = defineAction(deleteViewSchema, deleteView, {
  then: () => routes.moderation(),
});

export const saveReplyAction = defineAction(saveReplySchema, saveReply);

export const changeReplyAction = defineAction(changeReplySchema, changeReply);

export const deleteReplyAction = defineAction(deleteReplySchema, deleteReply);

export const decideAppealAction = defineAction(decideAppealSchema, decideAppeal, {
  then: ({ entry }, { after }) => routes.nextReview({ done: entry, after }),
});

export const undoEntryAction = defineAction(undoEntrySchema, undoEntry, { quiet: true });

export const sanctionAction = defineAction(sanctionSchema, sanction);

export const curateDebateAction = defineAction(curateDebateSchema, curateDebate);

export const curateArgumentAction = defineAction(curateArgumentSchema, curateArgument);
