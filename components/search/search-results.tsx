import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { ShowMore } from "@/components/ui/show-more";
import { routes, withQuery } from "@/lib/routes";
import type { SearchInput } from "@/lib/search/schema";
import type { SearchResult } from "@/lib/search/view";
import { SearchHitEntry } from "./search-hit";

type Props = { asked: SearchInput; result: SearchResult };

/** What was found, or what to try next. */
export function SearchResults({ asked, result }: Props) {
  const t = useTranslations("search");
  const { items, nextCursor, fuzzy } = result;
  if (asked.q === "") return <EmptyState>{t("empty")}</EmptyState>;
  if (items.length === 0 && !nextCursor) return <NothingFound asked={asked} />;
  return (
    <section aria-labelledby="results" className="max-w-measure">
      <SectionHeading id="results">{t("results")}</SectionHeading>
      {fuzzy ? (
        <Notice className="mt-4">
          <p>{t("fuzzy")}</p>
        </Notice>
      ) : null}
      <Debates asked={asked} items={items} />
      {items.length === 0 ? <p className="mt-6 text-muted">{t("endOfPage")}</p> : null}
      <ol className="mt-6 space-y-8">
        {items.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <SearchHitEntry hit={hit} />
          </li>
        ))}
      </ol>
      <ShowMore href={nextCursor && hrefOf({ ...asked, cursor: nextCursor })} label={t("more")} />
    </section>
  );
}

function hrefOf({
  q,
  kind,
  debate,
  cursor,
}: Pick<SearchInput, "q" | "kind" | "debate" | "cursor">) {
  return withQuery(routes.search(), { q, kind: kind?.toLowerCase(), debate, cursor });
}

/** The debates on this page of results, to look in one of them alone. */
function Debates({ asked, items }: { asked: SearchInput; items: SearchResult["items"] }) {
  const t = useTranslations("search");
  const titles = new Map(items.map(({ debate }) => [debate.slug, debate.title]));
  const { q, kind } = asked;
  if (asked.debate) {
    return (
      <p className="mt-4">
        <ChipLink href={hrefOf({ q, kind, debate: undefined, cursor: undefined })}>
          {t("everywhere")}
        </ChipLink>
      </p>
    );
  }
  if (titles.size < 2) return null;
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {[...titles].slice(0, 5).map(([slug, title]) => (
        <li key={slug} className="max-w-full">
          <ChipLink href={hrefOf({ q, kind, debate: slug, cursor: undefined })}>
            <span className="max-w-64 truncate">{t("onlyThere", { debate: title })}</span>
          </ChipLink>
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ asked }: { asked: SearchInput }) {
  const t = useTranslations("search.none");
  const { q, kind, debate } = asked;
  return (
    <div className="max-w-measure border-t border-hairline py-8" role="status">
      <p className="font-serif text-lg">{t("title", { query: q })}</p>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        <li>{t("spelling")}</li>
        {kind || debate ? (
          <li>
            {t.rich("filters", {
              link: (words) => <Anchor href={routes.search(q)}>{words}</Anchor>,
            })}
          </li>
        ) : null}
        <li>
          {t.rich("browse", { link: (words) => <Anchor href={routes.debates()}>{words}</Anchor> })}
        </li>
      </ul>
    </div>
  );
}
