import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { PartialDate } from "@/components/debates/partial-date";
import type { CitationView } from "@/lib/arguments/view";
import { BriefSection } from "./section";

/** What was cited above, so that a print is complete. */
export function References({
  sources,
  lead,
  href,
}: {
  sources: readonly CitationView[];
  lead: string;
  /** The page with all sources of the debate. */
  href: string;
}) {
  const t = useTranslations("brief");
  if (sources.length === 0) return null;
  return (
    <BriefSection id="sources" title={t("sections.sources")} lead={lead}>
      <ol className="space-y-2 text-sm">
        {sources.map((source) => (
          <li key={source.number} id={`S${source.number}`} className="grid grid-cols-[2.75rem_1fr]">
            <span className="text-muted tabular-nums">[{source.number}]</span>
            <span dir="auto">
              {source.publisher ? `${source.publisher}, ` : null}
              {source.url ? (
                <a href={source.url} rel="nofollow noopener">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.published ? (
                <>
                  , <PartialDate value={source.published} className="normal-nums" />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-4" data-no-print="">
        <Anchor href={href}>{t("allSources")}</Anchor>
      </p>
    </BriefSection>
  );
}
