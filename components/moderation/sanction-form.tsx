"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { sanctionAction } from "@/lib/moderation/actions";
import { sanctionKinds } from "@/lib/moderation/sanctions";
import { moderationGrounds } from "@/lib/moderation/vocabulary";
import { DaysSelect } from "./days-select";
import { WordsFields } from "./words-fields";

const scope = "sanction";

/** Silences, suspends or bans a person, with a reason in public. */
export function SanctionForm({ handle }: { handle: string }) {
  const t = useTranslations("moderation.sanction");
  const review = useTranslations("moderation.review.form");
  const grounds = useTranslations("moderation.reason");
  const [state, send] = useActionState(sanctionAction, idle);
  const { fieldErrors: errors, values } = state;
  return (
    <form action={send} className="max-w-measure space-y-5">
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="handle" value={handle} />
      <RadioGroup
        scope={scope}
        name="kind"
        label={t("kind")}
        errors={errors?.kind}
        defaultValue={values?.kind}
        choices={sanctionKinds.map((value) => ({
          value,
          label: review(value),
          hint: review(`${value}Hint`),
        }))}
        required
      />
      <DaysSelect state={state} scope={scope} />
      <Select
        scope={scope}
        name="ground"
        label={review("ground")}
        errors={errors?.ground}
        defaultValue={values?.ground ?? "UNCIVIL"}
        options={moderationGrounds
          .filter((ground) => ground !== "NO_BREACH")
          .map((value) => ({ value, label: grounds(value) }))}
      />
      <WordsFields state={state} scope={scope} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
