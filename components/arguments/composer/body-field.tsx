"use client";

import { useTranslations } from "next-intl";
import { Suspense, lazy, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldId } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { argumentLimits } from "@/lib/arguments/vocabulary";

const Markdown = lazy(() =>
  import("@/components/ui/markdown").then((module) => ({ default: module.Markdown })),
);

/** The reasons, in Markdown; with JavaScript they can be seen as they will be read. */
export function BodyField({
  scope,
  defaultValue,
  errors,
}: {
  scope: string;
  defaultValue?: string;
  errors?: readonly string[];
}) {
  const t = useTranslations("arguments.form");
  const box = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<string>();
  const show = () => {
    const area = box.current?.querySelector("textarea");
    setPreview(preview === undefined ? (area?.value ?? "") : undefined);
  };
  return (
    <div ref={box}>
      <div hidden={preview !== undefined}>
        <TextArea
          scope={scope}
          name="body"
          label={t("body")}
          hint={t("bodyHint")}
          errors={errors}
          defaultValue={defaultValue}
          rows={6}
          limit={argumentLimits.body}
          optional
        />
      </div>
      {preview === undefined ? null : (
        <section aria-label={t("preview")} className="border-y border-hairline py-4">
          <Suspense fallback={<p className="whitespace-pre-line">{preview}</p>}>
            {preview.trim() ? (
              <Markdown topHeading={5}>{preview}</Markdown>
            ) : (
              <p className="text-muted">{t("previewEmpty")}</p>
            )}
          </Suspense>
        </section>
      )}
      <Button
        type="button"
        variant="link"
        size="small"
        data-needs-script=""
        aria-controls={fieldId("body", scope)}
        onClick={show}
      >
        {preview === undefined ? t("preview") : t("write")}
      </Button>
    </div>
  );
}
