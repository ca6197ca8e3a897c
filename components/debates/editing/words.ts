import { useTranslations } from "next-intl";
import type { PartFormProps } from "./part-form";

/** What a part's form says, for the browser, which does not hold these words itself. */
export function useFormWords(corrects = false): PartFormProps["words"] {
  const t = useTranslations("editing");
  return {
    submit: t(corrects ? "saveCorrection" : "save"),
    pending: t("saving"),
    newer: { title: t("stale.title"), text: t("stale.text"), gone: t("stale.gone") },
  };
}
