import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Status } from "@/components/ui/notice";
import { entryNumber } from "@/lib/moderation/log-schema";
import { routes } from "@/lib/routes";
import { UndoLastForm } from "./undo-last-form";

type Told = string | string[] | undefined;

/**
 * What was just decided, as the address says, and the way to take it back.
 * @param asked an author was asked something: nothing of it stands in the log
 * @param of the review that it decided, when it can wait again
 */
export function DoneNotice({ done, asked, of }: { done: Told; asked?: Told; of?: Told }) {
  const t = useTranslations("moderation.review");
  const waiting = useTranslations("suggestions.decide");
  const entry = entryNumber.safeParse(done).data;
  const review = entryNumber.safeParse(of).data;
  return (
    <Status className="text-sm empty:mb-0!">
      {asked && entry === undefined ? <p>{waiting("asked")}</p> : null}
      {entry === undefined ? null : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <p>
            {t("done", { entry })} <Anchor href={routes.modlogEntry(entry)}>{t("see")}</Anchor>
          </p>
          {review === undefined ? null : <UndoLastForm review={review} />}
        </div>
      )}
    </Status>
  );
}
