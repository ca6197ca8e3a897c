import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/arguments/source-chips";
import type { CitationView } from "@/lib/arguments/view";

/** The numbered sources of one statement; each opens in place. */
export function Citations({
  scope,
  sources,
}: {
  /** Unique in the page, such as "F7". */
  scope: string;
  sources: readonly CitationView[];
}) {
  const t = useTranslations("brief");
  if (sources.length === 0) return null;
  return (
    <div role="group" aria-label={t("sourcesLabel")} className="mt-2 flex flex-wrap gap-1">
      {sources.map((source) => (
        <SourceChip key={source.number} scope={scope} source={source} />
      ))}
    </div>
  );
}
