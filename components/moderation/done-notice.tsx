import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Status } from "@/components/ui/notice";
import { entryNumber } from "@/lib/moderation/log-schema";
import { routes } from "@/lib/routes";
import { UndoLastForm } from "./undo-last-form";

/** What the address says of it. */
export type Told = Partial<Record<string, string | string[]>>;

/**
 * What was just decided, as the address says, and the way to take it back: `done` is its entry in the
 * log, `of` the review when it can wait again, `back` the entry that took a decision back; `asked` and
 * `unasked` say that an author was asked something or that the question was taken back, of which
 * nothing stands in the log; `passedOn` is what administrators decide now.
 */
export function DoneNotice({ told }: { told: Told }) {
  const { done, asked, of, back, unasked, passedOn } = told;
  const t = useTranslations("moderation.review");
  const waiting = useTranslations("suggestions.decide");
  const entry = entryNumber.safeParse(done).data;
  const review = entryNumber.safeParse(of).data;
  const administrators = entryNumber.safeParse(passedOn).data;
  const takenBack = entryNumber.safeParse(back).data;
  return (
    <Status className="text-sm empty:mb-0!">
      {takenBack === undefined ? null : <p>{t("takenBack", { entry: takenBack })}</p>}
      {administrators === undefined ? null : (
        <p>
          {t("passedOn")} <Anchor href={routes.review(administrators)}>{t("passedOnSee")}</Anchor>
        </p>
      )}
      {unasked ? <p>{waiting("unasked")}</p> : null}
      {entry === undefined && !asked ? null : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {entry === undefined ? (
            <p>{waiting("asked")}</p>
          ) : (
            <p>
              {t("done", { entry })} <Anchor href={routes.modlogEntry(entry)}>{t("see")}</Anchor>
            </p>
          )}
          {review === undefined ? null : <UndoLastForm review={review} />}
        </div>
      )}
    </Status>
  );
}
