"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { importKept, importKeptSchema } from "./commands/import-kept";

export const importKeptAction = defineAction(importKeptSchema, importKept, {
  then: ({ slug }) => routes.debate(slug),
});
