import { useTranslations } from "next-intl";
import type { ArgumentMark } from "@/lib/arguments/vocabulary";

/** What curators noted about an argument's quality. */
export function Marks({ marks }: { marks: readonly ArgumentMark[] }) {
  const t = useTranslations("arguments.mark");
  if (marks.length === 0) return null;
  return (
    <p className="mt-1 text-xs text-muted">
      {t("label")} <strong>{marks.map((mark) => t(mark)).join(", ")}</strong>
    </p>
  );
}
