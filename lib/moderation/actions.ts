"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { appeal, decideAppeal } from "./commands/appeal";
import { curateArgument } from "./commands/curate-argument";
import { curateDebate } from "./commands/curate-debate";
import { sanction } from "./commands/sanction";
import { claimReview, releaseReview } from "./commands/claim-review";
import { decideReview } from "./commands/decide-review";
import { flag } from "./commands/flag";
import { undoEntry } from "./commands/undo-entry";
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
  then: ({ entry }) => routes.nextReview({ done: entry }),
});

export const decideAppealAction = defineAction(decideAppealSchema, decideAppeal, {
  then: ({ entry }) => routes.nextReview({ done: entry }),
});

export const undoEntryAction = defineAction(undoEntrySchema, undoEntry, { quiet: true });

export const sanctionAction = defineAction(sanctionSchema, sanction);

export const curateDebateAction = defineAction(curateDebateSchema, curateDebate);

export const curateArgumentAction = defineAction(curateArgumentSchema, curateArgument);
