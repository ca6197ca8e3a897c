"use server";

import { defineAction } from "@/lib/actions/define-action";
import { changeWebhook, createWebhook, deleteWebhook, rotateSecret } from "./commands/manage";
import { pingWebhook, redeliver } from "./commands/resend";
import * as schema from "./schema";
import { routes } from "@/lib/routes";

export const createWebhookAction = defineAction(schema.createWebhookSchema, createWebhook);
export const pauseWebhookAction = defineAction(schema.pauseWebhookSchema, changeWebhook);
export const rotateSecretAction = defineAction(schema.webhookRefSchema, rotateSecret);
export const pingWebhookAction = defineAction(schema.webhookRefSchema, pingWebhook);
export const redeliverAction = defineAction(schema.deliveryRefSchema, redeliver);
export const deleteWebhookAction = defineAction(schema.webhookRefSchema, deleteWebhook, {
  then: () => routes.accountWebhooks(),
});
