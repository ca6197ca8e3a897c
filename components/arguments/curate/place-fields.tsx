"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/actions/form-state";
import { stances, type Stance } from "@/lib/arguments/vocabulary";
import type { ActName } from "./act-form";

export const placesId = "places-of-the-debate";

/** Another argument, by its number or link; the browser offers those of the debate. */
export function OtherField({
  scope,
  name,
  label,
  state,
  from,
}: {
  scope: ActName;
  name: "to" | "into";
  label: string;
  state: FormState<unknown>;
  /** What stands in it at first. */
  from?: string | undefined;
}) {
  const t = useTranslations("moderation.curate");
  return (
    <TextField
      scope={scope}
      name={name}
      label={label}
      hint={t(name === "into" ? "intoHint" : "toHint")}
      errors={state.fieldErrors?.[name]}
      defaultValue={state.values?.[name] ?? from}
      list={placesId}
      autoComplete="off"
      required
    />
  );
}

/** Below what, and on which side. */
export function PlaceFields({
  scope,
  state,
  stance,
}: {
  scope: ActName;
  state: FormState<unknown>;
  stance: Stance;
}) {
  const t = useTranslations("moderation.curate");
  return (
    <>
      <OtherField scope={scope} name="to" label={t("to")} state={state} />
      <StanceField scope={scope} name="stance" state={state} stance={stance} />
    </>
  );
}

export function StanceField({
  scope,
  name,
  state,
  stance,
}: {
  scope: ActName;
  name: "stance" | "otherStance";
  state: FormState<unknown>;
  stance: Stance;
}) {
  const t = useTranslations("moderation.curate");
  return (
    <RadioGroup
      scope={scope}
      name={name}
      label={t("stance")}
      errors={state.fieldErrors?.[name]}
      defaultValue={state.values?.[name] ?? stance}
      choices={stances.map((value) => ({ value, label: t(value) }))}
      inline
      required
    />
  );
}
