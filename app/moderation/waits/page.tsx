import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { notHere } from "@/app/not-here";
import { Waits } from "@/components/moderation/waits";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeading } from "@/components/ui/heading";
import { getViewer } from "@/lib/auth/viewer";
import { getWaits } from "@/lib/moderation/queries/waits";
import { routes } from "@/lib/routes";
import { forbidden } from "../forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation.waits");
  return { title: t("title"), robots: { index: false } };
}

export default async function WaitsPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(routes.signIn(routes.moderationWaits()));
  const waits = await getWaits(viewer).catch(forbidden);
  if (!waits) return notHere();
  const [t, review] = await Promise.all([
    getTranslations("moderation.waits"),
    getTranslations("moderation.review"),
  ]);
  return (
    <div className="space-y-8 pb-16">
      <Breadcrumbs
        crumbs={[{ href: routes.moderation(), label: review("back") }, { label: t("title") }]}
      />
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <Waits waits={waits} />
    </div>
  );
}
