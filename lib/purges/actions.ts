"use server";

import { defineAction } from "@/lib/actions/define-action";
import { routes } from "@/lib/routes";
import { confirmPurge } from "./commands/confirm-purge";
import { requestPurge } from "./commands/request-purge";
import { withdrawPurge } from "./commands/withdraw-purge";
import { purgeRefSchema, requestPurgeSchema } from "./schema";

export const requestPurgeAction = defineAction(requestPurgeSchema, requestPurge, {
  then: () => routes.adminPurges(),
});

export const confirmPurgeAction = defineAction(purgeRefSchema, confirmPurge, {
  then: ({ entry }) => routes.adminPurges({ done: entry }),
});

export const withdrawPurgeAction = defineAction(purgeRefSchema, withdrawPurge, {
  then: ({ purge }) => routes.adminPurges({ withdrawn: purge }),
});
