import { useLocale, useTranslations } from "next-intl";
import { PartialDate } from "@/components/debates/partial-date";
import { Anchor } from "@/components/ui/anchor";
import { Chip } from "@/components/ui/chip";
import type { SourceView } from "@/lib/debates/view";
import { routes } from "@/lib/routes";
import { formatPartialDate } from "@/lib/shared/partial-date";
import { CitedBy } from "./cited-by";

/** One numbered source: what it is, what is known about it, and what cites it. */
export function SourceEntry({ source, slug }: { source: SourceView; slug: string }) {
  const t = useTranslations("sources");
  const id = `S${source.number}`;
  return (
    <li
      id={id}
      className="gap-x-4 border-t border-hairline py-6 target:bg-wash sm:grid sm:grid-cols-[2.75rem_minmax(0,1fr)]"
    >
      <a
        href={`#${id}`}
        aria-label={t("linkTo", { number: source.number })}
        className="inline-block min-w-6 text-sm leading-7 font-semibold text-muted no-underline hover:underline"
      >
        {source.number}
      </a>
      <div>
        <h2 dir="auto" className="font-serif text-lg">
          {source.url ? (
            <a href={source.url} rel="nofollow noopener">
              {source.title}
            </a>
          ) : (
            source.title
          )}
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {source.publisher ? <bdi className="font-semibold">{source.publisher}</bdi> : null}
          <span className="text-muted">
            {source.published ? (
              <PartialDate value={source.published} className="normal-nums" />
            ) : (
              t("undated")
            )}
          </span>
          <Chip>{t(`kind.${source.kind}`)}</Chip>
        </p>
        <About source={source} />
        <CitedBy uses={source.citedBy} brief={routes.brief(slug)} slug={slug} />
      </div>
    </li>
  );
}

function About({ source }: { source: SourceView }) {
  const t = useTranslations("sources");
  const locale = useLocale();
  return (
    <div className="mt-2 max-w-measure space-y-1 text-sm text-muted empty:hidden">
      {source.note ? <p dir="auto">{source.note}</p> : null}
      {source.url ? null : <p>{t("noAddress")}</p>}
      {source.retrievedOn || source.archiveUrl ? (
        <p className="flex flex-wrap gap-x-3">
          {source.retrievedOn ? (
            <span>{t("retrieved", { date: formatPartialDate(source.retrievedOn, locale) })}</span>
          ) : null}
          {source.archiveUrl ? (
            <Anchor href={source.archiveUrl} rel="nofollow noopener">
              {t("archived")}
            </Anchor>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
