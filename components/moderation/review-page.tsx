import { useTranslations } from "next-intl";
import { PurgeLinks } from "@/components/purges/purge-links";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { Time } from "@/components/ui/time";
import type { ReviewView } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { SuggestionWords } from "@/components/suggestions/suggestion-words";
import { AppealForm } from "./appeal-outcome-form";
import { ClaimForm } from "./claim-form";
import { DecisionForm } from "./decision-form";
import { DoneNotice } from "./done-notice";
import { EscalateForm, GiveBackForm } from "./escalate-form";
import { KeysHelp } from "./keys-help";
import { ReviewContext } from "./review-context";
import { ReviewNotes } from "./review-notes";
import { StartTriageKeys } from "./start-triage-keys";
import { SuggestionForm } from "./suggestion-form";

/** A thing with its context on one side and the decision on the other. */
export function ReviewPage({
  review,
  done,
  asked,
  of,
}: {
  review: ReviewView;
  done: string | string[] | undefined;
  asked: string | string[] | undefined;
  of: string | string[] | undefined;
}) {
  const t = useTranslations("moderation.review");
  const targets = useTranslations("moderation.target");
  return (
    <div className="space-y-6 pb-16">
      <StartTriageKeys />
      <DoneNotice done={done} asked={asked} of={of} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Breadcrumbs
          crumbs={[
            { href: routes.moderation(), label: t("back") },
            { label: targets(review.target) },
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
          <Standing review={review} />
          <Thing review={review} />
          <ReviewContext review={review} />
          <ReviewNotes review={review} />
        </div>
        <div className="space-y-6 lg:sticky lg:top-6 lg:self-start">
          <Decide review={review} />
          <PurgeLinks thing={review.purgeable} entry={null} />
          <KeysHelp />
        </div>
      </div>
    </div>
  );
}

/** What already happened to it: hidden by its flags, passed on to administrators. */
function Standing({ review: { hiddenAtOnce, passedOn, decided } }: { review: ReviewView }) {
  const t = useTranslations("moderation");
  if (decided) return null;
  return (
    <>
      {hiddenAtOnce ? <Notice>{t("review.hiddenAtOnce")}</Notice> : null}
      {passedOn ? (
        <Notice>
          <p>
            {t.rich("escalate.by", {
              name: passedOn.by,
              time: () => <Time value={passedOn.at} precision="minute" />,
            })}
          </p>
          {passedOn.note ? (
            <p dir="auto" className="mt-1 whitespace-pre-line">
              {passedOn.note}
            </p>
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}

function Thing({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.review");
  const { target, path, title, body, href, debate, suggestion } = review;
  const kinds = useTranslations("suggestions.kind");
  return (
    <div className="space-y-4">
      {debate ? (
        <ol aria-label={t("stands")} className="space-y-1 text-sm text-muted">
          <li>
            <bdi>{debate.title}</bdi>
          </li>
          {path.map((step) => (
            <li key={step.number}>
              <Anchor href={step.href}>
                <span className="tabular-nums">{step.number}</span> <bdi>{step.title}</bdi>
              </Anchor>
            </li>
          ))}
        </ol>
      ) : null}
      <PageHeading>
        <bdi className="[overflow-wrap:anywhere]">
          {suggestion ? kinds(suggestion.kind) : target === "COMMENT" ? t("title") : title}
        </bdi>
      </PageHeading>
      {suggestion ? <SuggestionWords suggestion={suggestion} /> : null}
      {body && !suggestion ? <Markdown topHeading={3}>{body}</Markdown> : null}
      <p className="text-sm">
        <Anchor href={href}>{t("open")}</Anchor>
      </p>
    </div>
  );
}

type Props = { review: ReviewView };

function Decide({ review }: Props) {
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
  if (!permission.granted) return <RefusedNotice refusal={permission} />;
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
          <DecisionPart review={review} />
          <WaysOn review={review} />
        </>
      )}
    </>
  );
}

/** The form that fits what waits. */
function DecisionPart({ review: { review, version, target, reasons, ...thing } }: Props) {
  if (thing.appeal) return <AppealForm review={review} version={version} />;
  if (thing.suggestion) {
    return <SuggestionForm review={review} version={version} suggestion={thing.suggestion} />;
  }
  return (
    <DecisionForm review={review} version={version} target={target} reason={reasons[0]?.reason} />
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
