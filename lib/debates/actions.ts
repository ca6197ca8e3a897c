"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import {
  createDebateSchema,
  debateOnlySchema,
  editorSchema,
  moveItemSchema,
  removeItemSchema,
  writeDecisionSchema,
  writeFactSchema,
  writeItemSchema,
} from "./brief-schema";
import { moveItem, removeItem } from "./commands/arrange-items";
import { createDebate } from "./commands/create-debate";
import { addEditor, removeEditor } from "./commands/editors";
import { abandonDraft, publishDebate } from "./commands/publish-debate";
import { recordVisit } from "./commands/record-visit";
import { writeDecision } from "./commands/write-decision";
import { writeFact } from "./commands/write-fact";
import { writeItem } from "./commands/write-item";
import { slugSchema } from "./schema";

const recordVisitSchema = z.strictObject({ debate: slugSchema });

export const recordVisitAction = defineAction(recordVisitSchema, recordVisit, { quiet: true });

export const createDebateAction = defineAction(createDebateSchema, createDebate, {
  then: ({ debate }) => routes.editDebate(debate),
});

export const writeDecisionAction = defineAction(writeDecisionSchema, writeDecision, {
  then: ({ debate, version }) => routes.editDebate(debate, { part: "decision", saved: version }),
});

export const writeFactAction = defineAction(writeFactSchema, writeFact, {
  then: ({ debate, version }) => routes.editDebate(debate, { part: "facts", saved: version }),
});

export const writeItemAction = defineAction(writeItemSchema, writeItem, {
  then: ({ debate, version, part }) => routes.editDebate(debate, { part, saved: version }),
});

export const moveItemAction = defineAction(moveItemSchema, moveItem, {
  then: ({ debate, version, part }) => routes.editDebate(debate, { part, saved: version }),
});

export const removeItemAction = defineAction(removeItemSchema, removeItem, {
  then: ({ debate, version, part }) => routes.editDebate(debate, { part, saved: version }),
});

export const addEditorAction = defineAction(editorSchema, addEditor);

export const removeEditorAction = defineAction(editorSchema, removeEditor);

export const publishDebateAction = defineAction(debateOnlySchema, publishDebate, {
  then: ({ debate }) => routes.debate(debate),
});

export const abandonDraftAction = defineAction(debateOnlySchema, abandonDraft, {
  then: () => routes.debates(),
});
