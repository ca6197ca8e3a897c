import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { TextField } from "@/components/ui/text-field";
import type { ModerationReport } from "@/lib/moderation/report";
import { routes } from "@/lib/routes";
import { CountTable, type Cell } from "./count-table";

/** The transparency report of a period: what was flagged, decided, appealed against, and how fast. */
export function ReportPage({ report }: { report: ModerationReport }) {
  const t = useTranslations("modlog.report");
  const log = useTranslations("modlog");
  return (
    <>
      <div className="mb-6">
        <Breadcrumbs
          crumbs={[{ href: routes.modlog(), label: log("title") }, { label: t("title") }]}
        />
      </div>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <PeriodForm {...report} />
      <div className="mt-12 space-y-14">
        <Flags {...report.flags} />
        <Decisions decisions={report.decisions} />
        <Appeals {...report.appeals} />
        <Statements statements={report.statements} />
      </div>
      <Files {...report} />
    </>
  );
}

type Period = Pick<ModerationReport, "from" | "to">;

function PeriodForm({ from, to }: Period) {
  const t = useTranslations("modlog.report");
  return (
    <form
      action={routes.modlogReport()}
      aria-label={t("period")}
      className="mt-8 flex flex-wrap items-end gap-3"
      data-no-print=""
    >
      <TextField type="date" scope="report" name="from" label={t("from")} defaultValue={from} />
      <TextField type="date" scope="report" name="to" label={t("to")} defaultValue={to} />
      <Button>{t("show")}</Button>
    </form>
  );
}

function Files({ from, to }: Period) {
  const t = useTranslations("modlog.report");
  return (
    <p className="mt-10 flex flex-wrap gap-x-6 text-sm" data-no-print="">
      <Anchor href={routes.modlogReportFile({ from, to })} className="nav-link">
        {t("csv")}
      </Anchor>
      <Anchor href={routes.modlogReportJson({ from, to })} className="nav-link">
        {t("json")}
      </Anchor>
    </p>
  );
}

function Flags({ received, byReason, decided, upheld, medianHours }: ModerationReport["flags"]) {
  const t = useTranslations("modlog.report");
  const reasons = useTranslations("modlog.grounds");
  return (
    <section aria-labelledby="report-flags" className="space-y-4">
      <SectionHeading id="report-flags">{t("flags.title")}</SectionHeading>
      <p>
        {t("flags.words", { received, decided, upheld })} {t("median", medianOf(medianHours))}
      </p>
      {received > 0 ? (
        <CountTable
          caption={t("flags.table")}
          heads={[t("head.reason"), t("head.count")]}
          rows={byReason.map(({ reason, count }) => [reasons(reason), count])}
        />
      ) : null}
    </section>
  );
}

/** Hours for the catalogue's choice of words. */
function medianOf(hours: number | null) {
  const short = hours !== null && hours < 1 ? "yes" : "no";
  return { known: hours === null ? "no" : "yes", short, hours: hours ?? 0 };
}

function Decisions({ decisions }: Pick<ModerationReport, "decisions">) {
  const t = useTranslations("modlog.report");
  const log = useTranslations("modlog");
  const rows = decisions.map(({ action, ground, automatic, count, undone }): Cell[] => [
    log(`actions.${action}`),
    log(`grounds.${ground}`),
    t(automatic ? "automatic" : "byPeople"),
    count,
    undone,
  ]);
  return (
    <section aria-labelledby="report-decisions" className="space-y-4">
      <SectionHeading id="report-decisions">{t("decisions.title")}</SectionHeading>
      <CountTable
        caption={t("decisions.table")}
        heads={[
          ...[t("head.action"), t("head.ground"), t("head.decided")],
          ...[t("head.count"), t("head.undone")],
        ]}
        rows={rows}
      />
    </section>
  );
}

function Appeals(appeals: ModerationReport["appeals"]) {
  const t = useTranslations("modlog.report");
  const { medianHours, ...counts } = appeals;
  return (
    <section aria-labelledby="report-appeals" className="space-y-4">
      <SectionHeading id="report-appeals">{t("appeals.title")}</SectionHeading>
      <p>
        {t("appeals.words", counts)} {t("median", medianOf(medianHours))}
      </p>
    </section>
  );
}

function Statements({ statements }: Pick<ModerationReport, "statements">) {
  const t = useTranslations("modlog.report");
  const rows = statements.map((row): Cell[] => [
    t(`restrictions.${row.restriction}`),
    t(`legalGrounds.${row.ground}`),
    t(`categories.${row.category}`),
    t(row.automation === "AUTOMATED_DECISION_FULLY" ? "automatic" : "byPeople"),
    row.count,
    row.undone,
  ]);
  return (
    <section aria-labelledby="report-statements" className="space-y-4">
      <SectionHeading id="report-statements">{t("statements.title")}</SectionHeading>
      <p className="max-w-measure text-sm text-muted">{t("statements.lead")}</p>
      <CountTable
        caption={t("statements.table")}
        heads={[
          ...[t("head.restriction"), t("head.legalGround"), t("head.category")],
          ...[t("head.decided"), t("head.count"), t("head.undone")],
        ]}
        rows={rows}
      />
    </section>
  );
}
