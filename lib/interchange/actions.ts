"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { importKept, importKeptSchema } from "./commands/import-kept";
import { prepareExport } from "./commands/prepare-export";
import { prepareExportSchema } from "./schema";

export const importKeptAction = defineAction(importKeptSchema, importKept, {
  then: ({ slug }) => routes.debate(slug),
});

/** Leads back to the page by an address of its own, so that it is shown anew and loading it again asks for nothing. */
export const prepareExportAction = defineAction(prepareExportSchema, prepareExport, {
  then: ({ debate, id }) => routes.preparedExports(debate, { asked: id }),
});
