"use client";

import { useTranslations } from "next-intl";
import type { DraftState } from "./use-draft";

/** Where the unsent words are kept, quietly. */
export function DraftLine({ state }: { state: DraftState }) {
  const t = useTranslations("arguments.form");
  const words = {
    none: "",
    restored: t("draftRestored"),
    kept: t("draftKept"),
    saved: t("draftSaved"),
  }[state];
  return (
    <span role="status" className="text-xs text-muted">
      {words}
    </span>
  );
}
