import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { forbidden } from "@/app/moderation/forbidden";
import { notHere } from "@/app/not-here";
import { PurgeList } from "@/components/purges/purge-list";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Status } from "@/components/ui/notice";
import { ShowMore } from "@/components/ui/show-more";
import { getViewer } from "@/lib/auth/viewer";
import { listPurges } from "@/lib/purges/queries/purges";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("purges");
  return { title: t("title"), robots: { index: false } };
}

/** What waits to be purged by law, and what was. */
export default async function PurgesPage({ searchParams }: PageProps<"/admin/purges">) {
  const [{ cursor, done, withdrawn }, viewer] = await Promise.all([searchParams, getViewer()]);
  if (!viewer) redirect(routes.signIn(routes.adminPurges()));
  const waiting = await listPurges(viewer, { state: "WAITING", limit: 500 }).catch(forbidden);
  if (!waiting) return notHere();
  const page = typeof cursor === "string" ? cursor : undefined;
  const [t, over] = await Promise.all([
    getTranslations("purges"),
    listPurges(viewer, { state: "OVER", limit: 20, cursor: page }),
  ]);
  return (
    <div className="max-w-measure space-y-10 pb-16">
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <Status>{done ? t("done") : withdrawn ? t("withdrawn") : null}</Status>
      <p>{t("backups")}</p>
      <section className="space-y-4">
        <SectionHeading>{t("waiting")}</SectionHeading>
        <PurgeList purges={waiting.items} empty={t("nothingWaits")} />
      </section>
      <section className="space-y-4">
        <SectionHeading>{t("over")}</SectionHeading>
        <PurgeList purges={over.items} empty={t("nothingOver")} />
        <ShowMore
          href={over.nextCursor && routes.adminPurges({ cursor: over.nextCursor })}
          label={t("more")}
        />
      </section>
    </div>
  );
}
