import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Status } from "@/components/ui/notice";
import { entryNumber } from "@/lib/moderation/log-schema";
import { routes } from "@/lib/routes";

/** What was just decided, as the address says, and the way to take it back. */
export function DoneNotice({
  done,
  asked,
}: {
  done: string | string[] | undefined;
  /** An author was asked something: nothing of it stands in the log. */
  asked?: string | string[];
}) {
  const t = useTranslations("moderation.review");
  const waiting = useTranslations("suggestions.decide");
  const entry = entryNumber.safeParse(done).data;
  return (
    <Status className="text-sm empty:mb-0!">
      {asked && entry === undefined ? <p>{waiting("asked")}</p> : null}
      {entry === undefined ? null : (
        <p className="flex flex-wrap gap-x-3">
          {t("done", { entry })}
          <Anchor href={routes.modlogEntry(entry)}>{t("undo")}</Anchor>
        </p>
      )}
    </Status>
  );
}
