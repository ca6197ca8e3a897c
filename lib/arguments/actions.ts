"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { offerArgument, offerEdit } from "@/lib/suggestions/commands/offer";
import { isWaiting } from "@/lib/suggestions/view";
import { archiveArgument, restoreArgument } from "./commands/archive-argument";
import { confirmFacts } from "./commands/confirm-facts";
import { saveDraft } from "./commands/save-draft";
import { linkArgument } from "./commands/link-argument";
import { markArgument } from "./commands/mark-argument";
import { mergeArguments } from "./commands/merge-arguments";
import { moveArgument, type Curation } from "./commands/move-argument";
import { splitArgument } from "./commands/split-argument";
import {
  linkArgumentSchema,
  markArgumentSchema,
  mergeArgumentsSchema,
  moveArgumentSchema,
  splitArgumentSchema,
} from "./curation-schema";
import { saveDraftSchema } from "./draft";
import { findSimilarIn } from "./queries/similar";
import {
  archiveArgumentSchema,
  confirmFactsSchema,
  editArgumentSchema,
  findSimilarSchema,
  restoreArgumentSchema,
  submitArgumentSchema,
} from "./schema";

export const submitArgumentAction = defineAction(submitArgumentSchema, offerArgument, {
  then: (made) =>
    isWaiting(made)
      ? routes.accountSuggestion(made.suggestion, { sent: 1 })
      : `${routes.debate(made.debate, { posted: made.id })}#a-${made.id}`,
});

export const editArgumentAction = defineAction(editArgumentSchema, offerEdit, {
  then: (made) =>
    isWaiting(made)
      ? routes.accountSuggestion(made.suggestion, { sent: 1 })
      : routes.argument(made.debate, made.id),
});

export const archiveArgumentAction = defineAction(archiveArgumentSchema, archiveArgument, {
  then: ({ debate, id }) => routes.argument(debate, id),
});

export const restoreArgumentAction = defineAction(restoreArgumentSchema, restoreArgument, {
  then: ({ debate, id }) => routes.argument(debate, id),
});

/** What was done, with the way to take it back. */
const toEntry = { then: ({ entry }: Curation) => routes.modlogEntry(entry) };

export const moveArgumentAction = defineAction(moveArgumentSchema, moveArgument, toEntry);
export const mergeArgumentsAction = defineAction(mergeArgumentsSchema, mergeArguments, {
  then: ({ entry, review }) =>
    review ? routes.nextReview({ done: entry }) : routes.modlogEntry(entry),
});
export const splitArgumentAction = defineAction(splitArgumentSchema, splitArgument, toEntry);
export const linkArgumentAction = defineAction(linkArgumentSchema, linkArgument, toEntry);
export const markArgumentAction = defineAction(markArgumentSchema, markArgument, toEntry);
export const confirmFactsAction = defineAction(confirmFactsSchema, confirmFacts);

export const saveDraftAction = defineAction(saveDraftSchema, saveDraft, { quiet: true });

export const findSimilarAction = defineAction(
  findSimilarSchema,
  (_actor, { debate, title }) => findSimilarIn(debate, title),
  { quiet: true },
);
