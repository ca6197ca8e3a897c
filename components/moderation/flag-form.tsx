"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Anchor } from "@/components/ui/anchor";
import { FormMessages } from "@/components/ui/form-messages";
import { Status } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle, type FormState } from "@/lib/actions/form-state";
import { flagAction } from "@/lib/moderation/actions";
import { moderationLimits, reasonsFor, type ModerationTarget } from "@/lib/moderation/vocabulary";

/** Says what is wrong with a thing; works without JavaScript. */
export function FlagForm({
  target,
  id,
  fact = null,
  back,
}: {
  target: ModerationTarget;
  id: string;
  /** The number of the fact of a brief. */
  fact?: number | null;
  back: string;
}) {
  const t = useTranslations("moderation.flag");
  const reasons = useTranslations("moderation.reason");
  const [state, send] = useActionState(flagAction, idle);
  const { fieldErrors: errors, values } = state;
  if (state.status === "ok") {
    return (
      <Status>
        <p>{t("done")}</p>
        <p className="mt-2">
          <Anchor href={back}>{t("back")}</Anchor>
        </p>
      </Status>
    );
  }
  return (
    <form action={send} className="space-y-6">
      <FormMessages state={state} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="id" value={id} />
      {fact === null ? null : <input type="hidden" name="fact" value={fact} />}
      <RadioGroup
        name="reason"
        label={t("reason")}
        errors={errors?.reason}
        defaultValue={values?.reason}
        choices={reasonsFor(target).map((value) => ({ value, label: reasons(value) }))}
        required
      />
      <TextArea
        name="note"
        label={t("note")}
        errors={errors?.note}
        defaultValue={values?.note}
        limit={moderationLimits.note}
        rows={3}
        optional
      />
      <Evidence state={state} ofArgument={target === "ARGUMENT"} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

/** What two of the reasons rest on. */
function Evidence({ state, ofArgument }: { state: FormState; ofArgument: boolean }) {
  const t = useTranslations("moderation.flag");
  return (
    <>
      <TextField
        name="sourceUrl"
        type="url"
        label={t("sourceUrl")}
        hint={t("sourceHint")}
        errors={state.fieldErrors?.sourceUrl}
        defaultValue={state.values?.sourceUrl}
        optional
      />
      {ofArgument ? (
        <TextField
          name="duplicateOf"
          label={t("duplicateOf")}
          hint={t("duplicateHint")}
          errors={state.fieldErrors?.duplicateOf}
          defaultValue={state.values?.duplicateOf}
          optional
        />
      ) : null}
    </>
  );
}
