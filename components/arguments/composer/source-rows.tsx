"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { argumentLimits } from "@/lib/arguments/vocabulary";
import type { FieldsProps } from "./fields";

const withoutScript = 3;
type Part = "title" | "url" | "publisher" | "published" | "quotation";

/** Room for more without JavaScript: three rows to begin with, one beside those that are filled. */
const rowsFor = (given: number) =>
  given === 0 ? withoutScript : Math.min(given + 1, argumentLimits.sources);

/** Where a reader can check: as many rows as are needed without JavaScript, more or fewer with it. */
export function SourceRows({ scope, values, fieldErrors = {} }: FieldsProps) {
  const t = useTranslations("arguments.form");
  const given = countRows(values);
  const [rows, setRows] = useState(() =>
    Array.from({ length: rowsFor(given) }, (_, index) => ({
      key: index,
      from: index,
    })),
  );
  const wrong = Object.keys(fieldErrors).some((name) => name.startsWith("sources"));
  return (
    <details className="disclosure border-t border-hairline pt-2" open={given > 0 || wrong}>
      <summary className="min-h-8 text-sm font-semibold">+ {t("sources")}</summary>
      <p className="text-sm text-muted">{t("sourcesHint")}</p>
      {rows.map((row, index) => (
        <fieldset key={row.key} className="mt-4 border-s border-hairline ps-4">
          <legend className="flex w-full items-center justify-between text-sm font-semibold">
            {t("source", { number: index + 1 })}
            <button
              type="button"
              data-needs-script=""
              aria-label={t("removeSource", { number: index + 1 })}
              onClick={() => setRows(rows.filter((other) => other !== row))}
              className="grid size-8 place-items-center"
            >
              <Icon name="x" />
            </button>
          </legend>
          <SourceFields
            scope={scope}
            index={index}
            from={row.from}
            values={values}
            fieldErrors={fieldErrors}
          />
        </fieldset>
      ))}
      {rows.length < argumentLimits.sources ? (
        <Button
          type="button"
          variant="link"
          size="small"
          data-needs-script=""
          className="mt-3"
          onClick={() => {
            const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
            setRows([...rows, { key, from: -1 }]);
          }}
        >
          <Icon name="plus" />
          {t("addSource")}
        </Button>
      ) : null}
    </details>
  );
}

function countRows(values: FieldsProps["values"]): number {
  const filled = Object.keys(values).map((name) => /^sources\.(\d+)\./.exec(name)?.[1]);
  return Math.max(0, ...filled.map((index) => (index === undefined ? 0 : Number(index) + 1)));
}

function SourceFields({
  scope,
  index,
  from,
  values,
  fieldErrors = {},
}: FieldsProps & { index: number; from: number }) {
  const t = useTranslations("arguments.form");
  const props = (part: Part) => ({
    scope,
    name: `sources.${index}.${part}`,
    defaultValue: values[`sources.${from}.${part}`],
    errors: fieldErrors[`sources.${index}.${part}`],
  });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField {...props("title")} label={t("sourceTitle")} />
      </div>
      <TextField {...props("publisher")} label={t("sourcePublisher")} optional />
      <TextField
        {...props("published")}
        label={t("sourcePublished")}
        placeholder="2025-03"
        optional
      />
      <div className="sm:col-span-2">
        <TextField
          {...props("url")}
          label={t("sourceUrl")}
          type="url"
          placeholder="https://"
          optional
        />
      </div>
      <div className="sm:col-span-2">
        <TextArea {...props("quotation")} label={t("sourceQuotation")} rows={2} optional />
      </div>
    </div>
  );
}
