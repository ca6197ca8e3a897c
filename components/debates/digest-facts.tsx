import { useTranslations } from "next-intl";
import { firstSentence } from "@/components/arguments/excerpt";
import { Anchor } from "@/components/ui/anchor";
import type { Certainty } from "@/lib/debates/schema";
import type { BriefView, FactView } from "@/lib/debates/view";
import { DigestSection } from "./digest-section";

/** Facts shown of each kind; the rest is in the brief. */
const shown = 3;

type Line = { key: string; text: string; fact?: FactView };

/** What is known, disputed and unknown, each in a few first sentences. */
export function DigestFacts({
  brief,
  href,
  locale,
}: {
  brief: BriefView;
  href: string;
  locale: string;
}) {
  const t = useTranslations("debates.digest");
  const lines = (...certainties: Certainty[]): Line[] =>
    brief.facts
      .filter((fact) => certainties.includes(fact.certainty))
      .sort((a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty))
      .map((fact) => ({
        key: `F${fact.number}`,
        text: firstSentence(fact.text, locale),
        fact,
      }));
  const scope = brief.scopeUnknown.map((text) => ({ key: text, text }));
  return (
    <>
      <Kind title={t("known")} lines={lines("REPORTED", "ESTABLISHED")} href={href} />
      <Kind title={t("disputed")} lines={lines("DISPUTED")} href={href} />
      <Kind title={t("unknown")} lines={[...scope, ...lines("UNKNOWN")]} href={href} />
    </>
  );
}

function Kind({ title, lines, href }: { title: string; lines: Line[]; href: string }) {
  const t = useTranslations("debates.digest");
  const more = lines.length - shown;
  if (lines.length === 0) return null;
  return (
    <DigestSection
      title={title}
      aside={
        more > 0 ? (
          <Anchor href={`${href}#facts`}>{t("allOf", { count: lines.length })}</Anchor>
        ) : null
      }
    >
      <ul className="mt-2 space-y-2 text-sm">
        {lines.slice(0, shown).map((line) => (
          <li key={line.key} className="border-s border-hairline ps-3">
            <FactLine line={line} href={href} />
          </li>
        ))}
      </ul>
    </DigestSection>
  );
}

function FactLine({ line: { text, fact }, href }: { line: Line; href: string }) {
  const t = useTranslations("debates");
  if (!fact) return <span dir="auto">{text}</span>;
  const disputed = fact.certainty === "DISPUTED";
  return (
    <>
      <span dir="auto" className={disputed ? "disputed" : undefined}>
        {text}
      </span>{" "}
      <span className="text-xs whitespace-nowrap text-muted">
        {t(`certainty.${fact.certainty}`)} ·{" "}
        <Anchor href={`${href}#F${fact.number}`}>{t("fact", { number: fact.number })}</Anchor>
      </span>
    </>
  );
}
