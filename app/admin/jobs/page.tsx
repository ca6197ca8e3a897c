import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { QueueList } from "@/components/jobs/queue-list";
import { TroubledList } from "@/components/jobs/troubled-list";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { getJobsReport } from "@/lib/jobs/queries";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("title"), robots: { index: false } };
}

export default async function JobsPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.adminJobs()));
  const [t, report] = await Promise.all([
    getTranslations("jobs"),
    getJobsReport(viewer).catch(notForThem),
  ]);
  if (!report) return notHere();
  const { queues, troubled } = report;
  return (
    <div className="space-y-10 pb-16">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <section className="space-y-4">
        <SectionHeading>{t("troubled.title")}</SectionHeading>
        <TroubledList jobs={troubled} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("queues")}</SectionHeading>
        <QueueList queues={queues} />
      </section>
    </div>
  );
}

/** Others are told what a wrong address is told. */
function notForThem(error: unknown): null {
  if (error instanceof DomainError && error.code === "NOT_ALLOWED") return null;
  throw error;
}
