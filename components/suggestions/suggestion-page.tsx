import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Notice, Status } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/heading";
import { RefusedNotice } from "@/components/ui/refused-notice";
import { Time } from "@/components/ui/time";
import { routes } from "@/lib/routes";
import type { SuggestionView } from "@/lib/suggestions/view";
import { ChangeForm, WithdrawForm } from "./change-form";
import { SuggestionWords } from "./suggestion-words";

/** One thing that waits or waited, as its author sees it: its state, its words, what can be done. */
export function SuggestionPage({
  suggestion,
  sent,
}: {
  suggestion: SuggestionView;
  /** It was sent just now. */
  sent: boolean;
}) {
  const t = useTranslations("suggestions");
  const { kind, status, why, debate, createdAt, href, can } = suggestion;
  return (
    <div className="space-y-8">
      <Status>{sent && status === "WAITING" ? t("sent") : null}</Status>
      <PageHeading kicker={t(`status.${status}`)}>{t(`kind.${kind}`)}</PageHeading>
      <div className="max-w-measure space-y-1 text-sm text-muted">
        <p>
          {t.rich("debate", {
            debate: () => (
              <Anchor href={routes.debate(debate.slug)}>
                <bdi>{debate.title}</bdi>
              </Anchor>
            ),
            time: () => <Time value={createdAt} precision="minute" />,
          })}
        </p>
        <p>
          {t("about")}: <About suggestion={suggestion} />
        </p>
        {status === "WAITING" ? <p>{t(`why.${why}`)}</p> : null}
      </div>
      <Answer suggestion={suggestion} />
      {href ? (
        <p>
          <Anchor href={href}>{t("open")}</Anchor>
        </p>
      ) : null}
      <SuggestionWords suggestion={suggestion} />
      {can.withdraw.granted && suggestion.content ? (
        <>
          {can.change.granted ? (
            <ChangeForm suggestion={suggestion} />
          ) : (
            <RefusedNotice refusal={can.change} />
          )}
          <WithdrawForm id={suggestion.id} />
        </>
      ) : null}
    </div>
  );
}

function About({ suggestion: { argument, debate } }: { suggestion: SuggestionView }) {
  const t = useTranslations("suggestions");
  if (!argument) return t("toMotion");
  return (
    <Anchor href={routes.argument(debate.slug, argument.id)}>
      <span className="tabular-nums">{argument.number}</span> <bdi>{argument.title}</bdi>
    </Anchor>
  );
}

/** What the editor asked or said. */
function Answer({ suggestion }: { suggestion: SuggestionView }) {
  const t = useTranslations("suggestions");
  const { answer, answeredBy, status } = suggestion;
  if (!answer) return null;
  return (
    <Notice
      title={t(`answer.${status}`, { name: answeredBy?.name ?? t("editor") })}
      className="max-w-measure"
    >
      <p dir="auto" className="whitespace-pre-line">
        {answer}
      </p>
      {status === "DECLINED" ? <p className="mt-2 text-muted">{t("entry")}</p> : null}
    </Notice>
  );
}
