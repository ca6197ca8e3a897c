import { useTranslations } from "next-intl";
import type { GlossaryView } from "@/lib/debates/view";
import { BriefSection } from "./section";

/** The words a newcomer may not know. */
export function Glossary({ terms }: { terms: readonly GlossaryView[] }) {
  const t = useTranslations("brief");
  if (terms.length === 0) return null;
  return (
    <BriefSection id="glossary" title={t("sections.glossary")}>
      <dl>
        {terms.map((entry) => (
          <div
            key={entry.id}
            id={`term-${entry.id}`}
            className="gap-x-6 border-t border-hairline py-3 first:border-t-0 first:pt-0 sm:grid sm:grid-cols-[11rem_1fr]"
          >
            <dt dir="auto" className="mb-1 font-semibold sm:mb-0">
              {entry.term}
            </dt>
            <dd dir="auto">{entry.definition}</dd>
          </div>
        ))}
      </dl>
    </BriefSection>
  );
}
