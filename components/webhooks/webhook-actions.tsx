"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import {
  deleteWebhookAction,
  pauseWebhookAction,
  pingWebhookAction,
  rotateSecretAction,
} from "@/lib/webhooks/actions";
import { SecretOnce } from "./secret-once";

type Props = { webhookId: number; paused: boolean };

/** What its owner can do with a webhook: try it out, pause it, give it a new secret. */
export function WebhookActions({ webhookId, paused }: Props) {
  const t = useTranslations("webhooks");
  const [pinged, ping] = useActionState(pingWebhookAction, idle);
  const [stopped, pause] = useActionState(pauseWebhookAction, idle);
  const [rotated, rotate] = useActionState(rotateSecretAction, idle);
  const id = <input type="hidden" name="webhookId" value={webhookId} />;
  const messages = [
    { key: "ping", state: pinged, message: t("one.pinged") },
    { key: "pause", state: stopped, message: t(paused ? "one.paused" : "one.resumed") },
    { key: "rotate", state: rotated, message: t("one.rotated") },
  ];
  return (
    <div className="space-y-4">
      {messages.map(({ key, state, message }) => (
        <FormMessages
          key={key}
          scope={key}
          state={state.status === "ok" ? { ...state, message } : state}
        />
      ))}
      {rotated.result ? (
        <SecretOnce secret={rotated.result.secret} label={t("form.secret")} />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {paused ? null : (
          <form action={ping}>
            {id}
            <SubmitButton>{t("one.ping")}</SubmitButton>
          </form>
        )}
        <form action={pause}>
          {id}
          <input type="hidden" name="paused" value={paused ? "no" : "yes"} />
          <Button variant="quiet">{t(paused ? "one.resume" : "one.pause")}</Button>
        </form>
        <form action={rotate}>
          {id}
          <Button variant="quiet">{t("one.rotate")}</Button>
        </form>
      </div>
    </div>
  );
}

/** Deletes a webhook with its log. */
export function DeleteWebhookForm({ webhookId }: { webhookId: number }) {
  const t = useTranslations("webhooks.one");
  const [state, act] = useActionState(deleteWebhookAction, idle);
  return (
    <form action={act} className="max-w-measure space-y-4">
      <FormMessages state={state} scope="delete" />
      <p>{t("deleteLead")}</p>
      <input type="hidden" name="webhookId" value={webhookId} />
      <Button variant="quiet">{t("delete")}</Button>
    </form>
  );
}
