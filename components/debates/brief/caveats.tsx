import { useTranslations } from "next-intl";
import type { CaveatView } from "@/lib/debates/view";
import { BriefSection } from "./section";

/** Where the article the debate began with says more than is known, and what was found. */
export function Caveats({ caveats }: { caveats: readonly CaveatView[] }) {
  const t = useTranslations("brief");
  if (caveats.length === 0) return null;
  return (
    <BriefSection id="caveats" title={t("sections.caveats")} lead={t("caveat.lead")}>
      <ol>
        {caveats.map((caveat) => (
          <li
            key={caveat.id}
            className="border-t border-hairline py-5 first:border-t-0 first:pt-0"
            data-keep-together=""
          >
            <p dir="auto" className="text-muted">
              {caveat.claim}
            </p>
            <p dir="auto" className="mt-2 border-s-3 border-ink ps-4">
              <span className="font-semibold">{t("caveat.finding")}:</span> {caveat.finding}{" "}
              {caveat.factNumber ? (
                <a href={`#F${caveat.factNumber}`} className="text-sm whitespace-nowrap">
                  {t("caveat.fact", { number: caveat.factNumber })}
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </BriefSection>
  );
}
