import { useTranslations } from "next-intl";
import type { LogChange } from "@/lib/moderation/log-view";

/** What was changed about an argument's place or marks, in one sentence. */
export function LogChangeWords({ change }: { change: LogChange }) {
  const t = useTranslations("modlog.change");
  const marks = useTranslations("arguments.mark");
  if (change.kind === "MOVE") return t("MOVE", { from: change.from, to: change.to });
  if (change.kind === "MARK") {
    if (change.to.length === 0) return t("UNMARK");
    return t("MARK", { marks: change.to.map((mark) => marks(mark)).join(", ") });
  }
  return t(change.kind, { to: change.to || "root" });
}
