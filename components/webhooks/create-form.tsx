"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { FormMessages } from "@/components/ui/form-messages";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { idle } from "@/lib/actions/form-state";
import { createWebhookAction } from "@/lib/webhooks/actions";
import { webhookEvents } from "@/lib/webhooks/vocabulary";
import { eventWord } from "./event-word";
import { SecretOnce } from "./secret-once";

const scope = "webhook";

/** Adds a webhook and shows its secret, this once. `debates` are those it can be about. */
export function CreateWebhookForm({ debates }: { debates: { slug: string; title: string }[] }) {
  const t = useTranslations("webhooks.form");
  const words = useTranslations("webhooks.event");
  const [state, act] = useActionState(createWebhookAction, idle);
  const { values, fieldErrors } = state;
  const chosen = values?.events?.split(",") ?? ["argument.created"];
  const options = [
    { value: "", label: t("allDebates") },
    ...debates.map(({ slug, title }) => ({ value: slug, label: title })),
  ];
  return (
    <form action={act} className="max-w-measure space-y-6">
      <FormMessages
        state={state.status === "ok" ? { ...state, message: t("created") } : state}
        scope={scope}
      />
      {state.result ? <SecretOnce secret={state.result.secret} label={t("secret")} /> : null}
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={t("url")}
        hint={t("urlHint")}
        autoComplete="off"
        required
        scope={scope}
        defaultValue={values?.url}
        errors={fieldErrors?.url}
      />
      <Select
        name="debate"
        label={t("debate")}
        scope={scope}
        options={options}
        defaultValue={values?.debate ?? ""}
      />
      <fieldset
        id={`${scope}-events`}
        aria-describedby={fieldErrors?.events ? `${scope}-events-error` : undefined}
      >
        <legend className="text-sm font-semibold">{t("events")}</legend>
        <FieldError name="events" scope={scope} label="" errors={fieldErrors?.events} />
        {webhookEvents.map((event) => (
          <Checkbox
            key={event}
            name="events"
            value={event}
            scope={`${scope}-${event}`}
            defaultChecked={chosen.includes(event)}
            label={words(eventWord(event))}
          />
        ))}
      </fieldset>
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
