import { useTranslations } from "next-intl";
import type { CitationView, CitedFact } from "@/lib/arguments/view";
import { SourceWords, sourceWords } from "./source-chips";

/** On an argument's own page its sources and facts stand open, with their words. */
export function GroundsInFull({
  sources,
  facts,
  briefHref,
}: {
  sources: readonly CitationView[];
  facts: readonly CitedFact[];
  briefHref: string;
}) {
  const t = useTranslations("arguments.grounds");
  const words = useTranslations("debates");
  if (sources.length === 0 && facts.length === 0) return null;
  return (
    <div className="mt-8 max-w-measure space-y-6 xl:mt-0">
      {facts.length > 0 ? (
        <section aria-labelledby="facts-title">
          <h2 id="facts-title" className="border-t border-hairline pt-2 text-sm font-semibold">
            {t("facts")}
          </h2>
          <ul className="mt-2 space-y-2 text-sm">
            {facts.map((fact) => (
              <li key={fact.id}>
                <a href={`${briefHref}#F${fact.number}`}>
                  {words("fact", { number: fact.number })}
                </a>
                <span className="text-muted">
                  {" · "}
                  <span className={fact.certainty === "DISPUTED" ? "disputed" : undefined}>
                    {words(`certainty.${fact.certainty}`)}
                  </span>
                </span>
                <span dir="auto" className="block">
                  {fact.text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sources.length > 0 ? (
        <section aria-labelledby="sources-title">
          <h2 id="sources-title" className="border-t border-hairline pt-2 text-sm font-semibold">
            {t("sources")}
          </h2>
          <ol className="mt-2 space-y-3 text-sm">
            {sources.map((source) => (
              <li key={source.number} className="grid grid-cols-[2.25rem_1fr]">
                <span className="text-muted tabular-nums">[{source.number}]</span>
                <div className={sourceWords}>
                  <SourceWords source={source} compact />
                </div>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
