"use server";

import { defineAction } from "@/lib/actions/define-action";
import { followDebate, unfollowDebate } from "./commands/follow";
import { markAllRead, markRead, openNotification } from "./commands/mark-read";
import { saveSettings } from "./commands/settings";
import { followSchema, markAllReadSchema, markReadSchema, saveSettingsSchema } from "./schema";

export const followDebateAction = defineAction(followSchema, followDebate);
export const unfollowDebateAction = defineAction(followSchema, unfollowDebate);
export const markReadAction = defineAction(markReadSchema, (actor, { id }) =>
  markRead(actor, { ids: [id] }),
);
export const markAllReadAction = defineAction(markAllReadSchema, markAllRead);
export const openNotificationAction = defineAction(markReadSchema, openNotification, {
  then: ({ href }) => href,
});
export const saveSettingsAction = defineAction(saveSettingsSchema, saveSettings);
