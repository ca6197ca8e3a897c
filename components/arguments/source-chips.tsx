import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { CitationView, CitedFact } from "@/lib/arguments/view";
import { formatPartialDate } from "@/lib/shared/partial-date";

const floating =
  "popover max-w-[min(24rem,calc(100vw-2rem))] p-4 shadow-float [position-area:block-end_span-inline-end] [position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline] my-1 whitespace-normal";

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
    <div role="group" aria-label={t("label")} className="flex flex-wrap gap-1">
      {sources.map((source) => (
        <SourceChip key={`s${source.number}`} scope={scope} source={source} />
      ))}
      {facts.map((fact) => (
        <FactChip
          key={`f${fact.id}`}
          scope={scope}
          fact={fact}
          href={`${factHref}#F${fact.number}`}
        />
      ))}
    </div>
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
      <div popover="auto" id={id} className={`${floating} ${sourceWords}`}>
        <SourceWords source={source} />
      </div>
    </>
  );
}

/** The type of the element that holds a source's words. */
export const sourceWords = "text-xs text-muted";

/**
 * A source in full: what it says, who published it and when, where to read it. Few elements, since
 * a page with many arguments holds a hundred of them.
 */
export function SourceWords({
  source,
  compact = false,
}: {
  source: CitationView;
  /** The notes about the source are left to the page of sources. */
  compact?: boolean;
}) {
  const t = useTranslations("arguments.grounds");
  const locale = useLocale();
  const { url, title, publisher, published, quotation, note } = source;
  const date = published ? formatPartialDate(published, locale) : t("undated");
  const where = url ? hostOf(url) : t("noAddress");
  return (
    <>
      {quotation ? (
        <blockquote dir="auto" className="mb-1 font-serif text-base text-ink">
          “{quotation}”
        </blockquote>
      ) : null}
      {url ? (
        <a href={url} rel="nofollow noopener" dir="auto" className={titleLine}>
          {title}
        </a>
      ) : (
        <span dir="auto" className={titleLine}>
          {title}
        </span>
      )}
      {[publisher, date, where].filter(Boolean).join(" · ")}
      {note && !compact ? <p className="mt-2">{note}</p> : null}
    </>
  );
}

const titleLine = "block text-sm text-ink";

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

function FactChip({ scope, fact, href }: { scope: string; fact: CitedFact; href: string }) {
  const t = useTranslations("arguments.grounds");
  const words = useTranslations("debates.certainty");
  const id = `f-${scope}-${fact.number}`;
  const disputed = fact.certainty === "DISPUTED";
  const word = t("fact", { number: fact.number });
  return (
    <>
      <button type="button" popoverTarget={id} className="chip">
        {disputed ? (
          <>
            <span className="disputed">{word}</span>
            <span className="text-muted">{words("DISPUTED")}</span>
          </>
        ) : (
          word
        )}
      </button>
      <div popover="auto" id={id} dir="auto" className={`${floating} text-sm`}>
        <Chip className="me-2">{words(fact.certainty)}</Chip>
        {fact.text}
        <a href={href} className="mt-2 block w-fit">
          {t("inBrief")}
        </a>
      </div>
    </>
  );
}
