"use client";

import { useTranslations } from "next-intl";
import type { FieldsProps } from "@/components/arguments/composer/fields";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

/** One source, with the words to quote. */
export function SourceFields({ scope, values, fieldErrors = {} }: FieldsProps) {
  const t = useTranslations("suggestions.suggest");
  const props = (part: string) => ({
    scope,
    name: `source.${part}`,
    defaultValue: values[`source.${part}`],
    errors: fieldErrors[`source.${part}`],
  });
  return (
    <>
      <TextField {...props("title")} label={t("sourceTitle")} required />
      <TextField
        {...props("url")}
        label={t("sourceUrl")}
        type="url"
        placeholder="https://"
        optional
      />
      <TextField {...props("publisher")} label={t("sourcePublisher")} optional />
      <TextField
        {...props("published")}
        label={t("sourcePublished")}
        placeholder="2025-03"
        optional
      />
      <TextArea {...props("quotation")} label={t("sourceQuotation")} rows={2} optional />
    </>
  );
}
