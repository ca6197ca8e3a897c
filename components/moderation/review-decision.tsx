import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { Time } from "@/components/ui/time";
import type { SavedReplies } from "@/lib/moderation/queue-view";
import type { ReviewView } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { AppealForm } from "./appeal-outcome-form";
import { ClaimForm } from "./claim-form";
import { DecisionForm } from "./decision-form";
import { EscalateForm, GiveBackForm } from "./escalate-form";
import { KeepReply } from "./keep-reply";
import { WaysToCorrect } from "./reported-brief";
import { SuggestionForm } from "./suggestion-form";

/** `after`: what was left for later; `replies`: the moderator's own words. */
type Props = { review: ReviewView; after: number | undefined; replies: SavedReplies };

/** The form that decides it, or why it is not for this moderator. */
export function ReviewDecision({ review, after, replies }: Props) {
  const t = useTranslations("moderation.review");
  const waits = useTranslations("suggestions.decide");
  const { can, decided, closed, claimedBy, appeal } = review;
  if (decided) {
    return (
      <Notice>
        <Anchor href={routes.modlogEntry(decided.entry)}>
          {t("decided", { name: decided.by, entry: decided.entry })}
        </Anchor>
      </Notice>
    );
  }
  if (closed) return <Notice>{waits("closed")}</Notice>;
  const permission = can.granted && appeal ? appeal.permission : can;
  if (!permission.granted) {
    return (
      <>
        <RefusedNotice refusal={permission} />
        {review.canGiveBack.granted ? <GiveBackForm review={review.review} mine /> : null}
      </>
    );
  }
  const other = claimedBy && !claimedBy.mine;
  return (
    <>
      {claimedBy ? (
        <p className="text-sm">
          {t.rich(other ? "claimedByOther" : "claimedByYou", {
            name: claimedBy.name,
            time: () => <Time value={claimedBy.until} precision="minute" />,
          })}
        </p>
      ) : null}
      {other ? null : (
        <>
          <DecisionPart review={review} after={after} replies={replies} />
          <KeepReply canKeep={replies.canKeep} />
          <WaysOn review={review} />
        </>
      )}
    </>
  );
}

/** The form that fits what waits. */
function DecisionPart({ review: found, after, replies: { items: replies } }: Props) {
  const { review, version, target, reasons, ...thing } = found;
  const ids = { review, version, after };
  const words = { ...ids, replies };
  if (thing.appeal) return <AppealForm {...words} />;
  if (thing.suggestion) return <SuggestionForm {...words} suggestion={thing.suggestion} />;
  return (
    <>
      {thing.brief ? <WaysToCorrect {...ids} brief={thing.brief} /> : null}
      <DecisionForm {...words} target={target} reason={reasons[0]?.reason} />
    </>
  );
}

/** What else can be done with it than to decide: merge it, keep it for oneself, pass it on. */
function WaysOn({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.review");
  const { merge, canEscalate, canGiveBack, claimedBy } = review;
  return (
    <div className="space-y-4 border-t border-hairline pt-4">
      {merge ? (
        <ButtonLink href={merge} variant="quiet" size="small" data-key="m">
          {t("merge")}
        </ButtonLink>
      ) : null}
      <ClaimForm review={review.review} mine={claimedBy !== null} />
      {canEscalate.granted ? <EscalateForm review={review.review} /> : null}
      {canGiveBack.granted ? <GiveBackForm review={review.review} /> : null}
    </div>
  );
}
