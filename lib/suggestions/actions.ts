"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { changeSuggestion, withdrawSuggestion } from "./commands/change-suggestion";
import { decideSuggestion } from "./commands/decide-suggestion";
import { setCuration } from "./commands/set-curation";
import { suggest } from "./commands/suggest";
import {
  changeSuggestionSchema,
  curationSchema,
  decideSuggestionSchema,
  suggestSchema,
  withdrawSuggestionSchema,
} from "./schema";

export const suggestAction = defineAction(suggestSchema, suggest, {
  then: ({ suggestion }) => routes.accountSuggestion(suggestion, { sent: 1 }),
});

export const changeSuggestionAction = defineAction(changeSuggestionSchema, changeSuggestion, {
  then: ({ suggestion }) => routes.accountSuggestion(suggestion, { sent: 1 }),
});

export const withdrawSuggestionAction = defineAction(withdrawSuggestionSchema, withdrawSuggestion, {
  then: ({ suggestion }) => routes.accountSuggestion(suggestion),
});

export const decideSuggestionAction = defineAction(decideSuggestionSchema, decideSuggestion, {
  then: ({ entry, review: of }, { after }) =>
    routes.nextReview(entry === null ? { asked: 1, of, after } : { done: entry, of, after }),
});

export const setCurationAction = defineAction(curationSchema, setCuration, {
  then: ({ entry }) => routes.modlogEntry(entry),
});
