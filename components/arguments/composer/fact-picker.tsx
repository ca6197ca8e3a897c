"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Certainty } from "@/lib/debates/schema";

/** A fact of the brief in a line. */
export type PickableFact = { id: number; number: number; text: string; certainty: Certainty };

/** Which facts of the brief an argument rests on. */
export function FactPicker({
  facts,
  chosen,
  errors,
}: {
  facts: readonly PickableFact[];
  /** Ids. */
  chosen: readonly number[];
  errors?: readonly string[];
}) {
  const t = useTranslations("arguments.form");
  const words = useTranslations("debates");
  const [picked, setPicked] = useState(() => new Set(chosen));
  if (facts.length === 0) return null;
  const toggle = (id: number, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <details className="disclosure border-t border-hairline pt-2" open={Boolean(errors?.length)}>
      <summary className="min-h-8 text-sm font-semibold">
        + {t("facts")}{" "}
        <span className="font-normal text-muted">{t("chosen", { count: picked.size })}</span>
      </summary>
      <fieldset>
        <legend className="text-sm text-muted">{t("factsHint")}</legend>
        {errors?.map((error) => (
          <p key={error} className="text-sm font-semibold">
            {error}
          </p>
        ))}
        <ul className="mt-2 max-h-80 space-y-1 overflow-y-auto border border-hairline p-3 text-sm">
          {facts.map((fact) => (
            <li key={fact.id}>
              <label className="flex items-start gap-3 py-1">
                <input
                  type="checkbox"
                  name="factIds"
                  value={fact.id}
                  checked={picked.has(fact.id)}
                  onChange={(event) => toggle(fact.id, event.currentTarget.checked)}
                  className="choice"
                />
                <span>
                  <span className="text-muted">
                    {words("fact", { number: fact.number })}, {words(`certainty.${fact.certainty}`)}
                    :
                  </span>{" "}
                  {fact.text}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}
