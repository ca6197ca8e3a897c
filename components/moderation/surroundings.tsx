import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Disclosure } from "@/components/ui/disclosure";
import { Markdown } from "@/components/ui/markdown";
import { VoiceMark } from "@/components/ui/voice-mark";
import type { Remark, ReviewView, Surroundings, WholeText, Written } from "@/lib/moderation/view";
import { routes } from "@/lib/routes";
import { Ago } from "./ago";
import { ContextPart } from "./context-part";

/** What stands around a thing, so that nobody has to leave the queue to judge it. */
export function SurroundingsOf({ review }: { review: ReviewView }) {
  const t = useTranslations("moderation.around");
  const { debate, around } = review;
  const { texts, remarks, written, beside } = around;
  return (
    <>
      {texts.length > 0 ? (
        <ContextPart title={t("texts", { count: texts.length })}>
          <ul className="space-y-4">
            {texts.map((text) => (
              <li key={text.number}>
                <Whole text={text} />
              </li>
            ))}
          </ul>
        </ContextPart>
      ) : null}
      {remarks.some(({ here }) => !here) ? (
        <ContextPart title={t("remarks")}>
          <ol className="space-y-3">
            {remarks.map((remark) => (
              <li key={remark.id}>
                <OneRemark remark={remark} />
              </li>
            ))}
          </ol>
        </ContextPart>
      ) : null}
      {written.length > 0 ? (
        <ContextPart title={t("written")}>
          <ul className="space-y-2">
            {written.map((one) => (
              <li key={one.href}>
                <OneWritten written={one} />
              </li>
            ))}
          </ul>
        </ContextPart>
      ) : null}
      {debate && beside.length > 0 ? <Beside slug={debate.slug} beside={beside} /> : null}
    </>
  );
}

function Whole({ text: { stance, number, title, body, href } }: { text: WholeText }) {
  const voice = useTranslations("common.voice");
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
        <VoiceMark voice={stance}>{voice(stance)}</VoiceMark>
        <span className="text-muted tabular-nums">{number}</span>
      </p>
      <Anchor href={href} className="font-serif text-base no-underline hover:underline">
        <bdi className="[overflow-wrap:anywhere]">{title}</bdi>
      </Anchor>
      {body ? (
        <Markdown topHeading={3} className="mt-1 text-sm">
          {body}
        </Markdown>
      ) : null}
    </>
  );
}

function OneRemark({ remark: { by, body, status, at, here, answered } }: { remark: Remark }) {
  const t = useTranslations("moderation.around");
  const deleted = useTranslations("common")("deletedAccount");
  return (
    <div className={clsx("border-s-3 ps-3", here ? "border-ink" : "border-transparent")}>
      <p className="text-xs text-muted">
        <bdi className="font-semibold text-ink">{by?.name ?? deleted}</bdi>
        {" · "}
        <Ago value={at} />
        {here ? ` · ${t("here")}` : answered ? ` · ${t("answered")}` : null}
        {status === "LIVE" ? null : ` · ${t(`state.${status}`)}`}
      </p>
      {body ? (
        <Markdown topHeading={3} className="text-sm">
          {body}
        </Markdown>
      ) : null}
    </div>
  );
}

function OneWritten({ written: { kind, href, words, state, at } }: { written: Written }) {
  const t = useTranslations("moderation");
  return (
    <>
      <p className="text-xs text-muted">
        {t(`target.${kind}`)}
        {" · "}
        <Ago value={at} />
        {state === "LIVE" ? null : (
          <span className="font-semibold text-ink"> · {t(`around.state.${state}`)}</span>
        )}
      </p>
      <Anchor href={href} className="no-underline hover:underline">
        <bdi className="[overflow-wrap:anywhere]">{words}</bdi>
      </Anchor>
    </>
  );
}

function Beside({ slug, beside }: { slug: string; beside: Surroundings["beside"] }) {
  const t = useTranslations("moderation.around");
  const voice = useTranslations("common.voice");
  return (
    <div className="max-w-measure border-t border-hairline pt-2 text-sm">
      <Disclosure summary={t("beside", { count: beside.length })}>
        <ul className="space-y-2">
          {beside.map(({ id, number, stance, title }) => (
            <li key={id} className="flex flex-wrap gap-x-2 sm:flex-nowrap">
              <VoiceMark voice={stance} className="flex-none text-xs">
                {voice(stance)}
              </VoiceMark>
              <Anchor
                href={routes.argument(slug, id)}
                className="min-w-0 no-underline hover:underline"
              >
                <span className="text-muted tabular-nums">{number}</span>{" "}
                <bdi className="[overflow-wrap:anywhere]">{title}</bdi>
              </Anchor>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
