import { useTranslations } from "next-intl";
import { PurgeLinks } from "@/components/purges/purge-links";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { entryNumber } from "@/lib/moderation/log-schema";
import type { SavedReplies } from "@/lib/moderation/queue-view";
import type { ReviewView } from "@/lib/moderation/view";
import { moderationLimits } from "@/lib/moderation/vocabulary";
import { routes } from "@/lib/routes";
import { DoneNotice, type Told } from "./done-notice";
import { KeysHelp } from "./keys-help";
import { ReviewContext } from "./review-context";
import { ReportedBriefPart } from "./reported-brief";
import { ReviewNotes } from "./review-notes";
import { StartTriageKeys } from "./start-triage-keys";
import { ReviewDecision } from "./review-decision";
import { ReviewStanding, ReviewThing } from "./review-thing";

/** A thing with its context on one side and the decision on the other. */
export function ReviewPage({
  review,
  told,
  replies,
}: {
  review: ReviewView;
  told: Told;
  replies: SavedReplies;
}) {
  const t = useTranslations("moderation.review");
  const targets = useTranslations("moderation.target");
  const many = review.waiting > moderationLimits.counted;
  const after = entryNumber.safeParse(told.after).data;
  return (
    <div className="space-y-6 pb-16">
      <StartTriageKeys />
      <DoneNotice told={told} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Breadcrumbs
          crumbs={[
            {
              href: routes.moderation(),
              label: many ? t("leftMany") : t("left", { count: review.waiting }),
            },
            { label: targets(review.ownerless ? "BRIEF" : review.target) },
          ]}
        />
        <Anchor
          href={routes.nextReview({ after: review.review })}
          data-key="s"
          className="nav-link text-sm"
        >
          {t("next")}
        </Anchor>
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="min-w-0 space-y-8">
          <ReviewStanding review={review} />
          <ReviewThing review={review} />
          {review.brief ? <ReportedBriefPart brief={review.brief} /> : null}
          <ReviewContext review={review} />
          <ReviewNotes review={review} />
        </div>
        <div className="space-y-6 lg:sticky lg:top-6 lg:self-start">
          <ReviewDecision review={review} after={after} replies={replies} />
          <PurgeLinks thing={review.purgeable} entry={null} />
          <KeysHelp />
        </div>
      </div>
    </div>
  );
}
