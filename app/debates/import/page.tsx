import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { FileForm } from "@/components/interchange/file-form";
import { ImportForm } from "@/components/interchange/import-form";
import { ImportReport } from "@/components/interchange/import-report";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { translator } from "@/lib/i18n/translator";
import { reportOnKept } from "@/lib/interchange/commands/import-kept";
import { canImport } from "@/lib/interchange/rules";
import { wordReport } from "@/lib/interchange/wording";
import { routes } from "@/lib/routes";

type Props = { searchParams: Promise<{ file?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("exchange.import");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

/** A file first shows what stands in it; a second form brings it in. */
export default async function ImportPage({ searchParams }: Props) {
  const [viewer, { file }, t] = await Promise.all([
    getViewer(),
    searchParams,
    getTranslations("exchange.import"),
  ]);
  if (!viewer) redirect(routes.signIn(routes.importDebate()));
  if (!canImport(viewer).granted) {
    return (
      <>
        <PageHeading>{t("title")}</PageHeading>
        <Notice className="mt-6 max-w-measure">{t("notAllowed")}</Notice>
      </>
    );
  }
  const kept = typeof file === "string" ? await reportOnKept(viewer, file) : null;
  const report = kept && wordReport(kept.report, translator("interchange.problems"));
  const refused = report?.problems.some(({ severity }) => severity === "error") ?? false;
  const labels = {
    publish: t("publish"),
    confirm: t("confirm"),
    importing: t("importing"),
  };
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {file && !kept ? <Notice className="mt-6 max-w-[40rem]">{t("gone")}</Notice> : null}
      {kept && report ? <ImportReport name={kept.name} report={report} /> : null}
      {refused ? <Notice className="mt-6 max-w-[40rem]">{t("cannot")}</Notice> : null}
      {kept && !refused ? <ImportForm file={String(file)} labels={labels} /> : null}
      <FileForm again={kept !== null} />
    </>
  );
}
