import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import { appealEnd, type LogEntryView } from "@/lib/moderation/log-view";
import { routes } from "@/lib/routes";
import { LogLater } from "./log-later";
import { LogReason } from "./log-reason";
import { LogChangeWords } from "./log-change";
import { LogBy, LogTargetName } from "./log-sentence";

/** All that an entry says. */
export function LogFacts({ entry }: { entry: LogEntryView }) {
  const t = useTranslations("modlog");
  const { target, action, ground, change, at, by } = entry;
  const { argument, debate, person } = target;
  const later = LogLater({ entry });
  return (
    <dl className="max-w-measure">
      <Fact name={t("facts.done")}>
        {t(`actions.${action}`)}
        {entry.suggested ? ` (${t("suggested")})` : null}
      </Fact>
      <Fact name={t("facts.about")}>
        <LogTargetName target={target} />
        {argument ? (
          <span dir="auto" className="block font-serif">
            {argument.title ?? <span className="text-muted italic">{t("titleHidden")}</span>}
          </span>
        ) : null}
      </Fact>
      {debate ? (
        <Fact name={t("facts.debate")}>
          <Anchor href={routes.debate(debate.slug)} dir="auto">
            {debate.title}
          </Anchor>
        </Fact>
      ) : null}
      {change ? (
        <Fact name={t("facts.change")}>
          <LogChangeWords change={change} />
        </Fact>
      ) : null}
      <Fact name={t("facts.reason")}>
        <LogReason entry={entry} />
      </Fact>
      {entry.until ? (
        <Fact name={t("facts.until")}>
          <Time value={entry.until} precision="minute" />
        </Fact>
      ) : null}
      <Fact name={t("facts.ground")}>{t(`grounds.${ground}`)}</Fact>
      <Fact name={t("facts.by")}>
        <LogBy by={by} />
      </Fact>
      <Fact name={t("facts.when")}>
        <Time value={at} precision="minute" />
      </Fact>
      {person ? (
        <Fact name={t("facts.person")}>
          <Anchor href={routes.member(person.handle)}>
            <bdi>{person.name}</bdi>
          </Anchor>
        </Fact>
      ) : null}
      {later ? <Fact name={t("facts.later")}>{later}</Fact> : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gap-x-6 border-t border-hairline py-3 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** How the person it concerns can have another moderator look at it; nothing when they cannot. */
export function HowToAppeal({ entry }: { entry: LogEntryView }) {
  const t = useTranslations("modlog");
  const end = appealEnd(entry);
  if (!end) return null;
  return (
    <p className="mt-6 max-w-measure text-sm">
      {t.rich("howToAppeal", { date: () => <Time value={end} /> })}
    </p>
  );
}
