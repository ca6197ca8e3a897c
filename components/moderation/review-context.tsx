import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Time } from "@/components/ui/time";
import type { FlagView, PastEntry, ReviewView } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { Ago } from "./ago";
import { ContextPart } from "./context-part";
import { LookAlikes } from "./look-alikes";
import { SurroundingsOf } from "./surroundings";

/** What a decision needs to know: the flags or the appeal, what was done before, the author's record. */
export function ReviewContext({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.review");
  const { appeal, raised, before, record, author, suggestion } = review;
  const person = review.target === "PERSON";
  const deleted = useTranslations("common")("deletedAccount");
  return (
    <>
      {appeal ? <AppealPart appeal={appeal} /> : null}
      {raised.length > 0 ? (
        <ContextPart title={t("flags")}>
          <ul className="space-y-3">
            {raised.map((flag) => (
              <li key={`${flag.at}-${flag.reporter?.handle}`}>
                <RaisedFlag flag={flag} />
              </li>
            ))}
          </ul>
        </ContextPart>
      ) : null}
      <SurroundingsOf review={review} />
      {before.length > 0 ? (
        <ContextPart title={t(person ? "beforePerson" : "before")}>
          <ul className="space-y-2">
            {before.map((entry) => (
              <li key={entry.entry}>
                <Past entry={entry} />
              </li>
            ))}
          </ul>
        </ContextPart>
      ) : null}
      {record === null ? null : (
        <ContextPart title={t(person ? "recordPerson" : suggestion ? "recordSender" : "record")}>
          <p>
            {author ? (
              <Anchor href={routes.member(author.handle)}>
                <bdi>{author.name}</bdi>
              </Anchor>
            ) : (
              deleted
            )}
            {": "}
            {t.rich("recordWords", {
              contributions: record.contributions,
              actedUpon: record.actedUpon,
              time: () => <Time value={record.since} />,
            })}
            {author && record.actedUpon > 0 ? (
              <>
                {". "}
                <Anchor href={routes.modlog({ person: author.handle })}>{t("recordLog")}</Anchor>
              </>
            ) : null}
          </p>
          <LookAlikes lookAlikes={review.lookAlikes} />
        </ContextPart>
      )}
    </>
  );
}

function AppealPart({ appeal }: { appeal: NonNullable<ReviewView["appeal"]> }) {
  const t = useTranslations("moderation.review");
  const actions = useTranslations("moderation.action");
  return (
    <ContextPart title={t("appeal")}>
      <blockquote dir="auto" className="border-s-3 border-hairline ps-4 whitespace-pre-line">
        {appeal.text}
      </blockquote>
      <p className="mt-2 text-muted">
        <Anchor href={routes.modlogEntry(appeal.entry.entry)}>
          {t("appealed", {
            entry: appeal.entry.entry,
            action: actions(appeal.entry.action),
            reason: appeal.entry.publicReason,
          })}
        </Anchor>
      </p>
    </ContextPart>
  );
}

function RaisedFlag({ flag }: { flag: FlagView }) {
  const t = useTranslations("moderation.review");
  const reasons = useTranslations("moderation.reason");
  const { reporter, note, sourceUrl, duplicateOf, weight } = flag;
  return (
    <>
      <p>
        <span className="font-semibold">{reasons(flag.reason)}</span>{" "}
        <span className="text-muted">
          {t("flagBy", { name: reporter?.name ?? t("deleted"), weight })}
          {" · "}
          <Ago value={flag.at} />
        </span>
      </p>
      {note ? (
        <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {note}
        </p>
      ) : null}
      {sourceUrl ? (
        <p className="[overflow-wrap:anywhere]">
          {t.rich("source", {
            link: () => (
              <a href={sourceUrl} rel="nofollow noopener">
                {sourceUrl}
              </a>
            ),
          })}
        </p>
      ) : null}
      {duplicateOf ? (
        <p>{t("duplicate", { number: duplicateOf.number, title: duplicateOf.title })}</p>
      ) : null}
    </>
  );
}

function Past({ entry }: { entry: PastEntry }) {
  const t = useTranslations("moderation");
  return (
    <>
      <Anchor href={routes.modlogEntry(entry.entry)} className="font-medium">
        {t(`action.${entry.action}`)}
      </Anchor>
      {entry.undone ? ` (${t("review.undone")})` : null}
      {": "}
      <bdi>{entry.publicReason}</bdi>{" "}
      <span className="text-muted">
        <Time value={entry.at} />
      </span>
    </>
  );
}
