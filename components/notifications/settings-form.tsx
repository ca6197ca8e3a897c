"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { saveSettingsAction } from "@/lib/notifications/actions";
import { digestFrequencies, notificationKinds } from "@/lib/notifications/vocabulary";
import type { SettingsView } from "@/lib/notifications/view";

const scope = "notifications";

/** How often a digest comes by mail, and what it holds. */
export function SettingsForm({
  settings,
  moderates,
}: {
  settings: SettingsView;
  /** Whether anything ever waits for this person in the queue. */
  moderates: boolean;
}) {
  const t = useTranslations("notifications.account");
  const [state, act] = useActionState(saveSettingsAction, idle);
  const shown = state.status === "ok" ? { ...state, message: t("saved") } : state;
  return (
    // Keyed by what is stored: after saving, the fields begin anew from there.
    <form
      action={act}
      key={`${settings.digest} ${settings.mailed.join(" ")} ${settings.queueMails}`}
      className="max-w-measure space-y-6"
    >
      <FormMessages state={shown} scope={scope} />
      <RadioGroup
        name="digest"
        scope={scope}
        label={t("frequency")}
        defaultValue={settings.digest}
        choices={digestFrequencies.map((value) => ({ value, label: t(`choice.${value}`) }))}
        errors={state.fieldErrors?.digest}
        required
      />
      <fieldset>
        <legend className="text-sm font-semibold">{t("mailed")}</legend>
        <div className="mt-1">
          {notificationKinds.map((kind) => (
            <Checkbox
              key={kind}
              name="mailed"
              scope={`${scope}-${kind}`}
              value={kind}
              label={t(`kind.${kind}`)}
              defaultChecked={settings.mailed.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      {moderates ? (
        <fieldset>
          <legend className="text-sm font-semibold">{t("queue")}</legend>
          <input type="hidden" name="queueMails" value="off" />
          <Checkbox
            name="queueMails"
            scope={scope}
            value="on"
            label={t("queueMails")}
            hint={t("queueMailsHint")}
            defaultChecked={settings.queueMails}
          />
        </fieldset>
      ) : null}
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
