"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import { BodyField } from "./body-field";
import { FactPicker, type PickableFact } from "./fact-picker";
import { Similar } from "./similar";
import { SourceRows } from "./source-rows";

export type FieldsProps = {
  scope: string;
  /** What the fields start with, by name. */
  values: Record<string, string>;
  fieldErrors?: Record<string, string[]>;
};

/** What an argument is made of: the claim, the reasons, the sources and the facts. */
export function ArgumentFields({
  scope,
  values,
  fieldErrors = {},
  facts,
  similarIn,
}: FieldsProps & {
  facts: readonly PickableFact[];
  /** The debate in which to look for similar arguments while writing; null: do not look. */
  similarIn: string | null;
}) {
  const t = useTranslations("arguments.form");
  const [title, setTitle] = useState(values.title ?? "");
  const chosen = (values.factIds ?? "").split(",").map(Number).filter(Boolean);
  return (
    <>
      <TextArea
        scope={scope}
        name="title"
        label={t("claim")}
        hint={t("claimHint")}
        errors={fieldErrors.title}
        defaultValue={values.title}
        rows={2}
        limit={argumentLimits.title}
        required
        className="font-serif"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {similarIn ? <Similar debate={similarIn} title={title} /> : null}
      <BodyField scope={scope} defaultValue={values.body} errors={fieldErrors.body} />
      <SourceRows scope={scope} values={values} fieldErrors={fieldErrors} />
      <FactPicker facts={facts} chosen={chosen} errors={fieldErrors.factIds} />
    </>
  );
}
