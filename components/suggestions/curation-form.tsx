"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { idle } from "@/lib/actions/form-state";
import { setCurationAction } from "@/lib/suggestions/actions";

const scope = "curation";

/** Whether contributions wait for an editor, and which words are held. */
export function CurationForm({
  debate,
  curated,
  heldWords,
}: {
  debate: string;
  curated: boolean;
  heldWords: readonly string[];
}) {
  const t = useTranslations("suggestions.curation");
  const [state, send] = useActionState(setCurationAction, idle);
  const { fieldErrors: errors, values } = state;
  return (
    <form action={send} className="max-w-measure space-y-5">
      <FormMessages state={state} scope={scope} />
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="curated" value="false" />
      <Checkbox
        scope={scope}
        name="curated"
        value="true"
        label={t("curated")}
        hint={t("curatedHint")}
        errors={errors?.curated}
        defaultChecked={values ? values.curated?.endsWith("true") : curated}
      />
      <TextArea
        scope={scope}
        name="heldWords"
        label={t("words")}
        hint={t("wordsHint")}
        errors={errors?.heldWords}
        defaultValue={values?.heldWords ?? heldWords.join("\n")}
        rows={6}
        optional
      />
      <TextArea
        scope={scope}
        name="publicReason"
        label={t("reason")}
        errors={errors?.publicReason}
        defaultValue={values?.publicReason}
        rows={2}
        required
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
