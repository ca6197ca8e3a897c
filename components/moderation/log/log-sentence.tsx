import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { pathOfTarget } from "@/lib/moderation/log-links";
import { didOf, type LogActor, type LogEntryView } from "@/lib/moderation/log-view";
import { routes } from "@/lib/routes";

/** Who did what to what, in one sentence, and the claim it is about unless its words are hidden. */
export function LogSentence({ entry }: { entry: LogEntryView }) {
  const t = useTranslations("modlog");
  const { argument } = entry.target;
  return (
    <>
      <LogBy by={entry.by} /> <span className="text-muted">{t(didOf(entry))}</span>{" "}
      <LogTargetName target={entry.target} />
      {argument ? (
        <span dir="auto" className="mt-0.5 block font-serif text-base">
          {argument.title ?? <span className="text-muted italic">{t("titleHidden")}</span>}
        </span>
      ) : null}
    </>
  );
}

/** By name where the entry says so. */
export function LogBy({ by }: { by: LogActor }) {
  const t = useTranslations("modlog.by");
  if (by.kind !== "PERSON") return <span className="font-semibold">{t(by.kind)}</span>;
  return (
    <Anchor href={routes.member(by.handle)} className="font-semibold">
      <bdi>{by.name}</bdi>
    </Anchor>
  );
}

/** What it is about, as a link to it. */
export function LogTargetName({ target }: { target: LogEntryView["target"] }) {
  const t = useTranslations("modlog");
  const path = pathOfTarget(target);
  const name = t(`what.${target.kind}`, {
    number: target.argument?.number ?? "",
    name: target.person?.name ?? t("someone"),
  });
  return path ? (
    <Anchor href={path} className="font-semibold tabular-nums">
      <bdi>{name}</bdi>
    </Anchor>
  ) : (
    <span className="font-semibold">{name}</span>
  );
}
