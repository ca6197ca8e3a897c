import { useTranslations } from "next-intl";
import { SourceWords } from "@/components/arguments/source-words";
import { Anchor } from "@/components/ui/anchor";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { ReviewView, StandingArgument } from "@/lib/moderation/view";
import { SuggestionWords } from "@/components/suggestions/suggestion-words";

/** What already happened to it: hidden by its flags, passed on to administrators. */
export function ReviewStanding({
  review: { hiddenAtOnce, passedOn, decided },
}: {
  review: ReviewView;
}) {
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

/** The thing itself, where it stands, and its sources. */
export function ReviewThing({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.review");
  const { target, path, title, body, href, debate, suggestion, around } = review;
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
      {around.argument ? <StandingWords argument={around.argument} /> : null}
      <h1 className="max-w-measure font-serif text-xl leading-snug">
        <bdi className="[overflow-wrap:anywhere]">
          {suggestion ? kinds(suggestion.kind) : target === "COMMENT" ? t("title") : title}
        </bdi>
      </h1>
      {suggestion ? <SuggestionWords suggestion={suggestion} /> : null}
      {body && !suggestion ? <Markdown topHeading={3}>{body}</Markdown> : null}
      {around.argument && around.argument.sources.length > 0 ? (
        <div className="text-sm">
          <SourceWords sources={around.argument.sources} />
        </div>
      ) : null}
      <p className="text-sm">
        <Anchor href={href}>{t("open")}</Anchor>
      </p>
    </div>
  );
}

/** Its side and number, and what became of it since it was written. */
function StandingWords({ argument }: { argument: StandingArgument }) {
  const t = useTranslations("moderation.review");
  const voice = useTranslations("common.voice");
  const { stance, number, version, status } = argument;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
      <VoiceMark voice={stance}>{voice(stance)}</VoiceMark>
      <span className="text-muted tabular-nums">{number}</span>
      {version > 1 ? <span className="text-muted">{t("version", { version })}</span> : null}
      {status === "ARCHIVED" ? <span className="font-semibold">{t("archived")}</span> : null}
    </p>
  );
}
