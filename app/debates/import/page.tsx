import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ImportForm } from "@/components/interchange/import-form";
import { ImportReport } from "@/components/interchange/import-report";
import { Button } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/lib/auth/viewer";
import { translator } from "@/lib/i18n/translator";
import { reportOnKept } from "@/lib/interchange/commands/import-kept";
import { canImport } from "@/lib/interchange/rules";
import { importFormats } from "@/lib/interchange/schema";
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
        <Notice className="mt-6">{t("notAllowed")}</Notice>
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
      {file && !kept ? <Notice className="mt-6">{t("gone")}</Notice> : null}
      {kept && report ? <ImportReport name={kept.name} report={report} /> : null}
      {refused ? <Notice className="mt-6">{t("cannot")}</Notice> : null}
      {kept && !refused ? <ImportForm file={String(file)} labels={labels} /> : null}
      <FileForm />
    </>
  );
}

async function FileForm() {
  const [t, names] = await Promise.all([
    getTranslations("exchange.import"),
    getTranslations("exchange.export.names"),
  ]);
  return (
    <form
      action={routes.handlers.importFile()}
      method="post"
      encType="multipart/form-data"
      className="mt-8 grid max-w-[40rem] gap-4 border-t border-hairline pt-6"
    >
      <label className="grid gap-1">
        <span className="font-semibold">{t("file")}</span>
        <span className="text-sm">{t("fileHint")}</span>
        <input type="file" name="file" required />
      </label>
      <label className="grid gap-1">
        <span className="font-semibold">{t("format")}</span>
        <select name="format" className="control" defaultValue="">
          <option value="">{t("automatic")}</option>
          {importFormats.map((format) => (
            <option key={format} value={format}>
              {names(format)}
            </option>
          ))}
        </select>
      </label>
      <div>
        <Button type="submit">{t("check")}</Button>
      </div>
    </form>
  );
}
