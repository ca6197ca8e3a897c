import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { CitationView, CitedFact } from "@/lib/arguments/view";
import { formatPartialDate } from "@/lib/shared/partial-date";

const floating =
  "popover max-w-[min(24rem,calc(100vw-2rem))] p-4 text-sm shadow-float [position-area:block-end_span-inline-end] [position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline] my-1 whitespace-normal";

/**
 * What an argument rests on: numbered sources and facts of the brief. Each chip opens its words in
 * place, without JavaScript.
 */
export function Grounds({
  scope,
  sources,
  facts,
  factHref,
}: {
  /** Unique in the page, such as the argument's id. */
  scope: string;
  sources: readonly CitationView[];
  facts: readonly CitedFact[];
  /** The brief's page, to which "#F3" is added. */
  factHref: string;
}) {
  const t = useTranslations("arguments.grounds");
  if (sources.length === 0 && facts.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-1">
      {sources.map((source) => (
        <li key={`s${source.number}`}>
          <SourceChip scope={scope} source={source} />
        </li>
      ))}
      {facts.map((fact) => (
        <li key={`f${fact.id}`}>
          <FactChip scope={scope} fact={fact} href={`${factHref}#F${fact.number}`} />
        </li>
      ))}
    </ul>
  );
}

/** "[3]": opens the quotation with its publisher, date and address. */
export function SourceChip({ scope, source }: { scope: string; source: CitationView }) {
  const t = useTranslations("arguments.grounds");
  const id = `s-${scope}-${source.number}`;
  const name = source.publisher || source.title;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="chip tabular-nums"
        aria-label={t("source", { number: source.number, name })}
      >
        [{source.number}]
      </button>
      <div popover="auto" id={id} className={floating}>
        <SourceWords source={source} />
      </div>
    </>
  );
}

/** A source in full: what it says, who published it and when, where to read it. */
export function SourceWords({
  source,
  compact = false,
}: {
  source: CitationView;
  /** The title is the link, and the notes about the source are left to the page of sources. */
  compact?: boolean;
}) {
  const t = useTranslations("arguments.grounds");
  const locale = useLocale();
  const { url, title, publisher, published, quotation, note } = source;
  const date = published ? formatPartialDate(published, locale) : t("undated");
  return (
    <>
      {quotation ? (
        <blockquote
          dir="auto"
          className={compact ? "font-serif text-base" : "mb-2 font-serif text-base"}
        >
          “{quotation}”
        </blockquote>
      ) : null}
      <p dir="auto" className={compact ? undefined : "font-semibold"}>
        {compact && url ? (
          <a href={url} rel="nofollow noopener">
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p className="text-xs text-muted">{[publisher, date].filter(Boolean).join(" · ")}</p>
      {note && !compact ? <p className="mt-2 text-xs text-muted">{note}</p> : null}
      {compact ? null : url ? (
        <p className="mt-2">
          <a href={url} rel="nofollow noopener">
            {t("read", { host: hostOf(url) })}
          </a>
        </p>
      ) : (
        <p className="mt-2 text-xs text-muted">{t("noAddress")}</p>
      )}
    </>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

function FactChip({ scope, fact, href }: { scope: string; fact: CitedFact; href: string }) {
  const t = useTranslations("arguments.grounds");
  const words = useTranslations("debates.certainty");
  const id = `f-${scope}-${fact.number}`;
  const disputed = fact.certainty === "DISPUTED";
  return (
    <>
      <button type="button" popoverTarget={id} className="chip">
        <span className={disputed ? "disputed" : undefined}>
          {t("fact", { number: fact.number })}
        </span>
        {disputed ? <span className="text-muted">{words("DISPUTED")}</span> : null}
      </button>
      <div popover="auto" id={id} className={floating}>
        <Chip>{words(fact.certainty)}</Chip>
        <p dir="auto" className="mt-2">
          {fact.text}
        </p>
        <p className="mt-2">
          <a href={href}>{t("inBrief")}</a>
        </p>
      </div>
    </>
  );
}
