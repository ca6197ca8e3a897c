import { useTranslations } from "next-intl";
import { Citations } from "@/components/debates/brief/citations";
import { Corrections } from "@/components/debates/brief/facts";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import type { ReportedBrief } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import type { ReviewIds } from "./decided-words";
import { CloseCorrectedForm } from "./close-corrected-form";

/** The fact that is said to be wrong: how well it is known, its sources, and what it said before. */
export function ReportedBriefPart({ brief: { fact } }: { brief: ReportedBrief }) {
  const t = useTranslations("moderation.review.brief");
  const certainties = useTranslations("brief.certainty");
  if (!fact) return null;
  return (
    <section className="max-w-measure text-sm">
      <h2 className="mb-2 border-t border-hairline pt-2 font-semibold">
        {t("fact", { number: fact.number })}
      </h2>
      <p className="text-muted">{certainties(fact.certainty)}</p>
      <Citations scope={`F${fact.number}`} sources={fact.sources} />
      <Corrections fact={fact} />
    </section>
  );
}

/** The page that corrects it; once it was corrected, the button that ends the report. */
export function WaysToCorrect({
  brief: { fact, editHref, correction, canClose },
  ...ids
}: ReviewIds & { brief: ReportedBrief }) {
  const t = useTranslations("moderation.review.brief");
  return (
    <div className="space-y-3 border-t border-ink pt-2">
      <h2 className="text-lg">{t("title")}</h2>
      <p>
        <ButtonLink href={editHref} variant="quiet">
          {t(fact ? "edit" : "editBrief")}
        </ButtonLink>
      </p>
      {correction === null ? (
        <p className="text-sm text-muted">{t("editHint")}</p>
      ) : (
        <p className="text-sm">
          <Anchor href={routes.modlogEntry(correction)}>
            {t("corrected", { entry: correction })}
          </Anchor>
        </p>
      )}
      {canClose.granted ? <CloseCorrectedForm {...ids} /> : null}
    </div>
  );
}
