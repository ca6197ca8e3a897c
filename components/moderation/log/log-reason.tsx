import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { LogEntryView } from "@/lib/moderation/log-view";

/** The reason in public, as it was written; or that the law has taken it. */
export function LogReason({ entry, className }: { entry: LogEntryView; className?: string }) {
  const t = useTranslations("modlog");
  if (entry.purged) return <p className={clsx("text-sm text-muted", className)}>{t("purged")}</p>;
  if (entry.reason === "") return null;
  return (
    <p dir="auto" className={clsx("text-sm break-words whitespace-pre-line", className)}>
      {entry.reason}
    </p>
  );
}
