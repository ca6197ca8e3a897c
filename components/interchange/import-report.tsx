import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/heading";
import type { WordedProblem, WordedReport } from "@/lib/interchange/wording";

const counted = ["arguments", "votes", "voters", "comments", "sources", "facts"] as const;

/** What a dry run found, errors first. */
export function ImportReport({ name, report }: { name: string; report: WordedReport }) {
  const t = useTranslations("exchange.import");
  const { title, motion, counts, problems, omitted } = report;
  const found = counted.filter((what) => counts[what] > 0);
  return (
    <section aria-labelledby="report" className="mt-8 max-w-[52rem]">
      <SectionHeading id="report">{t("report", { name })}</SectionHeading>
      {title ? (
        <p dir="auto" className="mt-4 font-serif text-lg font-semibold">
          {title}
        </p>
      ) : null}
      {motion && motion !== title ? (
        <p dir="auto" className="mt-1">
          {motion}
        </p>
      ) : null}
      <p className="mt-2 text-sm text-muted tabular-nums empty:hidden">
        {found.map((what) => t(`counts.${what}`, { count: counts[what] })).join(" · ")}
      </p>
      {problems.length > 0 ? (
        <ul aria-label={t("problems")} className="mt-6 border-t border-hairline">
          {problems.map((problem, index) => (
            <Line key={index} problem={problem} />
          ))}
        </ul>
      ) : null}
      {omitted > 0 ? (
        <p className="mt-2 text-sm text-muted">{t("omitted", { count: omitted })}</p>
      ) : null}
    </section>
  );
}

/** How grave it is and where it stands; beside it what it is. */
function Line({ problem: { severity, file, line, path, message } }: { problem: WordedProblem }) {
  const t = useTranslations("exchange.import");
  const place = [file, line && t("line", { line }), path].filter(Boolean).join(", ");
  return (
    <li className="border-b border-hairline py-2.5 text-sm sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-x-6">
      <p>
        <span className={severity === "note" ? "text-muted" : "font-semibold"}>
          {t(`severity.${severity}`)}
        </span>
        {place ? <span className="text-muted wrap-anywhere">, {place}</span> : null}
      </p>
      <p dir="auto">{message}</p>
    </li>
  );
}
