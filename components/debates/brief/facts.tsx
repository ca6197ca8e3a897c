import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import { certainties, type Certainty } from "@/lib/debates/schema";
import type { FactView } from "@/lib/debates/view";
import { Citations } from "./citations";
import { ReportFactLink } from "./report-links";
import { BriefSection } from "./section";

/**
 * The facts, grouped by how certain they are; each keeps its number and its address (#F7).
 * @param reports the slug of the debate while errors can be reported
 */
export function Facts({ facts, reports }: { facts: readonly FactView[]; reports: string | null }) {
  const t = useTranslations("brief");
  return (
    <BriefSection id="facts" title={t("sections.facts")}>
      <div className="space-y-10">
        {certainties.map((certainty) => (
          <Group
            key={certainty}
            certainty={certainty}
            reports={reports}
            facts={facts.filter((fact) => fact.certainty === certainty)}
          />
        ))}
      </div>
    </BriefSection>
  );
}

function Group({
  certainty,
  facts,
  reports,
}: {
  certainty: Certainty;
  facts: readonly FactView[];
  reports: string | null;
}) {
  const t = useTranslations("brief");
  if (facts.length === 0) return null;
  const id = `facts-${certainty.toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-lg">
        <span className={certainty === "DISPUTED" ? "disputed" : undefined}>
          {t(`certainty.${certainty}`)}
        </span>{" "}
        <span className="text-sm font-normal text-muted tabular-nums">{facts.length}</span>
      </h3>
      <p className="mt-1 text-sm text-muted">{t(`certaintyMeaning.${certainty}`)}</p>
      <ul className="mt-3">
        {facts.map((fact) => (
          <Fact key={fact.id} fact={fact} reports={reports} />
        ))}
      </ul>
    </section>
  );
}

function Fact({ fact, reports }: { fact: FactView; reports: string | null }) {
  const t = useTranslations("brief");
  const id = `F${fact.number}`;
  return (
    <li
      id={id}
      className="gap-x-4 border-t target:bg-wash border-hairline py-4 sm:grid sm:grid-cols-[2.75rem_1fr]"
    >
      <a
        href={`#${id}`}
        aria-label={t("linkToFact", { number: fact.number })}
        className="inline-block min-w-6 text-sm leading-7 font-semibold text-muted no-underline hover:underline"
      >
        {id}
      </a>
      <div>
        <p dir="auto">{fact.certainty === "STRUCK" ? <s>{fact.text}</s> : fact.text}</p>
        <Citations scope={id} sources={fact.sources} />
        <Corrections fact={fact} />
        {reports !== null && fact.certainty !== "STRUCK" ? (
          <ReportFactLink slug={reports} number={fact.number} />
        ) : null}
      </div>
    </li>
  );
}

export function Corrections({ fact }: { fact: FactView }) {
  const t = useTranslations("brief");
  if (fact.corrections.length === 0) return null;
  return (
    <Disclosure
      summary={t("correction.summary", { count: fact.corrections.length })}
      className="mt-2 text-sm"
    >
      <ol className="space-y-4 border-s border-hairline ps-4">
        {fact.corrections.map((correction) => (
          <li key={correction.correctedAt}>
            <p className="text-muted">
              {t.rich("correction.former", {
                date: () => <Time value={correction.correctedAt} />,
                certainty: t(`certainty.${correction.formerCertainty}`),
              })}
            </p>
            <p dir="auto">
              <del className="no-underline">{correction.formerText}</del>
            </p>
            <p className="mt-1 text-muted">
              {t("correction.reason", { reason: correction.reason })}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
