import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Status } from "@/components/ui/notice";
import { routes } from "@/lib/routes";

/** What was just decided, and the way to take it back. */
export function DoneNotice({ entry }: { entry: number | null }) {
  const t = useTranslations("moderation.review");
  return (
    <Status className="text-sm">
      {entry === null ? null : (
        <p className="flex flex-wrap gap-x-3">
          {t("done", { entry })}
          <Anchor href={routes.modlogEntry(entry)}>{t("undo")}</Anchor>
        </p>
      )}
    </Status>
  );
}
