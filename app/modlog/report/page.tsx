import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportPage } from "@/components/moderation/report/report-page";
import { reportSchema } from "@/lib/moderation/report-schema";
import { getReport } from "@/lib/moderation/queries/report";
import { routes } from "@/lib/routes";

export async function generateMetadata({
  searchParams,
}: PageProps<"/modlog/report">): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations("modlog.report"), searchParams]);
  return {
    title: t("title"),
    description: t("description"),
    alternates: { canonical: routes.modlogReport() },
    ...(asked.from || asked.to ? { robots: { index: false } } : {}),
  };
}

/** What moderators did in a period, in numbers. */
export default async function Page({ searchParams }: PageProps<"/modlog/report">) {
  return <ReportPage report={await getReport(reportSchema.parse(await searchParams))} />;
}
