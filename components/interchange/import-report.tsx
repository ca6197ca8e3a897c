import { useTranslations } from "next-intl";
import type { WordedReport } from "@/lib/interchange/wording";

/** What a dry run found, errors first. */
export function ImportReport({ name, report }: { name: string; report: WordedReport }) {
  const t = useTranslations("exchange.import");
  const { facts, sources, comments, votes, voters, arguments: count } = report.counts;
  return (
    <section aria-labelledby="report" className="mt-8 max-w-[52rem]">
      <h2 id="report" className="text-xl font-semibold">
        {t("report", { name })}
      </h2>
      {report.title ? <p className="mt-3 font-semibold">{report.title}</p> : null}
      {report.motion ? <p>{report.motion}</p> : null}
      <p className="mt-2 text-sm">
        {t("counts", { arguments: count, votes, voters, comments, sources, facts })}
      </p>
      <ul className="mt-4 border-t border-hairline">
        {report.problems.map((problem, index) => (
          <li key={index} className="border-b border-hairline py-2 text-sm">
            <strong>{t(`severity.${problem.severity}`)}</strong>{" "}
            {[problem.file, problem.line && t("line", { line: problem.line }), problem.path]
              .filter(Boolean)
              .join(", ")}{" "}
            {problem.message}
          </li>
        ))}
      </ul>
      {report.omitted > 0 ? <p>{t("omitted", { count: report.omitted })}</p> : null}
    </section>
  );
}
