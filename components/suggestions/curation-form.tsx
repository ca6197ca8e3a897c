"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { idle, type FormState } from "@/lib/actions/form-state";
import { setCurationAction } from "@/lib/suggestions/actions";
import { suggestionLimits } from "@/lib/suggestions/vocabulary";

const scope = "curation";

/** Whether contributions wait for an editor, which words are held, and how many links. */
export function CurationForm({
  debate,
  curated,
  heldWords,
  heldLinks,
  siteLinks,
}: {
  debate: string;
  curated: boolean;
  heldWords: readonly string[];
  heldLinks: number | null;
  /** What holds where nothing is chosen. */
  siteLinks: number;
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
      <LinksField state={state} links={heldLinks} site={siteLinks} />
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

/** How many links a new member's text may have; empty for the site's number. */
function LinksField({
  state,
  links,
  site,
}: {
  state: FormState;
  links: number | null;
  site: number;
}) {
  const t = useTranslations("suggestions.curation");
  return (
    <TextField
      scope={scope}
      name="heldLinks"
      type="number"
      inputMode="numeric"
      min={0}
      max={suggestionLimits.links}
      className="max-w-32"
      label={t("links")}
      hint={t("linksHint", { site })}
      errors={state.fieldErrors?.heldLinks}
      defaultValue={state.values?.heldLinks ?? links ?? ""}
      optional
    />
  );
}
