"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DraftValues } from "@/lib/arguments/draft";
import { asValues, hasWords, readKeptDraft } from "./kept-draft";

/** What a person had written into a form that they cannot send now: to read and to copy. */
export function KeptWords({ form, stored }: { form: string; stored: DraftValues | null }) {
  const t = useTranslations("arguments.form");
  const [values, setValues] = useState(stored ?? {});
  useEffect(() => {
    const kept = readKeptDraft(form);
    // The tab's storage is known only in the browser, after the first rendering.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (kept && hasWords(kept)) setValues(asValues(kept));
  }, [form]);
  const words = [values.title, values.body].filter(Boolean).join("\n\n");
  if (words === "") return null;
  return (
    <div className="mt-4 space-y-2 text-sm">
      <p className="font-semibold">{t("refusedKept")}</p>
      <p dir="auto" className="max-w-measure whitespace-pre-line border-s-3 border-hairline ps-4">
        {words}
      </p>
    </div>
  );
}
